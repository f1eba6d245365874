/// The parts of SARIF 2.1.0 (OASIS) that a report uses; property names are the standard's.
struct SARIFLog: Encodable {
  let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  struct Run: Encodable {
    let tool: Tool
    let columnKind = "unicodeCodePoints"
    let originalUriBaseIds = ["SRCROOT": UriBase(description: Message(text: "The root of the repository."))]
    let invocations: [Invocation]
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "stanch"
    let semanticVersion: String
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let name: String
    let shortDescription: Message
    let fullDescription: Message?
    let help: Message?
    let defaultConfiguration: Configuration
    let properties: RuleProperties
  }

  struct RuleProperties: Encodable {
    let severity: String
    let precision: String
    let tags = ["security", "secret"]
    /// GitHub code scanning sorts by this number.
    let securitySeverity: String

    enum CodingKeys: String, CodingKey {
      case severity, precision, tags
      case securitySeverity = "security-severity"
    }
  }

  struct Configuration: Encodable {
    let level: String
  }

  struct Message: Encodable {
    let text: String
  }

  struct UriBase: Encodable {
    let description: Message
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    let locations: [Location]?
    let properties: NotificationProperties
  }

  struct NotificationProperties: Encodable {
    let kind: String
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let partialFingerprints: [String: String]
    let suppressions: [Suppression]?
    let properties: ResultProperties
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String
  }

  struct ResultProperties: Encodable {
    let confidence: String
    let occurrences: Int
    /// `commitMessage` or `tagMessage`; not there for a file.
    let kind: String?
    let commit: String?
    /// Name and address.
    let author: String?
    /// RFC 3339.
    let date: String?
    let blob: String?
    let paths: [String]?
    let inHead: Bool?
    let references: [String]?
    let reach: String?
    /// Only with `--reveal`.
    let secret: String?
  }

  struct Location: Encodable {
    let physicalLocation: PhysicalLocation
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId = "SRCROOT"
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
    let snippet: Message?
  }
}
