internal import Reporting
internal import Vocabulary

/// A report to be merged, and the file it was read from.
struct MergeInput {
  let path: String
  /// The version of the program that wrote it.
  let version: String
  let verdict: Verdict

  init(path: String, version: String, verdict: Verdict) {
    self.path = path
    self.version = version
    self.verdict = verdict
  }

  /// Reads a report.
  init(path: String) throws {
    guard let bytes = try Files.contents(of: path) else { throw CommandError("\(path): there is no such file") }
    do throws(ReportError) {
      let report = try Report(json: bytes)
      self.init(path: path, version: report.version, verdict: report.verdict)
    } catch {
      throw CommandError("\(path): \(error.description)", hint: error.hint)
    }
  }
}
