internal import ArgumentParser
internal import Reporting

/// `stanch hook status`: whether commits and pushes are scanned, and if not, why.
struct HookStatus: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say whether commits and pushes are scanned, and if not, why.",
    discussion: """
      The status is 0 when the pre-commit hook is there and works, and 1 when it is not. In a bare repository it is the \
      pre-receive hook that counts.
      """)

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let folder = try await HookFolder()
    var lines = ["hooks folder: \(folder.path)\(folder.configuredBy.map { " (core.hooksPath, \($0))" } ?? "")"]
    var isScanned = false
    for kind in HookKind.allCases {
      let file = folder.file(kind)
      guard try kind.serves(isBare: folder.isBare) || file.state() != .absent else { continue }
      let (line, works) = try describe(file)
      lines.append("\(kind.rawValue): \(line)")
      if kind == .first(isBare: folder.isBare) { isScanned = works }
    }
    try Presentation.write(lines.map { TerminalText.escaped($0) + "\n" }.joined(), to: common.output)
    return isScanned ? .clean : .findings
  }

  private func describe(_ file: HookFile) throws -> (String, works: Bool) {
    switch try file.state() {
    case .absent:
      return ("not installed", false)
    case .foreign:
      return ("another hook is there, and it is not known whether it runs stanch", false)
    case .ours(let program): return describe(file, program, note: "")
    case .changed(let program):
      return describe(file, program, note: ", changed by hand or from another version")
    }
  }

  /// Looks for the program as the shim does.
  private func describe(_ file: HookFile, _ program: String, note: String) -> (String, works: Bool) {
    guard Files.isExecutable(file.path) else {
      return ("installed, but git passes it by: it is not executable", false)
    }
    let found = Files.isExecutable(program) ? program : ProgramPath.onSearchPath("stanch")
    guard let found else {
      let missing = program.isEmpty ? "" : "\(program) is not there, and "
      return ("installed, but \(missing)PATH has no stanch: every \(file.kind.subject) is stopped", false)
    }
    let first = Files.exists(file.earlierPath) ? ", after \(file.earlierPath)" : ""
    return ("installed, runs \(found)\(first)\(note)", true)
  }
}
