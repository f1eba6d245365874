internal import ArgumentParser
internal import Reporting
internal import Vocabulary

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .customShort("C"), help: ArgumentHelp("Act as if started in this folder.", valueName: "dir"))
  var folder: String?

  @Option(help: ArgumentHelp("Use this configuration instead of the repository's.", valueName: "file"))
  var config: String?

  @Option(help: "How findings are written: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format = CommonSettings().format

  @Option(help: ArgumentHelp("Write findings to this file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Use colours: auto, always or never.")
  var color: ColorChoice?

  @Flag(name: .shortAndLong, help: "Say nothing but findings and errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more: what was allowed and what was left out.")
  var verbose = false

  @Flag(help: "Show secrets in reports. Nothing else ever prints one.")
  var reveal = false

  @Option(help: "How many threads may work at once.")
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1") }
    if quiet, verbose { throw ValidationError("-q and -v exclude each other") }
  }

  var settings: CommonSettings {
    CommonSettings(
      folder: folder, config: config, format: format, output: output, color: color, quiet: quiet, verbose: verbose,
      reveal: reveal, threads: threads)
  }

  /// For commands whose answer is no report.
  func requireText() throws {
    if format != .text { throw ValidationError("this command writes text only: leave --format out") }
  }

  func enterFolder() throws { try settings.enterFolder() }
}

extension ReportFormat: ExpressibleByArgument {}

/// The options of commands that scan.
struct ScanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Accept a gap of this kind: \(Incident.Kind.allCases.map(\.rawValue).joined(separator: ", ")). Repeatable.",
      valueName: "kind"))
  var tolerate: [Incident.Kind] = []

  @Option(
    help: ArgumentHelp("Do not read texts of more bytes; they are reported as not looked at.", valueName: "bytes"))
  var sizeLimit = ScanSettings().sizeLimit

  @Option(
    help: ArgumentHelp(
      "Report what is at least this sure: low, medium or high. Without it, all but values that were weighed and found unlikely.",
      valueName: "level"))
  var confidence: Confidence?

  @Flag(help: "Open zip (jar, docx, whl, …), gzip and tar, one in another; what of them is not opened is reported.")
  var archives = false

  @Option(
    help: ArgumentHelp(
      "With --archives: how many archives may stand one in another; 3 without this.", valueName: "count"))
  var archiveDepth: Int?

  @Option(help: ArgumentHelp("Use this baseline instead of the repository's \(BaselineFile.name).", valueName: "file"))
  var baseline: String?

  var settings: ScanSettings {
    ScanSettings(
      tolerated: Set(tolerate), sizeLimit: sizeLimit, confidence: confidence, baseline: baseline,
      archiveDepth: archives ? archiveDepth ?? 3 : nil)
  }

  mutating func validate() throws {
    if let archiveDepth {
      if !archives { throw ValidationError("--archive-depth goes with --archives") }
      if !(1...16).contains(archiveDepth) { throw ValidationError("--archive-depth takes a number from 1 to 16") }
    }
    // One search takes a length of 32 bits.
    if !(1...Int(Int32.max)).contains(sizeLimit) {
      throw ValidationError("--size-limit takes a number from 1 to \(Int32.max)")
    }
  }
}

extension Incident.Kind: ExpressibleByArgument {}
extension Confidence: ExpressibleByArgument {}
