/// Texts of several lines that end with a line which says their name.
extension Lexer {
  /// A heredoc's name, how it is quoted, and the end of both.
  private struct Label {
    var name: Range<Int>
    var quote: UInt8?
    var end: Int
  }

  private func label(from start: Int) -> Label? {
    var place = start
    var quote: UInt8?
    if place < bytes.count, classes[Int(bytes[place])] == ByteClass.quote {
      quote = bytes[place]
      place += 1
    }
    let name = place
    guard place < bytes.count, isWordStart(bytes[place]) else { return nil }
    while place < bytes.count, isWordStart(bytes[place]) || classes[Int(bytes[place])] == ByteClass.digit { place += 1 }
    guard let quote else { return Label(name: name..<place, quote: nil, end: place) }
    guard place < bytes.count, bytes[place] == quote else { return nil }
    return Label(name: name..<place, quote: quote, end: place + 1)
  }

  /// The line that holds the name and perhaps more code: where it begins, and where the name ends. After a few that were not to be
  /// found no more are looked for, since each costs the rest of the text.
  private mutating func lineNaming(_ name: Range<Int>, from start: Int) -> (start: Int, end: Int)? {
    guard missingHeredocs < 16 else { return nil }
    var line = start
    while line < limit {
      var place = line
      while place < limit, bytes[place] == 32 || bytes[place] == 9 { place += 1 }
      let end = place + name.count
      if end <= limit, bytes[place..<end].elementsEqual(bytes[name]),
        end == limit || classes[Int(bytes[end])] != ByteClass.letter && classes[Int(bytes[end])] != ByteClass.digit
      {
        return (line, end)
      }
      line = endOfLine(from: place) + 1
    }
    missingHeredocs += 1
    return nil
  }

  /// `<<~NAME`, `<<-'NAME'`, `<<NAME`: its text begins after this line.
  mutating func rubyHeredoc() -> Bool {
    guard byte(1) == UInt8(ascii: "<") else { return false }
    let isIndented = byte(2) == UInt8(ascii: "~") || byte(2) == UInt8(ascii: "-")
    guard let label = label(from: at + (isIndented ? 3 : 2)) else { return false }
    let first = bytes[label.name.lowerBound]
    // Without the sign it might be an operator: `class << self`, `list <<item`.
    guard isIndented || (first < 0x60 && (expectsValue || bytes[at - 1] == 32)) else { return false }
    append(.opaque, from: at, to: label.end)
    at = label.end
    let start = max(endOfLine(from: at) + 1, heredocEnd)
    guard let line = lineNaming(label.name, from: start) else {
      gaps.append(SettingReadout.Gap(offset: label.name.lowerBound, reason: "no line ends the text that is named here"))
      return true
    }
    heredocEnd = line.end
    let interpolation: StringForm.Interpolation = label.quote == UInt8(ascii: "'") ? .none : .hashBrace
    let form = StringForm(quote: 0, interpolation: interpolation, spansLines: true, endsAtLimit: true)
    heredocs.append(LexerFrame(kind: .string, limit: line.start, resume: line.end, form: form, token: start))
    return true
  }

  /// After the line that names them: the first one is read next, and the others after it.
  mutating func beginHeredocs() {
    let next = heredocs.removeFirst()
    guard next.token <= limit else { return heredocs.removeAll() }
    beginString(next.form, from: next.token, content: next.token, limit: next.limit)
    frames[frames.count - 1].resume = next.resume
  }

  /// `<<<NAME`, `<<<'NAME'`.
  mutating func phpHeredoc() -> Bool {
    guard byte(1) == UInt8(ascii: "<"), byte(2) == UInt8(ascii: "<") else { return false }
    var place = at + 3
    while place < bytes.count, bytes[place] == 32 { place += 1 }
    guard let label = label(from: place) else { return false }
    let content = min(endOfLine(from: label.end) + 1, limit)
    guard let line = lineNaming(label.name, from: content) else {
      gaps.append(SettingReadout.Gap(offset: at, reason: "no line ends the text that is named here"))
      return false
    }
    let interpolation: StringForm.Interpolation = label.quote == UInt8(ascii: "'") ? .none : .php
    let form = StringForm(
      quote: 0, escapes: label.quote == UInt8(ascii: "'") ? .none : .backslash, interpolation: interpolation,
      spansLines: true, endsAtLimit: true)
    beginString(form, from: at, content: content, limit: line.start)
    frames[frames.count - 1].resume = line.end
    return true
  }
}
