/// Which of Node's two parsers reads a file.
enum NodeEdition {
  /// That of Node 22 and 24.
  case current
  /// That of Node 20, which trims spaces only, and takes a line without `=` for the beginning of the next name.
  case twenty
}

/// Reads a file as `node --env-file` and `util.parseEnv` do. They never fail.
///
/// After `src/node_dotenv.cc`; what looks odd here is so there: every CR is dropped, a value may stand on the next line,
/// and what follows `=` on a line without a name is read as a line of its own.
struct NodeReader {
  private let text: ReaderText
  private let edition: NodeEdition
  private var transcript: Transcript
  private var position = 0
  private var end = 0

  init(_ file: [UInt8], edition: NodeEdition) {
    text = ReaderText(withoutCarriageReturns: file)
    self.edition = edition
    transcript = Transcript(edition == .current ? .node : .node20)
    end = (text.bytes.lastIndex { !isSpace($0) } ?? -1) + 1
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || edition == .current && (byte == .tab || byte == .newline)
  }

  mutating func read() -> Transcript {
    skipSpaces()
    while position < end { readStatement() }
    return transcript
  }

  private mutating func skipSpaces() {
    while position < end, isSpace(text.bytes[position]) { position += 1 }
  }

  /// Goes to the beginning of the next line.
  private mutating func skipLine(from index: Int) {
    position = min(min(text.lineEnd(from: index), end) + 1, end)
  }

  private mutating func readStatement() {
    let start = position
    let first = text.bytes[start]
    // Node 20 takes a comment at the end of the file for an entry.
    if first == .newline || first == .hash, edition == .current || text.lineEnd(from: start) < end {
      return skipLine(from: start)
    }
    let endsName: (UInt8) -> Bool = edition == .current ? { $0 == .equals || $0 == .newline } : { $0 == .equals }
    guard let mark = text.bytes[start..<end].firstIndex(where: endsName) else {
      transcript.record(.notAnEntry, at: start, in: text)
      position = end
      return
    }
    position = mark + 1
    if text.bytes[mark] == .newline {
      transcript.record(.notAnEntry, at: start, in: text)
      return skipSpaces()
    }
    readEntry(from: start, mark: mark)
  }

  private mutating func readEntry(from start: Int, mark: Int) {
    var key = trimmed(start..<mark)
    if edition == .current, position == end || text.bytes[position] == .newline {
      return record(start, key, position..<position, hasExport: false)
    }
    skipSpaces()
    // Where there are spaces only, Node 20 takes the byte before them for the name.
    if edition == .twenty, key.isEmpty, mark > start, start > 0 { key = (start - 1)..<start }
    if key.isEmpty {
      if edition == .twenty { position = end }
      return transcript.record(.noName, at: mark, in: text)
    }
    let hasExport = text.bytes[key].starts(with: "export ".utf8)
    if hasExport {
      key = (key.lowerBound + 7)..<key.upperBound
      if edition == .current { key = trimmed(key) }
    }
    let quote = position < end ? text.bytes[position] : .newline
    if DotenvQuote(opening: quote) != .none {
      readQuoted(start, key, quote, hasExport: hasExport)
    } else {
      readBare(start, key, hasExport: hasExport)
    }
  }

  private mutating func readQuoted(_ start: Int, _ key: Range<Int>, _ quote: UInt8, hasExport: Bool) {
    let opening = position
    guard let close = text.firstIndex(of: quote, from: opening + 1, to: end) else {
      // A quote that is never closed belongs to the value, as does all that follows it on the line.
      let lineEnd = min(text.lineEnd(from: opening), end)
      // On the last line Node 20 goes on at the quote as if nothing had been read.
      if edition == .twenty, lineEnd == end { return }
      record(start, key, opening..<lineEnd, hasExport: hasExport)
      skipLine(from: opening)
      return skipSpacesAfterValue()
    }
    let inner = Array(text.bytes[(opening + 1)..<close])
    record(
      start, key, opening..<(close + 1), quote: DotenvQuote(opening: quote), hasExport: hasExport,
      value: quote == .doubleQuote ? NodeReader.unescaped(inner) : inner)
    skipLine(from: close + 1)
  }

  private mutating func readBare(_ start: Int, _ key: Range<Int>, hasExport: Bool) {
    let lineEnd = min(text.lineEnd(from: position), end)
    let hash = text.firstIndex(of: .hash, from: position, to: lineEnd) ?? lineEnd
    record(start, key, trimmed(position..<hash), hasExport: hasExport)
    skipLine(from: position)
    skipSpacesAfterValue()
  }

  private mutating func skipSpacesAfterValue() {
    if edition == .current { skipSpaces() }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let bytes = text.bytes[range]
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }

  /// `\n` between double quotes is a line end, and nothing else is escaped.
  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isEscape = bytes[index] == .backslash && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "n")
      result.append(isEscape ? .newline : bytes[index])
      index += isEscape ? 2 : 1
    }
    return result
  }

  private mutating func record(
    _ start: Int, _ key: Range<Int>, _ value: Range<Int>, quote: DotenvQuote = .none, hasExport: Bool,
    value read: [UInt8]? = nil
  ) {
    transcript.record(
      Statement(
        range: start..<max(value.upperBound, key.upperBound), key: key, name: repaired(Array(text.bytes[key])),
        value: value, quote: quote, hasExport: hasExport,
        outcome: .value(repaired(read ?? Array(text.bytes[value])))), in: text)
  }

  /// Strings of JavaScript hold no bytes that are no UTF-8: U+FFFD stands for them.
  private func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }
}
