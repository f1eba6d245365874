internal import Evidence
internal import Patterns
internal import Structure
internal import Vocabulary

/// Judges rules as written and turns them into definitions.
package struct RuleCompiler {
  /// Whether a rule's keywords are known to stand inside every match, as the built-in packs promise and `rules check`
  /// proves. Elsewhere a keyword may be anywhere in the text, as in gitleaks.
  private let keywordsStandInMatches: Bool
  private var providers: [String: WrittenProvider] = [:]
  private var definitions: [RuleDefinition] = []
  private var seen: [String: String] = [:]

  package private(set) var allowlists: [AllowlistDefinition] = []

  package init(keywordsStandInMatches: Bool) {
    self.keywordsStandInMatches = keywordsStandInMatches
  }

  /// The definitions so far, sorted by id.
  package var rules: [RuleDefinition] { definitions.sorted { $0.summary.id < $1.summary.id } }

  /// - Throws: `RuleError` that names file, line, rule and key.
  package mutating func add(_ packs: [WrittenPack]) throws(RuleError) {
    for pack in packs {
      for provider in pack.providers { providers[provider.id] = provider }
    }
    for pack in packs {
      for rule in pack.rules { definitions.append(try definition(of: rule)) }
    }
    for pack in packs {
      for allowlist in pack.allowlists { try add(allowlist) }
    }
  }

  private mutating func add(_ written: WrittenAllowlist) throws(RuleError) {
    let allowlist = try definition(of: written)
    guard !written.targetRules.isEmpty else {
      allowlists.append(allowlist)
      return
    }
    for target in written.targetRules {
      guard let index = definitions.firstIndex(where: { $0.summary.id.name == target }) else {
        throw written.section.error("targetRules", "there is no rule \(target) in this file")
      }
      definitions[index].allowlists.append(allowlist)
    }
  }

  private mutating func definition(of rule: WrittenRule) throws(RuleError) -> RuleDefinition {
    if let other = seen.updateValue(rule.section.file, forKey: rule.id) {
      throw rule.section.error("id", "the id stands twice, first in \(other)")
    }
    let weighed = try weighed(of: rule)
    let context = try ContextExpression(rule)
    guard rule.regex != nil || context != nil || rule.path != nil || rule.assigned != nil else {
      throw rule.section.error(
        "regex", "a rule needs a regex, a context, a path, or the class of names that it is assigned to")
    }
    if rule.keywords.contains(where: { $0.utf8.contains(0) }) {
      throw rule.section.error("keywords", "a keyword holds a NUL")
    }
    if let regex = rule.regex { try checkGroups(of: regex, rule) }
    if let path = rule.path { _ = try RuleCompiler.pattern(path, key: "path", rule.section) }
    var allowlists: [AllowlistDefinition] = []
    for allowlist in rule.allowlists { allowlists.append(try definition(of: allowlist)) }
    let pattern = context?.pattern ?? rule.regex
    let secretGroup = rule.secretGroup == 0 && !keywordsStandInMatches ? nil : rule.secretGroup
    return RuleDefinition(
      summary: try summary(of: rule), pattern: pattern, pathPattern: rule.path, weighed: weighed,
      secretGroup: context == nil ? secretGroup : 1, keywords: context?.keywords ?? rule.keywords,
      entropy: rule.entropy == 0 ? nil : rule.entropy, checks: try checks(of: rule),
      rejectsBroken: try rejectsBroken(rule),
      reach: reach(of: rule, pattern, keywordStandsInMatch: keywordsStandInMatches || context != nil),
      allowlists: allowlists)
  }

  private func weighed(of rule: WrittenRule) throws(RuleError) -> NameClass? {
    if rule.regex == nil, rule.context.isEmpty, rule.weigh != nil {
      throw rule.section.error(
        "weigh", "there is no regex whose value could be weighed", hint: "assigned = … asks for names")
    }
    guard rule.assigned != nil else { return try choice(rule.weigh, key: "weigh", rule.section) }
    guard rule.regex == nil, rule.context.isEmpty, rule.weigh == nil else {
      throw rule.section.error("assigned", "stands beside a regex", hint: "weigh = … weighs what a regex captures")
    }
    if rule.keywords.isEmpty {
      throw rule.section.error("keywords", "a rule about names needs words of theirs as keywords")
    }
    return try choice(rule.assigned, key: "assigned", rule.section)
  }

  private func reach(
    of rule: WrittenRule, _ pattern: String?, keywordStandsInMatch: Bool
  ) -> RuleDefinition.Reach {
    if rule.assigned != nil { return .eachKeyword(AssignedValues.reach) }
    guard keywordStandsInMatch, let pattern, let longest = PatternExtent.longestMatch(of: pattern)
    else { return .wholeText }
    return .window(longest)
  }

  private func checks(of rule: WrittenRule) throws(RuleError) -> [String] {
    for name in rule.checks where StructureCheck.named(name) == nil {
      let known = StructureCheck.all.map(\.name).joined(separator: ", ")
      throw rule.section.error("checks", "there is no check \(name)", hint: "the checks are \(known)")
    }
    return rule.checks
  }

  private func rejectsBroken(_ rule: WrittenRule) throws(RuleError) -> Bool {
    guard let invalid = rule.invalid else { return false }
    guard !rule.checks.isEmpty else {
      throw rule.section.error("invalid", "stands without checks", hint: "name the checks that are to decide it")
    }
    switch invalid.lowercased() {
    case "reject": return true
    case "lower": return false
    default: throw rule.section.error("invalid", "«\(invalid)» is none of reject, lower")
    }
  }

  private func checkGroups(of regex: String, _ rule: WrittenRule) throws(RuleError) {
    let pattern = try RuleCompiler.pattern(regex, key: "regex", rule.section)
    if let group = rule.secretGroup, !(0...pattern.captureCount).contains(group) {
      throw rule.section.error("secretGroup", "is \(group), and the regex has \(pattern.captureCount) groups")
    }
  }

  private func summary(of rule: WrittenRule) throws(RuleError) -> RuleSummary {
    var provider: WrittenProvider?
    if let id = rule.provider {
      guard let known = providers[id] else { throw rule.section.error("provider", "there is no provider \(id)") }
      provider = known
    }
    return RuleSummary(
      id: RuleID(rule.id), title: rule.title ?? rule.id, description: rule.description ?? "",
      severity: try choice(rule.severity, key: "severity", rule.section) ?? .high,
      confidence: try choice(rule.confidence, key: "confidence", rule.section) ?? .medium,
      holder: provider?.holder, revoke: provider?.revoke)
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ text: String?, key: String, _ section: TOMLSection
  ) throws(RuleError) -> Value? where Value.RawValue == String {
    guard let text else { return nil }
    guard let value = Value(rawValue: text.lowercased()) else {
      let choices = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw section.error(key, "«\(text)» is none of \(choices)")
    }
    return value
  }

  private func definition(of written: WrittenAllowlist) throws(RuleError) -> AllowlistDefinition {
    let section = written.section
    for path in written.paths { _ = try RuleCompiler.pattern(path, key: "paths", section) }
    for regex in written.regexes { _ = try RuleCompiler.pattern(regex, key: "regexes", section) }
    let target: AllowlistDefinition.Target
    switch written.regexTarget?.lowercased() ?? "" {
    case "", "secret": target = .secret
    case "match": target = .match
    case "line": target = .line
    default: throw section.error("regexTarget", "is none of secret, match, line")
    }
    let requiresAll: Bool
    switch written.condition?.lowercased() ?? "or" {
    case "or", "||": requiresAll = false
    case "and", "&&": requiresAll = true
    default: throw section.error("condition", "is neither OR nor AND")
    }
    return AllowlistDefinition(
      description: written.description ?? "allowlist", requiresAll: requiresAll, paths: written.paths, target: target,
      regexes: written.regexes, stopwords: written.stopwords.map { $0.lowercased() },
      commits: written.commits.map { $0.lowercased() })
  }

  static func pattern(_ source: String, key: String, _ section: TOMLSection) throws(RuleError) -> Pattern {
    do {
      return try Pattern(source)
    } catch {
      throw section.error(key, "\(error) in «\(source.prefix(80))»")
    }
  }
}
