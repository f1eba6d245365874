import FoundationEssentials

/// How a scan ended, and what its JSON report says.
struct ScanReport {
  struct Verdict: Decodable {
    let complete: Bool
    let findings: [Finding]
    let allowed: [Finding]
    let incidents: [Incident]
    let coverage: Coverage
    let notices: [String]
  }

  struct Finding: Decodable {
    let rule: String
    let path: String
    let startLine: Int
    let startColumn: Int
    let line: String
    let fingerprint: String
    let occurrences: Int
    let secret: String?
    let allowance: String?
    let kind: String?
    /// The commit or tag that brought it in.
    let commit: Commit?
    let paths: [String]?
    let inHead: Bool?
    let references: [String]?
    let reach: String?
  }

  struct Commit: Decodable {
    let id: String
    let author: String
  }

  struct Incident: Decodable {
    let kind: String
    let subject: String
    let reason: String
    let tolerated: Bool
  }

  struct Coverage: Decodable {
    let blobs: Int
    let submodules: Int
    let excluded: Int
    let messages: Int?
  }

  let status: Int32
  /// What was said on standard error.
  let errors: String
  /// `nil` where the program stopped before there was a report.
  let verdict: Verdict?

  init(_ ending: ChildProcess.Ending) throws {
    try self.init(status: ending.status, errors: ending.errors, json: ending.output)
  }

  init(status: Int32, errors: String, json: [UInt8]) throws {
    self.status = status
    self.errors = errors
    verdict = json.isEmpty ? nil : try JSONDecoder().decode(Verdict.self, from: Data(json))
  }

  /// Each finding as `PATH:LINE RULE`.
  var places: [String] { verdict?.findings.map { "\($0.path):\($0.startLine) \($0.rule)" } ?? [] }

  /// Each finding that the user allowed, likewise.
  var allowedPlaces: [String] { verdict?.allowed.map { "\($0.path):\($0.startLine) \($0.rule)" } ?? [] }

  /// Each incident as `KIND SUBJECT`.
  var incidents: [String] { verdict?.incidents.map { "\($0.kind) \($0.subject)" } ?? [] }

  /// Everything was looked at and nothing found, in status and report alike.
  var isClean: Bool { status == 0 && verdict?.complete == true && places.isEmpty && incidents.isEmpty }
}

extension ScanReport: CustomStringConvertible {
  var description: String {
    "status \(status), findings \(places), allowed \(allowedPlaces), incidents \(incidents); \(errors)"
  }
}
