internal import Vocabulary

/// The list of betterleaks 2: a line holds the SHA-256 of a secret, which is accepted wherever it is.
enum BetterleaksIgnore {
  static func entries(_ text: String, _ file: String) throws(BaselineError) -> [ForeignEntry] {
    var entries: [ForeignEntry] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let word = line.split(whereSeparator: \.isWhitespace).first, !word.hasPrefix("#") else { continue }
      guard let digest = digest(word) else {
        throw BaselineError(
          file, line: index + 1, "this is no SHA-256 in hexadecimal digits",
          hint: "digests that were made with --hmac-key cannot be taken in without the key")
      }
      entries.append(ForeignEntry(rule: "a secret", path: nil, proof: .sha256(digest)))
    }
    return entries
  }

  static func digest(_ word: Substring) -> [UInt8]? {
    let digits = word.utf8.compactMap { Hexadecimal.value(of: $0) }
    guard digits.count == 64, word.utf8.count == 64 else { return nil }
    return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
