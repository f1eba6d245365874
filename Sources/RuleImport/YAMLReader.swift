/// Reads the part of YAML 1.2 that rule files are written in: block and flow lists and mappings, texts plain, quoted, literal
/// and folded, remarks. Anchors, tags and several documents in one file are refused, never guessed at.
struct YAMLReader {
  private let lines: [Substring]
  private var next = 0
  /// What stands behind the dash of the line at hand, and how far from the margin.
  private var pending: (indent: Int, text: Substring)?
  private var depth = 0

  private static let deepest = 100

  static func value(of text: String) throws(YAMLError) -> YAMLValue {
    var reader = YAMLReader(text)
    let value = try reader.block(from: 0)
    if let line = reader.peek() { throw reader.error("«\(line.text.prefix(40))» does not belong to anything above") }
    return value
  }

  private init(_ text: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  // MARK: Lines

  private func error(_ cause: String, at line: Int? = nil) -> YAMLError {
    YAMLError(line: min(lines.count, (line ?? next) + 1), cause: cause)
  }

  private static func indent(of line: Substring) -> Int { line.prefix { $0 == " " }.count }

  /// The next line that says something; blank ones and remarks are passed by.
  private mutating func peek() -> (indent: Int, text: Substring)? {
    if let pending { return pending }
    while next < lines.count {
      let indent = YAMLReader.indent(of: lines[next])
      let text = lines[next].dropFirst(indent)
      if !text.allSatisfy(\.isWhitespace), !text.hasPrefix("#"), !(indent == 0 && text == "---") {
        return (indent, text)
      }
      next += 1
    }
    return nil
  }

  private mutating func advance() {
    pending = nil
    next += 1
  }

  // MARK: Blocks

  /// A list, a mapping or a text that begins at least so far from the margin.
  private mutating func block(from least: Int) throws(YAMLError) -> YAMLValue {
    guard let line = peek(), line.indent >= least else { return .nothing }
    depth += 1
    defer { depth -= 1 }
    guard depth < YAMLReader.deepest else { throw error("values stand too deep in each other") }
    if line.text.hasPrefix("\t") { throw error("a tab cannot say how deep a line is") }
    if YAMLReader.isElement(line.text) { return try list(at: line.indent) }
    if YAMLReader.key(of: line.text) != nil { return try map(at: line.indent) }
    pending = nil
    return try inline(line.text, parent: least - 1)
  }

  private static func isElement(_ text: Substring) -> Bool { text == "-" || text.hasPrefix("- ") }

  private mutating func list(at indent: Int) throws(YAMLError) -> YAMLValue {
    var elements: [YAMLValue] = []
    while let line = peek(), line.indent == indent, YAMLReader.isElement(line.text) {
      let rest = line.text.dropFirst().drop { $0 == " " }
      if rest.isEmpty || rest.hasPrefix("#") {
        advance()
        elements.append(try block(from: indent + 1))
      } else if YAMLReader.key(of: rest) != nil || YAMLReader.isElement(rest) {
        pending = (indent + line.text.count - rest.count, rest)
        elements.append(try block(from: indent + 1))
      } else {
        pending = nil
        elements.append(try inline(rest, parent: indent))
      }
    }
    return .list(elements)
  }

  private mutating func map(at indent: Int) throws(YAMLError) -> YAMLValue {
    var entries: [YAMLValue.Entry] = []
    while let line = peek(), line.indent == indent, !YAMLReader.isElement(line.text) {
      guard let (key, rest) = YAMLReader.key(of: line.text), !line.text.hasPrefix("\t") else {
        throw error("a key is expected here")
      }
      guard !key.hasPrefix("<<") else { throw error("merged keys are not read") }
      let number = next
      let value: YAMLValue
      pending = nil
      if rest.isEmpty || rest.hasPrefix("#") {
        next += 1
        // The elements of a list may stand as far out as its key.
        let isList = peek().map { $0.indent == indent && YAMLReader.isElement($0.text) } ?? false
        value = isList ? try list(at: indent) : try block(from: indent + 1)
      } else {
        value = try inline(rest, parent: indent)
      }
      entries.append(YAMLValue.Entry(key: key, value: value, line: number + 1))
    }
    return .map(entries)
  }

  /// The key of a line such as `key: value`, and what follows; `nil` for another line.
  private static func key(of text: Substring) -> (key: String, rest: Substring)? {
    if let quote = text.first, quote == "\"" || quote == "'" {
      guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
      let after = text[text.index(after: end)...].drop { $0 == " " }
      guard after.hasPrefix(":"), after.dropFirst().first.map({ $0 == " " }) ?? true else { return nil }
      return (String(text[text.index(after: text.startIndex)..<end]), after.dropFirst().drop { $0 == " " })
    }
    guard let first = text.first, !"[]{}|>&*!%@`#".contains(first) else { return nil }
    var place = text.startIndex
    while let colon = text[place...].firstIndex(of: ":") {
      let after = text.index(after: colon)
      if after == text.endIndex || text[after] == " " {
        // A remark hides what follows it.
        guard !text[..<colon].contains(" #") else { return nil }
        return (String(text[..<colon]), text[after...].drop { $0 == " " })
      }
      place = after
    }
    return nil
  }

  // MARK: Values on the line of their key

  /// - Parameter parent: how far from the margin what the value belongs to stands; the value's further lines stand deeper.
  private mutating func inline(_ text: Substring, parent: Int) throws(YAMLError) -> YAMLValue {
    switch text.first {
    case "|", ">": return .text(try blockText(text, parent: parent))
    case "\"", "'": return .text(try quoted(text))
    case "[", "{": return try flow(text)
    case "&", "*", "!", "%", "@", "`":
      throw error("«\(text.prefix(20))» is not read: anchors, tags and the like are not")
    default: return try plain(text, parent: parent)
    }
  }

  private static func withoutRemark(_ text: Substring) -> Substring {
    var text = text
    if let remark = text.firstRange(of: " #") { text = text[..<remark.lowerBound] }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private mutating func plain(_ text: Substring, parent: Int) throws(YAMLError) -> YAMLValue {
    var value = String(YAMLReader.withoutRemark(text))
    var blanks = 0
    next += 1
    while next < lines.count {
      let line = lines[next]
      let indent = YAMLReader.indent(of: line)
      let rest = line.dropFirst(indent)
      if rest.allSatisfy(\.isWhitespace) {
        blanks += 1
      } else if indent > parent, !rest.hasPrefix("#") {
        guard YAMLReader.key(of: rest) == nil else { throw error("a key stands deeper than the value above it") }
        value += blanks > 0 ? String(repeating: "\n", count: blanks) : " "
        value += YAMLReader.withoutRemark(rest)
        blanks = 0
      } else {
        break
      }
      next += 1
    }
    return value == "~" || value == "null" ? .nothing : .text(value)
  }

  // MARK: Literal and folded texts

  private mutating func blockText(_ header: Substring, parent: Int) throws(YAMLError) -> String {
    let marks = YAMLReader.withoutRemark(header.dropFirst())
    guard marks.allSatisfy({ "+-".contains($0) || $0.isWholeNumber }) else {
      throw error("«\(header.prefix(20))» does not begin a text")
    }
    var indent = marks.first(where: \.isWholeNumber).flatMap(\.wholeNumberValue).map { max(0, parent) + $0 }
    var body: [Substring] = []
    next += 1
    while next < lines.count {
      let line = lines[next]
      if line.allSatisfy(\.isWhitespace) {
        body.append(line.dropFirst(indent ?? line.count))
      } else {
        let own = YAMLReader.indent(of: line)
        guard own > parent, indent.map({ own >= $0 }) ?? true else { break }
        if indent == nil { indent = own }
        body.append(line.dropFirst(indent ?? own))
      }
      next += 1
    }
    var trailing = 0
    while body.last?.isEmpty == true {
      body.removeLast()
      trailing += 1
    }
    let text = header.first == ">" ? YAMLReader.folded(body) : body.joined(separator: "\n")
    // The last line of a file may have no end.
    if marks.contains("-") || body.isEmpty || next == lines.count && trailing == 0 { return text }
    return text + String(repeating: "\n", count: marks.contains("+") ? trailing + 1 : 1)
  }

  /// Lines of one paragraph become one; those that stand deeper stay as they are.
  private static func folded(_ lines: [Substring]) -> String {
    var text = ""
    var previous: Substring?
    var blanks = 0
    for line in lines {
      if line.isEmpty {
        blanks += 1
        continue
      }
      if let previous {
        let isDeeper = line.hasPrefix(" ") || previous.hasPrefix(" ")
        text += blanks > 0 ? String(repeating: "\n", count: blanks + (isDeeper ? 1 : 0)) : isDeeper ? "\n" : " "
      }
      text += line
      previous = line
      blanks = 0
    }
    return text
  }

  // MARK: Quoted texts and flow values

  private mutating func quoted(_ text: Substring) throws(YAMLError) -> String {
    let start = next
    var flow = YAMLFlow(try gathered(text))
    do throws(YAMLFlow.Mistake) {
      let value = try flow.quotedText()
      guard flow.isAtEnd else { throw YAMLFlow.Mistake(cause: "something follows the quote that ends this") }
      return value
    } catch {
      throw self.error(error.cause, at: start)
    }
  }

  private mutating func flow(_ text: Substring) throws(YAMLError) -> YAMLValue {
    let start = next
    var flow = YAMLFlow(try gathered(text))
    do throws(YAMLFlow.Mistake) {
      let value = try flow.value()
      guard flow.isAtEnd else { throw YAMLFlow.Mistake(cause: "something follows the bracket that ends this") }
      return value
    } catch {
      throw self.error(error.cause, at: start)
    }
  }

  /// The text from here on to the line on which the value is complete.
  private mutating func gathered(_ text: Substring) throws(YAMLError) -> String {
    let start = next
    var gathered = String(text)
    next += 1
    while YAMLFlow(gathered).isIncomplete {
      guard next < lines.count else { throw error("this does not end", at: start) }
      gathered += "\n" + lines[next].drop { $0 == " " || $0 == "\t" }
      next += 1
    }
    return gathered
  }
}
