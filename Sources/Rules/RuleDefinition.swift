package import Vocabulary

/// A rule that was judged and found sound: plain values, ready to be matched or written into a rule image.
package struct RuleDefinition: Sendable, Equatable {
  package var summary: RuleSummary
  package var pattern: String?
  package var pathPattern: String?
  /// The capture group that holds the secret; `nil` means the first group that took part, else the whole match.
  package var secretGroup: Int?
  package var keywords: [String]
  /// The secret's Shannon entropy must be greater, in bits per byte.
  package var entropy: Double?
  package var reach: Reach
  package var allowlists: [AllowlistDefinition]

  /// How much text round a keyword must be matched.
  package enum Reach: Sendable, Equatable {
    /// A keyword is inside every match, and no match is longer than this many bytes.
    case window(Int)
    /// Anything may be anywhere: the whole text.
    case wholeText
  }
}

/// An allowlist that was judged and found sound.
package struct AllowlistDefinition: Sendable, Equatable {
  package enum Target: UInt8, Sendable {
    case secret, match, line
  }

  package var description: String
  /// Whether every listed criterion must hold, or any one.
  package var requiresAll: Bool
  package var paths: [String]
  package var target: Target
  package var regexes: [String]
  package var stopwords: [String]
  package var commits: [String]
}
