package import Filters
package import Vocabulary

/// A rule that was judged and found sound: plain values, ready to be matched or written into a rule image.
package struct RuleDefinition: Sendable, Equatable {
  package var summary: RuleSummary
  package var pattern: String?
  package var pathPattern: String?
  /// What the value is weighed as: the one that `pattern` captures, or, without a pattern, each that is assigned to a name of
  /// this class.
  package var weighed: NameClass?
  /// The capture group that holds the secret; `nil` means the first group that took part, else the whole match.
  package var secretGroup: Int?
  package var keywords: [String]
  /// The secret's Shannon entropy must be greater, in bits per byte.
  package var entropy: Double?
  /// The names of the checks of the secret's structure; the first that has something to say decides.
  package var checks: [String]
  /// Whether what a check finds broken is no match; else it is less sure.
  package var rejectsBroken: Bool
  package var reach: Reach
  package var allowlists: [AllowlistDefinition]
  /// What must stand beside a match; every one of them.
  package var companions: [Companion]
  /// Whether it is there for other rules to ask for, and reports nothing itself.
  package var isComponent: Bool
  /// Which of two rules speaks where both match the same bytes: the one with the higher number.
  package var specificity: Int

  package static let usualSpecificity = 100

  package init(
    summary: RuleSummary, pattern: String?, pathPattern: String?, weighed: NameClass? = nil, secretGroup: Int?,
    keywords: [String], entropy: Double?, checks: [String] = [], rejectsBroken: Bool = false, reach: Reach,
    allowlists: [AllowlistDefinition], companions: [Companion] = [], isComponent: Bool = false,
    specificity: Int = RuleDefinition.usualSpecificity
  ) {
    self.summary = summary
    self.pattern = pattern
    self.pathPattern = pathPattern
    self.weighed = weighed
    self.secretGroup = secretGroup
    self.keywords = keywords
    self.entropy = entropy
    self.checks = checks
    self.rejectsBroken = rejectsBroken
    self.reach = reach
    self.allowlists = allowlists
    self.companions = companions
    self.isComponent = isComponent
    self.specificity = specificity
  }

  /// How much text round a keyword must be matched.
  package enum Reach: Sendable, Equatable {
    /// A keyword is inside every match, and no match is longer than this many bytes.
    case window(Int)
    /// Each keyword is looked at by itself, with as many bytes on both sides.
    case eachKeyword(Int)
    /// Anything may be anywhere: the whole text.
    case wholeText

    package var isOfEachKeyword: Bool {
      if case .eachKeyword = self { return true }
      return false
    }
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
  /// An expression that is true for what is allowed; it stands by itself, without the criteria above.
  package var filter: Filter?
  /// Whether the expression is asked of a text as a whole, by its place alone.
  package var isAboutText = false
}
