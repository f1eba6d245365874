/// Whose meaning the words of a rule file have.
package enum RuleDialect: Sendable {
  /// Our own: PCRE2's expressions, and a rule of a known id takes the other's place.
  case stanch
  /// That of gitleaks and betterleaks 1: Go's expressions, and a rule of a known id changes the other.
  case gitleaks
  /// That of betterleaks 2: Go's expressions, and what is not known or stands twice is a mistake.
  case betterleaks

  /// Whether expressions are Go's.
  var isForeign: Bool { self != .stanch }
}
