/// Conditions that are true where a value is missing.
extension CodeReading {
  private static let negations: Set<String> = [
    "empty", "isEmpty", "nil", "is_none", "is_err", "isNullOrEmpty", "isNullOrBlank", "IsNullOrEmpty",
    "IsNullOrWhiteSpace",
    "isBlank", "blank", "is_nil", "is_null", "is_empty", "len", "count", "length",
  ]
  private static let nothings: Set<String> = ["undefined", "null", "nil", "None", "false"]

  /// Whether a condition is true without the value that stands at `place`: `!x`, `not x`, `x == ""`, `x is None`, `x.nil?`, `empty(x)`.
  func isNegated(_ place: Range<Int>) -> Bool {
    let before = place.lowerBound - 1
    if code.isOperator(before, "!") || code.isWord(before, "not") { return true }
    if code.isOperator(before, "("), code.isWord(before - 1), code.isOperator(place.upperBound, ")") {
      return code.isWord(before - 1, in: CodeReading.negations) || code.isOperator(before - 2, "!")
    }
    if place.contains(where: { code.isWord($0, "not") }) { return true }
    return isComparedWithNothing(place.upperBound)
  }

  private func isComparedWithNothing(_ index: Int) -> Bool {
    if code.isOperator(index, in: ["==", "==="]) {
      return code.value(index + 1) == "" || code.isWord(index + 1, in: CodeReading.nothings)
    }
    if code.isWord(index, "is") { return code.isWord(index + 1, "None") || code.isWord(index + 1, "null") }
    return code.isOperator(index, in: [".", "?."]) && code.isWord(index + 1, in: CodeReading.negations)
  }

  /// Whether one of the names is said to be missing; of what holds only together with something else nothing follows.
  func isNegated(_ names: Set<String>, in condition: Range<Int>) -> Bool {
    !isConjunction(condition)
      && condition.contains { code.isWord($0, in: names) && isNegated($0..<$0 + 1) }
  }

  func isConjunction(_ condition: Range<Int>) -> Bool {
    condition.contains { code.isOperator($0, "&&") || code.isWord($0, "and") }
  }
}
