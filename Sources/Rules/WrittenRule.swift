package import TOML

/// A rule as somebody wrote it; keys of the gitleaks dialect and our own.
///
/// Instead of `regex` and `keywords` a rule may say by which words its secrets are known:
///
/// ```toml
/// context = ["abuseipdb", "abuse_ipdb"]   # one of them stands in the name or the text before the value
/// value = '''[0-9a-f]{80}'''              # the value alone, bounded
/// names = ["key", "token"]                # words of which the name must hold one as well; may be left out
/// ```
///
/// Context words are lower case; `_` in them stands for any way to write a compound word (`ContextWord`). What may stand
/// between word and value, and where a value ends, is `ContextExpression`'s to know.
package struct WrittenRule {
  package let section: TOMLSection
  package let id: String
  package let title: String?
  package let provider: String?
  package let description: String?
  package let regex: String?
  package let context: [String]
  package let value: String?
  package let names: [String]
  package let path: String?
  /// The class of names, in place of a regex, whose values the rule is about; `weigh` says the same beside a regex.
  package let assigned: String?
  package let weigh: String?
  /// Whether each match of the regex begins with one of the keywords, so that nothing before them has to be looked at.
  package let beginsWithKeyword: Bool
  package let secretGroup: Int?
  package let keywords: [String]
  package let entropy: Double?
  package let checks: [String]
  package let invalid: String?
  package let severity: String?
  package let confidence: String?
  package let examples: [String]
  package let counterexamples: [String]
  package let allowlists: [WrittenAllowlist]
  package let companions: [WrittenCompanion]
  /// Whether the rule is there only for others to ask for.
  package let isComponent: Bool
  /// An expression of betterleaks that is true for what is to be left out.
  package let filter: String?
  /// Whether betterleaks would ask how much a secret is like language.
  package let asksTokenEfficiency: Bool
  package let specificity: Int?
  /// Whether it says how a service may be asked about a secret.
  package let hasValidation: Bool
  package let tags: [String]

  private static let known: Set = [
    "id", "title", "provider", "description", "regex", "context", "value", "names", "path", "assigned", "weigh",
    "beginswithkeyword",
    "secretgroup", "keywords", "entropy", "checks", "invalid", "severity",
    "confidence", "examples", "counterexamples", "allowlist", "allowlists", "tags",
    "required", "components", "skipreport", "filter", "tokenefficiency", "specificity", "validate",
  ]

  init(_ section: TOMLSection, notices: inout [String]) throws(ConfigurationError) {
    var section = section
    guard let id = try section.string("id"), !id.isEmpty else { throw section.error("id", "a rule needs an id") }
    section.name = "rule \(id)"
    self.section = section
    self.id = id
    title = try section.string("title")
    provider = try section.string("provider")
    description = try section.string("description")
    regex = try section.string("regex")
    context = try section.strings("context")
    value = try section.string("value")
    names = try section.strings("names")
    path = try section.string("path")
    assigned = try section.string("assigned")
    weigh = try section.string("weigh")
    beginsWithKeyword = try section.bool("beginsWithKeyword") ?? false
    secretGroup = try section.integer("secretGroup")
    keywords = try section.strings("keywords").map { $0.lowercased() }
    entropy = try section.number("entropy")
    checks = try section.strings("checks")
    invalid = try section.string("invalid")
    severity = try section.string("severity")
    confidence = try section.string("confidence")
    examples = try section.strings("examples")
    counterexamples = try section.strings("counterexamples")
    let singular = try section.section("allowlist")
    let plural = try section.sections("allowlists")
    if singular != nil, !plural.isEmpty {
      throw section.error("allowlist", "stands beside [[rules.allowlists]]", hint: "keep [[rules.allowlists]] alone")
    }
    var allowlists: [WrittenAllowlist] = []
    for section in singular.map({ [$0] }) ?? plural {
      allowlists.append(try WrittenAllowlist(section, notices: &notices))
    }
    self.allowlists = allowlists
    let required = try section.sections("required")
    let components = try section.sections("components")
    if !required.isEmpty, !components.isEmpty {
      throw section.error("components", "stands beside [[rules.required]]", hint: "keep one of the two")
    }
    var companions: [WrittenCompanion] = []
    for section in required + components { companions.append(try WrittenCompanion(section, notices: &notices)) }
    self.companions = companions
    isComponent = try section.bool("skipReport") ?? false
    filter = try WrittenFilter.text("filter", of: section)
    asksTokenEfficiency = try section.bool("tokenEfficiency") ?? false
    specificity = try section.integer("specificity")
    hasValidation = try section.string("validate") != nil
    tags = try section.strings("tags")
    notices += section.keys(otherThan: WrittenRule.known).map {
      "\(section.file): rule \(id): the key \($0) is not known and does nothing"
    }
  }
}
