/// The parts of GitLab's secret detection report that stanch writes
/// (gitlab-org/security-products/security-report-schemas, `secret-detection-report-format.json`, version 15.0.7).
struct GitLabReport: Encodable {
  let version = "15.0.7"
  let scan: Scan
  let vulnerabilities: [Vulnerability]

  struct Scan: Encodable {
    let analyzer: Tool
    let scanner: Tool
    let type = "secret_detection"
    let startTime: String
    let endTime: String
    /// `success` or `failure`.
    let status: String
    let messages: [Message]

    enum CodingKeys: String, CodingKey {
      case analyzer, scanner, type, status, messages
      case startTime = "start_time"
      case endTime = "end_time"
    }
  }

  struct Tool: Encodable {
    let id = "stanch"
    let name = "stanch"
    let version: String
    let vendor = Vendor()
  }

  struct Vendor: Encodable {
    let name = "stanch"
  }

  struct Message: Encodable {
    /// `info`, `warn` or `fatal`.
    let level: String
    let value: String
  }

  struct Vulnerability: Encodable {
    let id: String
    let category = "secret_detection"
    let name: String
    let description: String
    let severity: String
    let solution: String?
    let identifiers: [Identifier]
    let location: Location
    let extract: String
    let details: Details

    enum CodingKeys: String, CodingKey {
      case id, category, name, description, severity, solution, identifiers, location, details
      case extract = "raw_source_code_extract"
    }
  }

  /// What GitLab shows beside the fields it knows.
  struct Details: Encodable {
    let fingerprint: Detail
    let history: Detail?
  }

  struct Detail: Encodable {
    let name: String
    let type = "text"
    let value: String
  }

  struct Identifier: Encodable {
    let type = "stanch_rule_id"
    let name: String
    let value: String
  }

  struct Location: Encodable {
    let file: String
    let startLine: Int
    let endLine: Int
    let commit: Commit

    enum CodingKeys: String, CodingKey {
      case file, commit
      case startLine = "start_line"
      case endLine = "end_line"
    }
  }

  struct Commit: Encodable {
    let author: String?
    /// RFC 3339.
    let date: String?
    let sha: String
  }
}
