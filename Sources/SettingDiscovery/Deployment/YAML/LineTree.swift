internal import YAML

/// A tree of what is nearly YAML, by the indentation of its lines: each line is an element, a key with or without a value, or text.
///
/// It never fails. Brackets and further lines of a value are not followed.
struct LineTree {
  private(set) var documents: [YAMLNode] = []
  private let text: [UInt8]
  private var open: [Level] = []
  private var number = 0

  /// A list or a mapping whose lines stand at an indentation.
  private struct Level {
    var indent: Int
    var start: Int
    var line: Int
    var isList: Bool
    var elements: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// The key whose value is to follow.
    var key: YAMLNode?
  }

  private static let mostDepth = 100

  init(_ text: [UInt8]) {
    self.text = text
    var place = 0
    while place < text.count {
      var end = place
      while end < text.count, text[end] != "\n" { end += 1 }
      number += 1
      place = line(place..<end)
    }
    close(to: -1)
  }

  /// Takes one line, and the lines of a block that it begins; returns where the next begins.
  private mutating func line(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    let next = min(text.count, end + 1)
    while end > range.lowerBound, text[end - 1].isSpacing || text[end - 1] == "\r" { end -= 1 }
    var start = range.lowerBound
    while start < end, text[start].isSpacing { start += 1 }
    if start == end || text[start] == "#" { return next }
    if text.holds("---", at: start), start == range.lowerBound {
      close(to: -1)
      return next
    }
    var indent = start - range.lowerBound
    while start < end, text[start] == "-", start + 1 == end || text[start + 1].isSpacing {
      element(at: indent, start)
      start += 1
      while start < end, text[start].isSpacing { start += 1 }
      indent = start - range.lowerBound
    }
    if start < end { return content(start..<end, indent: indent, next: next) }
    return next
  }

  private mutating func element(at indent: Int, _ start: Int) {
    close(to: indent, isList: true)
    if open.last?.indent == indent, open.last?.isList == true { return }
    push(Level(indent: indent, start: start, line: number, isList: true))
  }

  private mutating func push(_ level: Level) {
    if open.count < LineTree.mostDepth { open.append(level) }
  }

  private mutating func content(_ range: Range<Int>, indent: Int, next: Int) -> Int {
    guard let colon = colon(in: range) else {
      if open.last?.key != nil || open.last?.isList == true { put(scalar(range)) }
      return next
    }
    close(to: indent, isList: false)
    if open.last?.indent != indent || open.last?.isList == true {
      push(Level(indent: indent, start: range.lowerBound, line: number, isList: false))
    }
    guard !open.isEmpty, open[open.count - 1].isList == false else { return next }
    let key = scalar(range.lowerBound..<colon)
    var start = colon + 1
    while start < range.upperBound, text[start].isSpacing { start += 1 }
    open[open.count - 1].key = key
    if start == range.upperBound || text[start] == "#" { return next }
    if text[start] == "|" || text[start] == ">" { return block(start, indent: indent, next: next) }
    put(scalar(start..<range.upperBound))
    return next
  }

  /// The colon that ends a key.
  private func colon(in range: Range<Int>) -> Int? {
    var place = range.lowerBound
    if text[place] == "\"" || text[place] == "'" {
      let quote = text[place]
      place += 1
      while place < range.upperBound, text[place] != quote { place += 1 }
      place += 1
    } else if text[place] == "{" || text[place] == "[" {
      return nil
    }
    while place < range.upperBound {
      if text[place] == ":", place + 1 == range.upperBound || text[place + 1].isSpacing { return place }
      if text[place] == "#", text[place - 1].isSpacing { return nil }
      place += 1
    }
    return nil
  }

  private func scalar(_ range: Range<Int>) -> YAMLNode {
    var range = range
    if let first = text[range].first, first == "\"" || first == "'" {
      if let end = text[range].dropFirst().firstIndex(of: first) {
        range = range.lowerBound + 1..<end
        return node(range, first == "'" ? .singleQuoted : .doubleQuoted)
      }
    } else {
      var place = range.lowerBound + 1
      while place < range.upperBound, !(text[place] == "#" && text[place - 1].isSpacing) { place += 1 }
      while place < range.upperBound || place == range.upperBound, place > range.lowerBound, text[place - 1].isSpacing {
        place -= 1
      }
      range = range.lowerBound..<min(place, range.upperBound)
    }
    return node(range, .plain)
  }

  private func node(_ range: Range<Int>, _ style: YAMLScalar.Style) -> YAMLNode {
    YAMLNode(content: .scalar(YAMLScalar(text: text.string(range), style: style)), place: range, line: number)
  }

  /// A literal or folded text: all lines that stand deeper.
  private mutating func block(_ start: Int, indent: Int, next: Int) -> Int {
    var place = next
    var end = next
    while place < text.count {
      var lineEnd = place
      while lineEnd < text.count, text[lineEnd] != "\n" { lineEnd += 1 }
      var first = place
      while first < lineEnd, text[first].isSpacing || text[first] == "\r" { first += 1 }
      if first < lineEnd {
        guard first - place > indent else { break }
        end = min(text.count, lineEnd + 1)
      }
      number += 1
      place = min(text.count, lineEnd + 1)
    }
    put(node(next..<max(next, end), .plain))
    return place
  }

  private mutating func put(_ node: YAMLNode) {
    guard !open.isEmpty else {
      documents.append(node)
      return
    }
    let last = open.count - 1
    if open[last].isList {
      open[last].elements.append(node)
    } else if let key = open[last].key {
      open[last].entries.append(YAMLEntry(key: key, value: node))
      open[last].key = nil
    } else if case .mapping(let entries) = node.content, let previous = open[last].entries.last?.value,
      previous.isMapping
    {
      // Lines that stand at an indentation of their own belong to what is above them.
      open[last].entries[open[last].entries.count - 1].value.content = .mapping(previous.entries + entries)
    }
  }

  /// Ends what stands deeper than a line of that indentation, and what stands as deep and is of the other kind.
  private mutating func close(to indent: Int, isList: Bool? = nil) {
    while let level = open.last {
      // The elements of a list may stand as far out as its key.
      let isKept =
        level.indent < indent
        || (level.indent == indent && (level.isList == isList || (isList == true && level.key != nil)))
      if isKept, indent >= 0 { return }
      open.removeLast()
      put(finished(level))
    }
  }

  private func finished(_ level: Level) -> YAMLNode {
    var level = level
    if let key = level.key {
      let nothing = YAMLNode(
        content: .scalar(YAMLScalar(text: "", style: .plain)), place: key.place.upperBound..<key.place.upperBound,
        line: key.line)
      level.entries.append(YAMLEntry(key: key, value: nothing))
    }
    let end = level.entries.last?.value.place.upperBound ?? level.elements.last?.place.upperBound ?? level.start
    return YAMLNode(
      content: level.isList ? .sequence(level.elements) : .mapping(level.entries),
      place: level.start..<max(level.start, end),
      line: level.line)
  }
}
