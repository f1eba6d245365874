internal import Evidence
internal import Patterns
internal import Structure
package import TOML
package import Vocabulary

/// Judges rules as written and turns them into definitions.
package struct RuleCompiler {
  /// Whether a rule's keywords are known to stand inside every match, as the built-in packs promise and `rules check`
  /// proves. Elsewhere a keyword may be anywhere in the text, as in gitleaks.
  private let keywordsStandInMatches: Bool
  private let dialect: RuleDialect
  private let base: (RuleID) -> RuleDefinition?
  /// Whether there are rules that the packs are added to.
  private let changesOthers: Bool
  private var providers: [String: WrittenProvider] = [:]
  private var definitions: [RuleDefinition] = []
  private var seen: [String: String] = [:]

  package private(set) var allowlists: [AllowlistDefinition] = []
  /// What was read and does nothing, in words.
  package private(set) var notices: [String] = []

  /// - Parameter base: the rule of an id among those that the packs are added to.
  package init(
    keywordsStandInMatches: Bool, dialect: RuleDialect = .stanch,
    over base: ((RuleID) -> RuleDefinition?)? = nil
  ) {
    self.keywordsStandInMatches = keywordsStandInMatches
    self.dialect = dialect
    self.base = base ?? { _ in nil }
    changesOthers = base != nil
  }

  /// The definitions so far, sorted by id.
  package var rules: [RuleDefinition] { definitions.sorted { $0.summary.id < $1.summary.id } }

  /// - Throws: `ConfigurationError` that names file, line, rule and key.
  package mutating func add(_ packs: [WrittenPack]) throws(ConfigurationError) {
    for pack in packs {
      for provider in pack.providers { providers[provider.id] = provider }
    }
    for pack in packs {
      for rule in pack.rules { try add(rule) }
    }
    for pack in packs {
      for allowlist in pack.allowlists { try add(allowlist) }
      try addFilters(of: pack)
    }
    for pack in packs {
      for rule in pack.rules { try checkCompanions(of: rule) }
    }
  }

  /// Whether the rules that a rule asks for are there, and whether one of them is about the path alone.
  private mutating func checkCompanions(of rule: WrittenRule) throws(ConfigurationError) {
    guard let index = definitions.firstIndex(where: { $0.summary.id.name == rule.id }) else { return }
    for written in rule.companions {
      for id in written.ids where id == rule.id || !isKnown(RuleID(id)) {
        throw written.section.error(
          "required", id == rule.id ? "a rule cannot ask for itself" : "there is no rule \(id)")
      }
    }
    for companion in definitions[index].companions.indices {
      let asked = Set(definitions[index].companions[companion].rules)
      definitions[index].companions[companion].isAboutPath = definitions.contains {
        asked.contains($0.summary.id) && $0.pattern == nil && $0.weighed == nil
      }
    }
  }

  private func isKnown(_ id: RuleID) -> Bool {
    definitions.contains { $0.summary.id == id } || base(id) != nil
  }

  private mutating func add(_ rule: WrittenRule) throws(ConfigurationError) {
    let other = seen.updateValue(rule.section.file, forKey: rule.id)
    if let other, dialect != .gitleaks {
      throw rule.section.error("id", "the id stands twice, first in \(other)")
    }
    let known = dialect == .gitleaks ? base(RuleID(rule.id)) : nil
    if known == nil, rule.regex == nil, rule.path == nil, dialect == .gitleaks, changesOthers {
      notices.append(
        "\(rule.section.file): rule \(rule.id): there is no such rule among stanch's, so what is changed of it does nothing"
      )
      return
    }
    let definition: RuleDefinition
    if let known { definition = try merged(rule, into: known) } else { definition = try self.definition(of: rule) }
    guard other != nil, let place = definitions.firstIndex(where: { $0.summary.id.name == rule.id }) else {
      definitions.append(definition)
      return
    }
    notices.append("\(rule.section.file): rule \(rule.id): the id stands twice, and the last one holds, as in gitleaks")
    definitions[place] = definition
  }

  /// Puts the filters of a file as a whole among its allowlists.
  private mutating func addFilters(of pack: WrittenPack) throws(ConfigurationError) {
    for (key, text, isAboutText) in [("prefilter", pack.prefilter, true), ("filter", pack.filter, false)] {
      guard let text else { continue }
      allowlists.append(try filter(text, key: key, pack.section, isAboutText: isAboutText))
    }
  }

  private func filter(
    _ text: String, key: String, _ section: TOMLSection, isAboutText: Bool = false
  ) throws(ConfigurationError) -> AllowlistDefinition {
    if keywordsStandInMatches { throw section.error(key, "the built-in rules carry no filters") }
    var allowlist = AllowlistDefinition(
      description: key, requiresAll: false, paths: [], target: .secret, regexes: [], stopwords: [], commits: [])
    allowlist.filter = try WrittenFilter.filter(text, key: key, section)
    allowlist.isAboutText = isAboutText
    return allowlist
  }

  private mutating func add(_ written: WrittenAllowlist) throws(ConfigurationError) {
    let allowlist = try definition(of: written)
    guard !written.targetRules.isEmpty else {
      allowlists.append(allowlist)
      return
    }
    for target in written.targetRules {
      if let index = definitions.firstIndex(where: { $0.summary.id.name == target }) {
        definitions[index].allowlists.append(allowlist)
      } else if var known = dialect == .gitleaks ? base(RuleID(target)) : nil {
        known.allowlists.append(allowlist)
        definitions.append(known)
      } else if changesOthers {
        notices.append("\(written.section.file): targetRules: there is no rule \(target) among stanch's")
      } else {
        throw written.section.error("targetRules", "there is no rule \(target) in this file")
      }
    }
  }

  private mutating func definition(of rule: WrittenRule) throws(ConfigurationError) -> RuleDefinition {
    let weighed = try weighed(of: rule)
    let context = try ContextExpression(rule)
    guard rule.regex != nil || context != nil || rule.path != nil || rule.assigned != nil else {
      throw rule.section.error(
        "regex", "a rule needs a regex, a context, a path, or the class of names that it is assigned to")
    }
    if rule.keywords.contains(where: { $0.utf8.contains(0) }) {
      throw rule.section.error("keywords", "a keyword holds a NUL")
    }
    if let regex = rule.regex { try checkGroups(of: spelled(regex), rule.secretGroup, rule) }
    if let path = rule.path { _ = try pattern(path, key: "path", rule.section) }
    var pattern = context?.pattern ?? rule.regex.map(spelled)
    var reach = reach(of: rule, pattern, keywordStandsInMatch: keywordsStandInMatches || context != nil)
    // Where a keyword may be anywhere in the text, the same is found by looking at all of it.
    if rule.beginsWithKeyword, let expression = pattern, case .window(let longest) = reach {
      (pattern, reach) = ("\\G(?:\(expression))", .eachKeyword(longest))
    }
    let secretGroup = rule.secretGroup == 0 && !keywordsStandInMatches ? nil : rule.secretGroup
    return RuleDefinition(
      summary: try summary(of: rule), pattern: pattern, pathPattern: rule.path.map(spelled), weighed: weighed,
      secretGroup: context == nil ? secretGroup : 1, keywords: context?.keywords ?? rule.keywords,
      entropy: rule.entropy == 0 ? nil : rule.entropy, checks: try checks(of: rule),
      rejectsBroken: try rejectsBroken(rule),
      reach: reach,
      allowlists: try allowlists(of: rule), companions: try companions(of: rule), isComponent: rule.isComponent,
      specificity: specificity(of: rule))
  }

  private func allowlists(of rule: WrittenRule) throws(ConfigurationError) -> [AllowlistDefinition] {
    var allowlists: [AllowlistDefinition] = []
    for allowlist in rule.allowlists { allowlists.append(try definition(of: allowlist)) }
    if let text = rule.filter { allowlists.append(try filter(text, key: "filter", rule.section)) }
    return allowlists
  }

  /// An expression as PCRE2 is to read it.
  private func spelled(_ expression: String) -> String {
    dialect.isForeign ? GoExpression.translated(expression) : expression
  }

  /// gitleaks lets every other rule speak before one with «generic» in its name.
  private func specificity(of rule: WrittenRule) -> Int {
    let isGeneric = dialect == .gitleaks && rule.id.lowercased().contains("generic")
    return max(0, rule.specificity ?? (isGeneric ? 0 : RuleDefinition.usualSpecificity))
  }

  /// A rule of the base as a rule of the same id changes it: what is said takes the place of what was, and lists grow.
  private func merged(_ rule: WrittenRule, into base: RuleDefinition) throws(ConfigurationError) -> RuleDefinition {
    var definition = base
    if let description = rule.description, !description.isEmpty {
      definition.summary = base.summary.with(description: description)
    }
    if let entropy = rule.entropy, entropy != 0 { definition.entropy = entropy }
    if let path = rule.path, !path.isEmpty {
      _ = try pattern(path, key: "path", rule.section)
      definition.pathPattern = spelled(path)
    }
    let changesText = rule.regex != nil || !rule.keywords.isEmpty
    if let regex = rule.regex, !regex.isEmpty { definition.pattern = spelled(regex) }
    if let group = rule.secretGroup, group != 0 { definition.secretGroup = group }
    if let text = definition.pattern { try checkGroups(of: text, definition.secretGroup, rule) }
    // A keyword may be anywhere in the text then, not only inside a match.
    if changesText { definition.reach = .wholeText }
    definition.keywords += rule.keywords.filter { !base.keywords.contains($0) }
    if rule.filter != nil { definition.allowlists.removeAll { $0.filter != nil } }
    definition.allowlists += try allowlists(of: rule)
    definition.companions += try companions(of: rule)
    return definition
  }

  private func companions(of rule: WrittenRule) throws(ConfigurationError) -> [Companion] {
    var companions: [Companion] = []
    for written in rule.companions where !written.isOptional { companions.append(try companion(written)) }
    return companions
  }

  private func companion(_ written: WrittenCompanion) throws(ConfigurationError) -> Companion {
    var companion = Companion(rules: written.ids.map { RuleID($0) })
    companion.alone = try choice(written.alone, key: "alone", written.section)
    if let within = written.within {
      guard let reach = CompanionReach(within) else {
        throw written.section.error("within", "«\(within)» is not of the form 5L, 5L,100C or -2L,+4C")
      }
      (companion.lines, companion.columns) = (reach.lines, reach.columns)
    }
    if let lines = try distance(written.withinLines, "withinLines", written) { companion.lines = lines }
    if let columns = try distance(written.withinColumns, "withinColumns", written) { companion.columns = columns }
    return companion
  }

  private func distance(
    _ number: Int?, _ key: String, _ written: WrittenCompanion
  ) throws(ConfigurationError) -> ClosedRange<Int>? {
    guard let number else { return nil }
    guard number >= 0 else { throw written.section.error(key, "is less than 0") }
    return -number...number
  }

  private func weighed(of rule: WrittenRule) throws(ConfigurationError) -> NameClass? {
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

  private func checks(of rule: WrittenRule) throws(ConfigurationError) -> [String] {
    for name in rule.checks where StructureCheck.named(name) == nil {
      let known = StructureCheck.all.map(\.name).joined(separator: ", ")
      throw rule.section.error("checks", "there is no check \(name)", hint: "the checks are \(known)")
    }
    return rule.checks
  }

  private func rejectsBroken(_ rule: WrittenRule) throws(ConfigurationError) -> Bool {
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

  private func checkGroups(of regex: String, _ group: Int?, _ rule: WrittenRule) throws(ConfigurationError) {
    let pattern = try RuleCompiler.pattern(regex, key: "regex", rule.section)
    if let group, !(0...pattern.captureCount).contains(group) {
      throw rule.section.error("secretGroup", "is \(group), and the regex has \(pattern.captureCount) groups")
    }
  }

  private func summary(of rule: WrittenRule) throws(ConfigurationError) -> RuleSummary {
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
  ) throws(ConfigurationError) -> Value? where Value.RawValue == String {
    guard let text else { return nil }
    guard let value = Value(rawValue: text.lowercased()) else {
      let choices = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw section.error(key, "«\(text)» is none of \(choices)")
    }
    return value
  }

  private func definition(of written: WrittenAllowlist) throws(ConfigurationError) -> AllowlistDefinition {
    let section = written.section
    for path in written.paths { _ = try pattern(path, key: "paths", section) }
    for regex in written.regexes { _ = try pattern(regex, key: "regexes", section) }
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
      description: written.description ?? "allowlist", requiresAll: requiresAll, paths: written.paths.map(spelled),
      target: target, regexes: written.regexes.map(spelled), stopwords: written.stopwords.map { $0.lowercased() },
      commits: written.commits.map { $0.lowercased() })
  }

  private func pattern(_ source: String, key: String, _ section: TOMLSection) throws(ConfigurationError) -> Pattern {
    try RuleCompiler.pattern(spelled(source), key: key, section)
  }

  static func pattern(_ source: String, key: String, _ section: TOMLSection) throws(ConfigurationError) -> Pattern {
    do {
      return try Pattern(source)
    } catch {
      throw section.error(key, "\(error) in «\(source.prefix(80))»")
    }
  }
}
