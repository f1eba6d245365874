internal import FoundationEssentials
internal import Vocabulary

/// A JSON report of gitleaks, which `--baseline-path` takes; betterleaks 1 writes the same fields and more.
enum GitleaksReport {
  private struct Finding: Decodable {
    let RuleID: String
    let File: String
    let StartLine: Int
    let Secret: String?
    let Commit: String?
  }

  static func entries(_ json: [UInt8], _ file: String) throws(BaselineError) -> [ForeignEntry] {
    try JSONFile.decode([Finding].self, json, file, "a report of gitleaks").map { finding in
      ForeignEntry(
        rule: finding.RuleID, path: finding.File, line: finding.StartLine,
        commit: finding.Commit.flatMap { $0.isEmpty ? nil : $0 }, proof: proof(finding.Secret))
    }
  }

  /// With `--redact` the secret is the word REDACTED, and with `--redact=N` a part of it and three dots.
  private static func proof(_ secret: String?) -> ForeignEntry.Proof {
    guard let secret, !secret.isEmpty, !secret.hasPrefix("REDACTED"), !secret.hasSuffix("...") else { return .place }
    return .secret(Secret(Array(secret.utf8)))
  }
}

/// A file of JSON that another tool wrote.
enum JSONFile {
  static func decode<Value: Decodable>(
    _ type: Value.Type, _ json: [UInt8], _ file: String, _ kind: String
  ) throws(BaselineError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(json))
    } catch let error as DecodingError {
      throw BaselineError(file, "it is not \(kind), or was cut off: \(reason(error))")
    } catch {
      throw BaselineError(file, "it is not \(kind): \(error)")
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }.joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, let context): "\(place(context.codingPath + [key])) is missing"
    case .valueNotFound(_, let context): "\(place(context.codingPath)) is null"
    case .typeMismatch(let type, let context): "\(place(context.codingPath)) is not a \(type)"
    case .dataCorrupted: "it is not JSON"
    @unknown default: "\(error)"
    }
  }
}
