/// Code that stops where a value is missing.
extension CodeReading {
  private static let aborts: Set<String> = [
    "throw", "raise", "panic", "fatalError", "preconditionFailure", "exit", "abort", "die", "fail", "Fatal", "Fatalf",
    "Fatalln", "Exit", "error", "bail", "unreachable", "halt", "croak", "reject", "fatal", "invariant", "Errorf",
    "notFound", "assertionFailure", "XCTFail", "abort_with", "quit",
  ]

  /// Whether the expression at `index` ends the program or the function by an error.
  func isAbort(_ index: Int) -> Bool {
    var place = index
    // `log.Fatal`, `process.exit`, `sys.exit`, `Kernel.exit`
    while place < index + 6, code.isWord(place) {
      if code.isWord(place, in: CodeReading.aborts) { return isStop(place) }
      guard code.isOperator(place + 1, in: [".", "::", "->"]) else { return false }
      place += 2
    }
    return false
  }

  /// `console.error` and `log.error` only tell.
  private func isStop(_ index: Int) -> Bool {
    guard code.isWord(index, in: ["error", "fatal", "Errorf"]) else { return true }
    if code.isWord(index, "Errorf") { return code.isWord(index - 2, "fmt") || code.isWord(index - 2, "errors") }
    return !code.isOperator(index - 1, ".")
  }

  /// Whether something among these tokens stops.
  func stops(in range: Range<Int>) -> Bool {
    range.contains { index in
      code.isWord(index, in: CodeReading.aborts) && isStop(index)
        || code.isWord(index, "New") && code.isWord(index - 2, "errors")
    }
  }

  /// Whether the variable that took the value is checked in the next statements.
  func isChecked(_ name: String, after end: Int) -> Bool {
    var place = endOfStatement(end)
    for _ in 0..<4 {
      if code.isWord(place, in: ["assert", "precondition", "invariant", "requireNotNull", "checkNotNull"]),
        mentions(name, place + 1..<endOfStatement(place + 1))
      {
        return true
      }
      guard code.isWord(place, in: ["if", "unless", "guard"]) else {
        place = endOfStatement(place + 1)
        continue
      }
      let condition = place + 1..<endOfCondition(place + 1)
      guard mentions(name, condition) else { return false }
      guard isNegated([name, "ok", "found", "exists"], in: condition) || code.isWord(place, "unless") else {
        return false
      }
      return stops(in: body(condition.upperBound))
    }
    return false
  }

  private func mentions(_ name: String, _ range: Range<Int>) -> Bool {
    range.contains { code.isWord($0, name) || code.isWord($0, in: ["ok", "found", "exists"]) }
  }

  /// `if (!process.env.X) throw …`, `raise … unless ENV["X"]`, `guard let x = … else { fatalError() }`, `assert …`
  func isCheckedHere(_ access: Access) -> Bool {
    let first = beginningOfStatement(access.start)
    if code.isWord(first, in: ["assert", "precondition", "invariant"]) { return true }
    if code.isWord(first, "if") || code.isWord(first, "unless") {
      let condition = first + 1..<max(first + 1, endOfCondition(from: first + 1, holding: access.end))
      let isNegated = isNegated(access.start..<access.end) && !isConjunction(condition)
      guard code.isWord(first, "unless") || isNegated else { return bindsThenStops(first, access) }
      return stops(in: body(condition.upperBound))
    }
    if code.isWord(access.start - 1, in: ["match", "case", "switch"]),
      code.isOperator(access.end, "{") || code.isWord(access.end, "do")
    {
      let end = code.partner(access.end) ?? min(code.count, access.end + 40)
      return stops(in: access.end..<min(end, access.end + 80))
    }
    if code.isWord(first, "let"), traits.letElse, let other = next("else", from: access.end, within: 12) {
      return stops(in: body(other + 1))
    }
    if code.isWord(first, "guard"), let other = next("else", from: access.end, within: 60) {
      return stops(in: body(other + 1))
    }
    if isAbort(first), (first..<access.start).contains(where: { code.isWord($0, in: ["unless", "if"]) }) {
      return (first..<access.start).contains { code.isWord($0, "unless") } || isNegated(access.start..<access.end)
    }
    return missingNames(first, access)
  }

  private func endOfCondition(from start: Int, holding index: Int) -> Int {
    if code.isOperator(start, "("), let close = code.partner(start), close >= index { return close + 1 }
    return endOfCondition(index)
  }

  /// `if v, ok := os.LookupEnv("X"); !ok { … }`, `if x := os.Getenv("X"); x == "" { … }`
  private func bindsThenStops(_ first: Int, _ access: Access) -> Bool {
    guard code.isOperator(access.end, ";") else { return false }
    let condition = access.end + 1..<endOfCondition(access.end + 1)
    let names = Set((first + 1..<access.start).filter(code.isWord).map(code.text))
    return isNegated(names, in: condition) && stops(in: body(condition.upperBound))
  }

  /// `missing = [name for name in REQUIRED if name not in os.environ]`, and then an error that tells them.
  private func missingNames(_ first: Int, _ access: Access) -> Bool {
    guard
      let name = (first..<min(first + 4, access.start)).first(where: { code.isWord($0) && isMissing(code.text($0)) })
    else {
      return false
    }
    var place = endOfStatement(access.end)
    for _ in 0..<3 {
      if code.isWord(place, "if"), mentions(code.text(name), place + 1..<endOfCondition(place + 1)) {
        return stops(in: body(endOfCondition(place + 1)))
      }
      place = endOfStatement(place + 1)
    }
    return false
  }

  private func isMissing(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains("missing") || name.contains("unset")
  }

  private func next(_ word: String, from start: Int, within count: Int) -> Int? {
    (start..<min(code.count, start + count)).first { code.isWord($0, word) }
  }
}
