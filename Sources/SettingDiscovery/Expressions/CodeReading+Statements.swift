/// Where statements begin and end, as far as lines and brackets tell.
extension CodeReading {
  /// The first token of the next statement, from a place after the first token of this one.
  func endOfStatement(_ index: Int) -> Int {
    var place = index
    for _ in 0..<40 where place < code.count {
      if code.isOperator(place, ";") { return place + 1 }
      if code.beginsLine(place), !continuesLine(place) { return place }
      place = code.after(place)
    }
    return place
  }

  private func continuesLine(_ index: Int) -> Bool {
    code.isOperator(index, in: [".", "?.", "??", "||", "&&", ")", "]", "}", "?:", "&."])
  }

  /// The first token of the line, or of what the innermost bracket before `index` opens.
  func beginningOfStatement(_ index: Int) -> Int {
    var place = index
    for _ in 0..<40 where place > 0 {
      if code.beginsLine(place) && !continuesLine(place) || code.isOperator(place - 1, in: [";", "{"]) { return place }
      place -= 1
      if let partner = code.partner(place), partner < place { place = partner }
    }
    return place
  }

  /// Where the condition that `index` is in ends: at its body.
  func endOfCondition(_ index: Int) -> Int {
    if code.isOperator(index, "("), let close = code.partner(index) { return close + 1 }
    var place = index
    for _ in 0..<40 where place < code.count {
      if code.isOperator(place, "{") || code.isOperator(place, ":") || code.isWord(place, in: ["then", "else", "do"]) {
        return place
      }
      if place > index, code.beginsLine(place), !continuesLine(place) { return place }
      place = code.after(place)
    }
    return place
  }

  /// The tokens of the block that begins at `index`, or of the statement there.
  func body(_ index: Int) -> Range<Int> {
    var start = index
    if code.isOperator(start, "{"), let close = code.partner(start) { return start..<min(close, start + 40) }
    if code.isOperator(start, ":") { start += 1 }
    if code.isWord(start, in: ["then", "else"]) { start += 1 }
    if code.isOperator(start, "{"), let close = code.partner(start) { return start..<min(close, start + 40) }
    let end = endOfStatement(start + 1)
    return min(start, code.count)..<min(max(end, start + 1), code.count)
  }
}
