/// A value in which Compose looks for variables: `$NAME`, `${NAME}`, `${NAME:-default}` and its kin, and `$$`.
///
/// After compose-go, `template/template.go`. A default reaches to the brace that closes the variable, counting every brace
/// on the line; where that leaves none, to the last brace of the line.
struct ComposeTemplate {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  func substituted(in scope: inout DotenvScope) throws(DotenvProblem.Code) -> [UInt8] {
    guard text.contains(.dollar) else { return text }
    return try substituted(0..<text.count, depth: 0, in: &scope)
  }

  private func substituted(
    _ range: Range<Int>, depth: Int, in scope: inout DotenvScope
  ) throws(DotenvProblem.Code) -> [UInt8] {
    if depth > DotenvScope.depthLimit { throw .nestedTooDeep }
    var result: [UInt8] = []
    var index = range.lowerBound
    // The last brace of the line that was looked at last, and where that line ends.
    var line = LineBraces(lastBrace: nil, end: range.lowerBound)
    while index < range.upperBound {
      guard text[index] == .dollar, index + 1 < range.upperBound else {
        result.append(text[index])
        index += 1
        continue
      }
      let next = index + 1
      if text[next] == .dollar {
        result.append(.dollar)
        index += 2
      } else if text[next] == .openBrace {
        if line.end <= next { line = LineBraces(in: text, from: next, to: range.upperBound) }
        index = try appendBraced(
          from: next + 1, lastBrace: line.lastBrace, within: range, to: &result, depth: depth, in: &scope)
      } else {
        let nameEnd = nameEnd(from: next, to: range.upperBound)
        if nameEnd == next {
          result.append(.dollar)
        } else {
          try append(scope.value(of: Array(text[next..<nameEnd])) ?? [], to: &result, in: &scope)
        }
        index = nameEnd
      }
    }
    return result
  }

  /// Appends what a variable in braces stands for, and says where the text goes on.
  private func appendBraced(
    from start: Int, lastBrace: Int?, within range: Range<Int>, to result: inout [UInt8], depth: Int,
    in scope: inout DotenvScope
  ) throws(DotenvProblem.Code) -> Int {
    let nameEnd = nameEnd(from: start, to: range.upperBound)
    guard nameEnd > start, nameEnd < range.upperBound else { throw .notATemplate }
    let name = Array(text[start..<nameEnd])
    if text[nameEnd] == .closeBrace {
      try append(scope.value(of: name) ?? [], to: &result, in: &scope)
      return nameEnd + 1
    }
    guard let lastBrace, let (form, wordStart) = form(at: nameEnd), wordStart <= lastBrace else { throw .notATemplate }
    let close = closingBrace(from: wordStart, to: lastBrace) ?? lastBrace
    let value = scope.value(of: name)
    let stands = value.map { !form.countsEmptyAsUnset || !$0.isEmpty } ?? false
    let word = wordStart..<close
    switch form.kind {
    case .otherwise where !stands, .instead where stands:
      result += try substituted(word, depth: depth + 1, in: &scope)
    case .orFail where !stands: throw .required(name)
    default: try append(value ?? [], to: &result, in: &scope)
    }
    return close + 1
  }

  private func append(
    _ value: [UInt8], to result: inout [UInt8], in scope: inout DotenvScope
  ) throws(DotenvProblem.Code) {
    try scope.count(value.count)
    result += value
  }

  private func form(at index: Int) -> (form: VariableForm, next: Int)? {
    let hasColon = text[index] == .colon
    let mark = hasColon ? index + 1 : index
    guard mark < text.count, let kind = VariableForm.Kind(text[mark]) else { return nil }
    return (VariableForm(kind: kind, countsEmptyAsUnset: hasColon), mark + 1)
  }

  /// The brace that closes the variable; one brace is open already, and what follows an opening brace is not looked at.
  private func closingBrace(from start: Int, to last: Int) -> Int? {
    var open = 1
    var index = start
    while index <= last {
      if text[index] == .closeBrace {
        open -= 1
        if open == 0 { return index }
      } else if text[index] == .openBrace {
        open += 1
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Go compares names without regard to case, by which `ſ` is an `s` and the Kelvin sign a `k`.
  private func nameEnd(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      if text[index].beginsName || index > start && text[index].isDigit {
        index += 1
      } else if index + 1 < end, text[index] == 0xC5, text[index + 1] == 0xBF {
        index += 2
      } else if index + 2 < end, text[index] == 0xE2, text[index + 1] == 0x84, text[index + 2] == 0xAA {
        index += 3
      } else {
        break
      }
    }
    return index
  }
}

/// The last closing brace of a line of a template.
private struct LineBraces {
  let lastBrace: Int?
  let end: Int

  init(lastBrace: Int?, end: Int) {
    self.lastBrace = lastBrace
    self.end = end
  }

  init(in text: [UInt8], from start: Int, to limit: Int) {
    let lineEnd = text[start..<limit].firstIndex(of: .newline) ?? limit
    self.init(lastBrace: text[start..<lineEnd].lastIndex(of: .closeBrace), end: lineEnd)
  }
}
