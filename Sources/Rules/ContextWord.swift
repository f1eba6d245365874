/// A word by which secrets of a kind are known, in every way that names write it.
///
/// `abuse_ipdb` stands for `abuse_ipdb`, `abuse-ipdb`, `abuseipdb`, `AbuseIpdb` and `ABUSE_IPDB`; a dot, as in `abuseipdb.com`,
/// is a dot. Two words with a space between them are prose, and would cost the prefilter another literal.
struct ContextWord {
  private let parts: [String]

  /// - Parameter text: lower-case letters, digits and dots, with `_` between the parts of a compound word.
  init?(_ text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false).map(String.init)
    let isWord = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 46 }
    }
    guard isWord else { return nil }
    self.parts = parts
  }

  private static let joints = ["", "_", "-"]

  /// Every spelling, in lower case, with one kind of joint throughout.
  var spellings: [String] {
    parts.count == 1 ? parts : ContextWord.joints.map { parts.joined(separator: $0) }
  }

  /// The literals that the prefilter looks for, one of which stands in every spelling: of a compound the longest part that is
  /// hardly ever in code by itself, or else every spelling. The fewer literals there are, the faster is a pass over a text.
  var keywords: [String] {
    guard parts.count > 1 else { return parts }
    let telling = parts.filter { $0.utf8.count >= 5 && !OrdinaryWords.words.contains($0) }
    return telling.max { $0.utf8.count < $1.utf8.count }.map { [$0] } ?? spellings
  }

  /// Whether it says what it stands for: `acme_api_key` does if names are to hold `key`.
  func holds(oneOf names: [ContextWord]) -> Bool {
    names.contains { name in parts.dropFirst().contains { [$0] == name.parts } }
  }

  /// An expression for the spellings; matched without regard to case.
  var expression: String {
    let escaped = parts.map { $0.replacing(".", with: "\\.") }
    switch escaped.count {
    case 1: return escaped[0]
    case 2: return escaped.joined(separator: "[_-]?")
    default:
      let tails = ContextWord.joints.map { joint in escaped.dropFirst().map { joint + $0 }.joined() }
      return "\(escaped[0])(?:\(tails.joined(separator: "|")))"
    }
  }
}
