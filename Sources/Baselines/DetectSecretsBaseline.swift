internal import Vocabulary

/// The `.secrets.baseline` of detect-secrets: by file, the SHA-1 of each secret.
///
/// What it takes for the secret is what its expression captures, which for some kinds is a part of ours (of a GitHub token the
/// three letters at its beginning, of a private key its first line).
enum DetectSecretsBaseline {
  private struct Document: Decodable {
    let results: [String: [Result]]
  }

  private struct Result: Decodable {
    let type: String
    let hashed_secret: String
    let line_number: Int?
    let is_secret: Bool?
  }

  static func entries(_ json: [UInt8], _ file: String) throws(BaselineError) -> [ForeignEntry] {
    let document = try JSONFile.decode(Document.self, json, file, "a baseline of detect-secrets")
    var entries: [ForeignEntry] = []
    for (path, results) in document.results.sorted(by: { $0.key < $1.key }) {
      for result in results {
        guard let digest = digest(result.hashed_secret) else {
          throw BaselineError(file, "\(result.type) in \(path): its hashed_secret is no SHA-1")
        }
        let remark = result.is_secret.map { $0 ? "audited: a secret" : "audited: no secret" }
        entries.append(
          ForeignEntry(rule: result.type, path: path, line: result.line_number, proof: .sha1(digest), remark: remark))
      }
    }
    return entries
  }

  private static func digest(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Hexadecimal.value(of: $0) }
    guard digits.count == 40, text.utf8.count == 40 else { return nil }
    return stride(from: 0, to: 40, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
