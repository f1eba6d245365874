/// The stable name of a rule, such as `github-personal-access-token`.
package struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package init(stringLiteral name: String) {
    self.name = name
  }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }

  package var description: String { name }
}
