package import Patterns
package import Vocabulary

/// What a rule or a configuration allows: paths, values and stopwords, in the meaning of the gitleaks dialect.
package final class Allowlist: Sendable {
  package let description: String
  let definition: AllowlistDefinition
  private let paths: [LazyPattern]
  private let regexes: [LazyPattern]

  /// What an allowlist is asked about.
  package struct Subject {
    package let path: RepositoryPath
    package let secret: [UInt8]
    package let match: [UInt8]
    /// The lines that the match stands on.
    package let line: [UInt8]

    package init(path: RepositoryPath, secret: [UInt8], match: [UInt8], line: [UInt8]) {
      self.path = path
      self.secret = secret
      self.match = match
      self.line = line
    }
  }

  package init(_ definition: AllowlistDefinition) {
    self.definition = definition
    description = definition.description
    paths = definition.paths.map(LazyPattern.init)
    regexes = definition.regexes.map(LazyPattern.init)
  }

  /// Whether every text under `path` is allowed, whatever it holds.
  package func allows(path: RepositoryPath, scratch: borrowing PatternScratch) throws(PatternError) -> Bool {
    let isOnlyPaths = regexes.isEmpty && definition.stopwords.isEmpty && definition.commits.isEmpty
    guard isOnlyPaths || !definition.requiresAll else { return false }
    return try Allowlist.any(of: paths, match: path.bytes, scratch: scratch)
  }

  /// Whether an expression of this list is about whole lines.
  package var judgesLines: Bool { definition.target == .line && !regexes.isEmpty }

  package func allows(_ subject: Subject, scratch: borrowing PatternScratch) throws(PatternError) -> Bool {
    switch try answer(subject, scratch: scratch) {
    case .yes: true
    case .no: false
    case .dependsOnPath: try Allowlist.any(of: paths, match: subject.path.bytes, scratch: scratch)
    }
  }

  /// What an allowlist says of a match before it is known at which path that is.
  package enum Answer: Sendable {
    case yes, no
    /// Yes where one of the paths matches.
    case dependsOnPath
  }

  /// The subject's path is not looked at.
  package func answer(_ subject: Subject, scratch: borrowing PatternScratch) throws(PatternError) -> Answer {
    let target =
      switch definition.target {
      case .secret: subject.secret
      case .match: subject.match
      case .line: subject.line
      }
    let regexMatches = try Allowlist.any(of: regexes, match: target, scratch: scratch)
    let stopwordMatches = Allowlist.contains(subject.secret, anyOf: definition.stopwords)
    guard definition.requiresAll else {
      if regexMatches || stopwordMatches { return .yes }
      return paths.isEmpty ? .no : .dependsOnPath
    }
    // A commit is not known here, and a criterion that cannot be judged does not hold.
    let others =
      definition.commits.isEmpty && (regexes.isEmpty || regexMatches)
      && (definition.stopwords.isEmpty || stopwordMatches)
    guard others else { return .no }
    return paths.isEmpty ? .yes : .dependsOnPath
  }

  private static func any(
    of patterns: [LazyPattern], match text: [UInt8], scratch: borrowing PatternScratch
  ) throws(PatternError) -> Bool {
    for pattern in patterns where try pattern.pattern().matches(text, scratch: scratch) { return true }
    return false
  }

  private static func contains(_ secret: [UInt8], anyOf stopwords: [String]) -> Bool {
    guard !stopwords.isEmpty else { return false }
    let lowered = String(decoding: secret, as: UTF8.self).lowercased()
    return stopwords.contains { lowered.contains($0) }
  }
}
