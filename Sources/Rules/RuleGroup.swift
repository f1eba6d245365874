package import Patterns
internal import Synchronization

/// Rules that share one literal prefilter.
package final class RuleGroup: Sendable {
  package let keywords: KeywordTable
  /// Finds the keywords, and the markers of escapes.
  package let prefilter: LiteralDatabase
  /// How far round its keywords each rule must be matched.
  package let reaches: ReachTable
  private let findRun: @Sendable (Int) -> RequiredRun?
  private let makeDefinition: @Sendable (Int) -> RuleDefinition
  private let makeContents: @Sendable () -> [UInt8]
  private let made: Mutex<[Rule?]>

  /// A group made from definitions, with a prefilter compiled for this processor.
  package convenience init(_ definitions: [RuleDefinition]) throws(PatternError) {
    let keywords = KeywordTable(definitions)
    let prefilter = try LiteralDatabase(keywords.keywords)
    self.init(keywords: keywords, prefilter: prefilter, reaches: ReachTable(definitions)) {
      definitions[$0].pattern.flatMap { RequiredRun(in: $0) }
    } definition: {
      definitions[$0]
    } contents: {
      Array(definitions.map { "\($0)" }.sorted().joined(separator: "\n").utf8)
    }
  }

  /// A group whose definitions are read one by one, when a keyword of theirs was found.
  init(
    keywords: KeywordTable, prefilter: LiteralDatabase, reaches: ReachTable,
    run: @escaping @Sendable (Int) -> RequiredRun?,
    definition: @escaping @Sendable (Int) -> RuleDefinition, contents: @escaping @Sendable () -> [UInt8]
  ) {
    self.keywords = keywords
    self.prefilter = prefilter
    self.reaches = reaches
    findRun = run
    makeDefinition = definition
    makeContents = contents
    made = Mutex(Array(repeating: nil, count: reaches.count))
  }

  /// What stands in every match of a rule.
  package func requiredRun(ofRule index: Int) -> RequiredRun? { findRun(index) }

  package func rule(at index: Int) -> Rule {
    made.withLock { made in
      if let rule = made[index] { return rule }
      let rule = Rule(makeDefinition(index))
      made[index] = rule
      return rule
    }
  }

  /// Everything that decides what the rules report, as bytes.
  var contents: [UInt8] { makeContents() }

  package var rules: [Rule] { reaches.indices.map(rule(at:)) }
}
