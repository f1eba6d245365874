internal import Patterns
package import Rules
internal import Structure
internal import TOML
internal import Vocabulary

/// Proves rules on their own examples: each example is found by its rule, no counter-example is, and a keyword stands in
/// every match. What is no broken promise and still worth a look is a warning.
package struct RuleSelfCheck {
  /// Something that a rule pack promises and does not keep.
  package struct Problem: Sendable, Hashable, CustomStringConvertible {
    package let file: String
    package let rule: String
    package let message: String

    package var description: String { "\(file): rule \(rule): \(message)" }
  }

  /// How often each template is filled and tried.
  private static let rounds: UInt64 = 8
  /// How often what the windows round keywords show is held against the whole text.
  private static let wholeRounds: UInt64 = 2

  private let isBuiltIn: Bool
  private let rules: [RuleID: Rule]
  package private(set) var problems: [Problem] = []
  package private(set) var warnings: [Problem] = []
  package private(set) var checkedRules = 0
  package private(set) var checkedExamples = 0

  /// - Parameters:
  ///   - isBuiltIn: whether the packs promise that keywords stand inside matches, and carry what built-in rules must.
  ///   - dialect: whose meaning the words of the packs have.
  /// - Throws: `ConfigurationError` when a pack is not valid at all, and `ScannerError` when nothing can be scanned.
  package init(_ packs: [WrittenPack], isBuiltIn: Bool, dialect: RuleDialect = .stanch) throws {
    self.isBuiltIn = isBuiltIn
    var compiler = RuleCompiler(keywordsStandInMatches: isBuiltIn, dialect: dialect)
    try compiler.add(packs)
    let allowlists = compiler.allowlists.map(Allowlist.init)
    let group = try RuleGroup(compiler.rules)
    rules = Dictionary(group.rules.map { ($0.summary.id, $0) }) { first, _ in first }
    let scanners = try SelfCheckScanners(group, compiler.rules, allowlists)
    let advice = RuleAdvice(rules)
    for pack in packs {
      for rule in pack.rules {
        checkedRules += 1
        for warning in advice.warnings(about: rule) { warn(rule, pack.file, warning) }
        if isBuiltIn { checkForm(of: rule, in: pack.file) }
        if isBuiltIn { checkStructure(of: rule, in: pack.file, scanners.all) }
        for template in rule.examples {
          check(rule, template, mustMatch: true, in: pack.file, scanners)
        }
        for template in rule.counterexamples {
          check(rule, template, mustMatch: false, in: pack.file, scanners)
        }
      }
    }
  }

  private mutating func report(_ rule: WrittenRule, _ file: String, _ message: String) {
    let problem = Problem(file: file, rule: rule.id, message: message)
    if !problems.contains(problem) { problems.append(problem) }
  }

  private func overlaps(
    of rule: RuleID, own: Set<SecretUse>, _ uses: Set<SecretUse>, in blob: Blob, _ scanner: borrowing Scanner
  ) -> [RuleOverlap] {
    let secrets = Set(own.map(\.secret))
    guard let rule = rules[rule] else { return [] }
    // What is less sure is there to give way.
    let others = Set(uses.filter { $0.rule != rule.summary.id && secrets.contains($0.secret) }.map(\.rule))
      .compactMap { rules[$0] }.filter { $0.summary.confidence >= rule.summary.confidence }
    guard !others.isEmpty else { return [] }
    let reported = Set(scanner.scan(blob).findings.map(\.rule.id))
    return RuleOverlap.all(of: rule, with: others, reported: reported)
  }

  private mutating func warn(_ rule: WrittenRule, _ file: String, _ message: String) {
    let warning = Problem(file: file, rule: rule.id, message: message)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  private mutating func checkForm(of rule: WrittenRule, in file: String) {
    if rule.title == nil { report(rule, file, "it has no title") }
    if rule.description == nil { report(rule, file, "it has no description") }
    if rule.severity == nil || rule.confidence == nil { report(rule, file, "it has no severity or confidence") }
    if rule.keywords.isEmpty, rule.context.isEmpty {
      report(rule, file, "it has no keyword, so it would be matched against every text")
    }
    for keyword in rule.keywords where keyword.utf8.count < 3 {
      report(rule, file, "the keyword «\(keyword)» is too short to be rare")
    }
    if rule.examples.count < 2 { report(rule, file, "it needs two examples") }
    if rule.counterexamples.count < 2 { report(rule, file, "it needs two counter-examples") }
    if let regex = rule.regex, PatternExtent.longestMatch(of: regex) == nil {
      report(rule, file, "its regex has no longest match: bound every repeat")
    }
  }

  /// Each check that a rule names is passed by a secret of one of its examples, so that it is known to fit the rule.
  private mutating func checkStructure(of rule: WrittenRule, in file: String, _ scanner: borrowing Scanner) {
    for name in rule.checks {
      guard let check = StructureCheck.named(name) else { continue }
      var passes = false
      // A template that is not known is told below.
      for text in rule.examples.compactMap({ try? ExampleTemplate($0).text(seed: 0) }) {
        let blob = Blob(provenance: Provenance(path: RepositoryPath("example")), bytes: Array(text.utf8))
        for use in scanner.uses(in: blob).uses where use.rule == RuleID(rule.id) {
          let judgement = check.judge(use.secret.revealedBytes())
          passes = passes || judgement.map { $0.standing != .broken } ?? false
        }
      }
      if !passes { report(rule, file, "no example passes the check \(name)") }
    }
  }

  private mutating func check(
    _ rule: WrittenRule, _ template: String, mustMatch: Bool, in file: String, _ scanners: borrowing SelfCheckScanners
  ) {
    checkedExamples += 1
    var known: Set<String> = []
    for seed in 0..<RuleSelfCheck.rounds {
      let text: String
      do throws(TemplateError) {
        text = try ExampleTemplate(template).text(seed: seed)
      } catch {
        report(rule, file, "«\(template)»: \(error)")
        return
      }
      // What holds nothing random is the same in every round.
      guard known.insert(text).inserted else { continue }
      let blob = Blob(provenance: Provenance(path: RepositoryPath("example")), bytes: Array(text.utf8))
      let id = RuleID(rule.id)
      let found = scanners.matches(of: id, in: blob, isFirst: seed == 0)
      if !found.incidents.isEmpty { report(rule, file, "«\(template)»: a limit was reached") }
      let own = found.uses.filter { $0.rule == id }
      if mustMatch, own.isEmpty { report(rule, file, "the example «\(template)» is not found") }
      if !mustMatch, !own.isEmpty { report(rule, file, "the counter-example «\(template)» is found") }
      if mustMatch, seed == 0 {
        for overlap in overlaps(of: id, own: own, found.uses, in: blob, scanners.all) {
          warn(rule, file, "«\(template)»: \(overlap)")
        }
      }
      guard seed < RuleSelfCheck.wholeRounds else { continue }
      let whole = scanners.matchesAnywhere(of: id, in: blob) ?? found
      if isBuiltIn, whole.isStray { report(rule, file, "«\(template)»: no keyword stands inside the match") }
      if own != whole.uses.filter({ $0.rule == id }) {
        report(rule, file, "«\(template)»: the whole text shows what the windows round keywords do not")
      }
    }
  }
}
