internal import ArgumentParser
internal import Baselines
internal import Vocabulary

/// `stanch baseline import FILE...`: takes in what another tool's baseline accepts.
struct ImportBaseline: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take the baseline of another tool into this one.",
    discussion: """
      Scans the working tree and accepts the findings that the file is shown to be about; each that is not found again is \
      listed with the reason. Makes the baseline where there is none. A .gitleaksignore holds as it is.
      """)

  @Argument(help: "Reports of gitleaks, and baselines of detect-secrets, kingfisher or betterleaks.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "What wrote the files: \(ForeignBaseline.Format.allCases.map(\.rawValue).joined(separator: ", ")). Told from their form when it is left out.",
      valueName: "tool"))
  var from: ForeignBaseline.Format?

  @OptionGroup var options: BaselineOptions

  mutating func validate() throws {
    if options.history {
      throw ValidationError("import looks into the commits that the files name: leave --history out")
    }
  }

  mutating func execute() async throws -> ExitStatus {
    let (files, from, options) = (files, from, options)
    return try await BaselineWork(options).run { file, found in
      var update = BaselineUpdate(file.baseline.map(BaselineDraft.init) ?? BaselineDraft())
      var importer = BaselineImporter(found, options.common.settings, options.scanning.settings)
      for name in files {
        guard let bytes = try Files.contents(of: name) else { throw CommandError("\(name): there is no such file") }
        try importer.exclude(name)
        try await importer.take(try ForeignBaseline(bytes, file: name, format: from), into: &update)
      }
      return update
    }
  }
}

extension ForeignBaseline.Format: ExpressibleByArgument {}
