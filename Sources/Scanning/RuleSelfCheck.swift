internal import Patterns
package import Rules
internal import Structure
internal import Vocabulary

/// Proves rules on their own examples: each example is found by its rule, no counter-example is, and a keyword stands in
/// every match.
package struct RuleSelfCheck {
  /// Something that a rule pack promises and does not keep.
  package struct Problem: Sendable, Equatable, CustomStringConvertible {
    package let file: String
    package let rule: String
    package let message: String

    package var description: String { "\(file): rule \(rule): \(message)" }
  }

  /// How often each template is filled and tried.
  private static let rounds: UInt64 = 16

  private let isBuiltIn: Bool
  package private(set) var problems: [Problem] = []
  package private(set) var checkedRules = 0
  package private(set) var checkedExamples = 0

  /// - Parameter isBuiltIn: whether the packs promise that keywords stand inside matches, and carry what built-in rules must.
  /// - Throws: `RuleError` when a pack is not valid at all, and `ScannerError` when nothing can be scanned.
  package init(_ packs: [WrittenPack], isBuiltIn: Bool) throws {
    self.isBuiltIn = isBuiltIn
    var compiler = RuleCompiler(keywordsStandInMatches: isBuiltIn)
    try compiler.add(packs)
    let allowlists = compiler.allowlists.map(Allowlist.init)
    var everywhere = compiler.rules
    for index in everywhere.indices where !everywhere[index].reach.isOfEachKeyword {
      everywhere[index].reach = .wholeText
    }
    var scanner = try Scanner(RuleSet(RuleGroup(compiler.rules), allowlists: allowlists))
    var wholeScanner = try Scanner(RuleSet(RuleGroup(everywhere), allowlists: allowlists))
    for pack in packs {
      for rule in pack.rules {
        checkedRules += 1
        if isBuiltIn { checkForm(of: rule, in: pack.file) }
        if isBuiltIn { checkStructure(of: rule, in: pack.file, scanner) }
        for template in rule.examples {
          check(rule, template, mustMatch: true, in: pack.file, &scanner, &wholeScanner)
        }
        for template in rule.counterexamples {
          check(rule, template, mustMatch: false, in: pack.file, &scanner, &wholeScanner)
        }
      }
    }
  }

  private mutating func report(_ rule: WrittenRule, _ file: String, _ message: String) {
    let problem = Problem(file: file, rule: rule.id, message: message)
    if !problems.contains(problem) { problems.append(problem) }
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
    _ rule: WrittenRule, _ template: String, mustMatch: Bool, in file: String, _ scanner: inout Scanner,
    _ wholeScanner: inout Scanner
  ) {
    checkedExamples += 1
    for seed in 0..<RuleSelfCheck.rounds {
      let text: String
      do throws(TemplateError) {
        text = try ExampleTemplate(template).text(seed: seed)
      } catch {
        report(rule, file, "«\(template)»: \(error)")
        return
      }
      let blob = Blob(provenance: Provenance(path: RepositoryPath("example")), bytes: Array(text.utf8))
      let id = RuleID(rule.id)
      let (uses, incidents) = scanner.uses(in: blob)
      if !incidents.isEmpty { report(rule, file, "«\(template)»: a limit was reached") }
      let own = uses.filter { $0.rule == id }
      if mustMatch, own.isEmpty { report(rule, file, "the example «\(template)» is not found") }
      if !mustMatch, !own.isEmpty { report(rule, file, "the counter-example «\(template)» is found") }
      if isBuiltIn, wholeScanner.rulesMatchingWithoutKeyword(in: blob).contains(id) {
        report(rule, file, "«\(template)»: no keyword stands inside the match")
      }
      if own != wholeScanner.uses(in: blob).uses.filter({ $0.rule == id }) {
        report(rule, file, "«\(template)»: the whole text shows what the windows round keywords do not")
      }
    }
  }
}
