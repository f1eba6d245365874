internal import Filters
package import Patterns
package import Vocabulary

/// What a rule or a configuration allows: paths, values and stopwords, in the meaning of the gitleaks dialect, or whatever an
/// expression says.
package final class Allowlist: Sendable {
  package typealias Subject = MatchSubject

  package let description: String
  let definition: AllowlistDefinition
  private let paths: [LazyPattern]
  private let regexes: [LazyPattern]

  package init(_ definition: AllowlistDefinition) {
    self.definition = definition
    description = definition.description
    paths = definition.paths.map(LazyPattern.init)
    regexes = definition.regexes.map(LazyPattern.init)
  }

  /// Whether every text under `path` is allowed, whatever it holds.
  package func allows(path: RepositoryPath, scratch: borrowing PatternScratch) throws(PatternError) -> Bool {
    if let filter = definition.filter {
      guard filter.dependencies == [.path], definition.isAboutText else { return false }
      return try discards(filter, MatchSubject(path: path), scratch)
    }
    let isOnlyPaths = regexes.isEmpty && definition.stopwords.isEmpty && definition.commits.isEmpty
    guard isOnlyPaths || !definition.requiresAll else { return false }
    return try Allowlist.any(of: paths, match: path.bytes, scratch: scratch)
  }

  /// Whether it is about whole lines.
  package var judgesLines: Bool {
    definition.target == .line && !regexes.isEmpty || definition.filter?.dependencies.contains(.line) == true
  }

  /// Whether all of the text may have a say.
  package var judgesText: Bool { definition.filter?.dependencies.contains(.text) == true }

  /// - Parameter subject: a match whose place is known.
  package func allows(_ subject: MatchSubject, scratch: borrowing PatternScratch) throws(PatternError) -> Bool {
    switch try answer(subject, scratch: scratch) {
    case .yes: true
    case .no: false
    case .dependsOnPlace: try Allowlist.any(of: paths, match: subject.path.bytes, scratch: scratch)
    }
  }

  /// What an allowlist says of a match before it is known where that is.
  package enum Answer: Sendable {
    case yes, no
    /// Yes where one of the paths matches, or for some commits.
    case dependsOnPlace
  }

  /// The subject's path is not looked at, unless by an expression.
  package func answer(
    _ subject: MatchSubject, scratch: borrowing PatternScratch
  ) throws(PatternError) -> Answer {
    if let filter = definition.filter {
      let asksPlace = filter.dependencies.contains(.path) || filter.dependencies.contains(.commit)
      if asksPlace, !subject.isPlaced { return .dependsOnPlace }
      return try discards(filter, subject, scratch) ? .yes : .no
    }
    let target =
      switch definition.target {
      case .secret: subject.secret
      case .match: subject.match
      case .line: subject.line
      }
    let regexMatches = try Allowlist.any(of: regexes, match: target, scratch: scratch)
    let stopwordMatches = Allowlist.contains(subject.secret, anyOf: definition.stopwords)
    let commit = subject.isPlaced ? definition.commits.contains(subject.commit ?? "") : nil
    guard definition.requiresAll else {
      if regexMatches || stopwordMatches || commit == true { return .yes }
      return paths.isEmpty && (definition.commits.isEmpty || commit == false) ? .no : .dependsOnPlace
    }
    let others =
      (definition.commits.isEmpty || commit != false) && (regexes.isEmpty || regexMatches)
      && (definition.stopwords.isEmpty || stopwordMatches)
    guard others else { return .no }
    return paths.isEmpty && (definition.commits.isEmpty || commit == true) ? .yes : .dependsOnPlace
  }

  private func discards(
    _ filter: Filter, _ subject: MatchSubject, _ scratch: borrowing PatternScratch
  ) throws(PatternError) -> Bool {
    do throws(FilterFault) {
      return try filter.discards(subject, scratch: scratch)
    } catch {
      throw PatternError(code: .limit, cause: "a filter has no answer: \(error)")
    }
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
