internal import FoundationEssentials
package import Vocabulary

/// A JSON report read back.
package struct Report: Sendable {
  /// The version of the program that wrote it.
  package let version: String
  /// What it says; secrets are unknown in it unless it was written with `--reveal`.
  package let verdict: Verdict

  /// - Parameter json: everything that `--format json` wrote.
  package init(json: [UInt8]) throws(ReportError) {
    let reported = try Report.decode(json)
    guard reported.schema == ReportedVerdict.currentSchema else {
      throw ReportError(
        "its schema is \(reported.schema), and this program reads \(ReportedVerdict.currentSchema)",
        hint: "read it with the version of stanch that wrote it: \(reported.version)")
    }
    version = reported.version
    verdict = try reported.verdict
    // What is neither complete nor says why must not become clean by being read.
    guard reported.complete || !verdict.isComplete else {
      throw ReportError("it says that it is not complete, and not why")
    }
  }

  private static func decode(_ json: [UInt8]) throws(ReportError) -> ReportedVerdict {
    do {
      return try JSONDecoder().decode(ReportedVerdict.self, from: Data(json))
    } catch let error as DecodingError {
      throw ReportError(
        "it is no report of stanch, or was cut off: \(reason(error))", hint: "write reports with --format json")
    } catch {
      throw ReportError("it cannot be read: \(error)")
    }
  }

  /// What the decoder says, with where.
  private static func reason(_ error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context): "\(place(context.codingPath)) is null"
    case .typeMismatch(let type, let context): "\(place(context.codingPath)) is not a \(type)"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "it is not JSON" : "\(place(context.codingPath)): \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
  }
}
