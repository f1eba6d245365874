internal import Archives
internal import Reporting
internal import Vocabulary

/// What the options that every command takes mean.
struct CommonSettings {
  var folder: String?
  var config: String?
  var format = ReportFormat.text
  var output: String?
  var color: ColorChoice?
  var quiet = false
  var verbose = false
  var reveal = false
  var threads: Int?

  /// Enters the folder that `-C` names. Every command does this first.
  func enterFolder() throws {
    if let folder { try Files.enter(folder) }
  }
}

/// What the options of commands that scan mean.
struct ScanSettings {
  var tolerated: Set<Incident.Kind> = []
  /// In bytes.
  var sizeLimit = 128 * 1024 * 1024
  /// What is less sure is left out; `nil` leaves out only what was weighed and found unlikely.
  var confidence: Confidence?
  /// The baseline to use instead of the repository's.
  var baseline: String?
  /// How many archives may stand one in another and are opened; `nil` opens none.
  var archiveDepth: Int?

  var archives: ArchiveLimits? { archiveDepth.map { ArchiveLimits(depth: $0, memberSize: sizeLimit) } }
}
