package import Patterns
package import Structure
package import Vocabulary

/// A rule ready to be matched; its patterns are compiled when they are first needed.
package final class Rule: Sendable {
  package let definition: RuleDefinition
  package let pattern: LazyPattern?
  package let pathPattern: LazyPattern?
  package let allowlists: [Allowlist]
  package let checks: [StructureCheck]

  package init(_ definition: RuleDefinition) {
    self.definition = definition
    pattern = definition.pattern.map(LazyPattern.init)
    pathPattern = definition.pathPattern.map(LazyPattern.init)
    allowlists = definition.allowlists.map(Allowlist.init)
    // Names that are not known were refused when the rule was judged.
    checks = definition.checks.compactMap(StructureCheck.named)
  }

  package var summary: RuleSummary { definition.summary }
}
