/// Values between brackets and texts between quotes.
struct YAMLFlow {
  private let characters: [Character]
  private var place = 0
  private var depth = 0
  /// Brackets within brackets, as deep as any can sensibly be.
  private static let deepest = 100

  struct Mistake: Error {
    let cause: String
    /// Whether further lines might mend it.
    var isIncomplete = false
  }

  init(_ text: String) {
    characters = Array(text)
  }

  private var next: Character? { place < characters.count ? characters[place] : nil }

  /// Whether nothing but a remark is left.
  var isAtEnd: Bool {
    let rest = characters[place...].drop { $0.isWhitespace }
    return rest.isEmpty || rest.first == "#"
  }

  /// Whether the value that begins here goes on after the text.
  var isIncomplete: Bool {
    var copy = self
    do throws(Mistake) {
      _ = try copy.value()
      return false
    } catch {
      return error.isIncomplete
    }
  }

  private mutating func skipBlanks() {
    while let character = next, character.isWhitespace { place += 1 }
  }

  mutating func quotedText() throws(Mistake) -> String {
    guard let quote = next else { throw Mistake(cause: "a quote is expected") }
    place += 1
    var text = ""
    while let character = next {
      place += 1
      switch character {
      case quote:
        guard quote == "'", next == "'" else { return text }
        text.append("'")
        place += 1
      case "\\" where quote == "\"": try escape(&text)
      case "\n", "\r\n": fold(&text)
      default: text.append(character)
      }
    }
    throw Mistake(cause: "there is no quote that ends this", isIncomplete: true)
  }

  /// A line end in quotes is a space, and blank lines are line ends.
  private mutating func fold(_ text: inout String) {
    while text.last == " " || text.last == "\t" { text.removeLast() }
    var ends = 1
    while let character = next, character.isWhitespace {
      if character.isNewline { ends += 1 }
      place += 1
    }
    text += ends == 1 ? " " : String(repeating: "\n", count: ends - 1)
  }

  private static let escapes: [Character: String] = [
    "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
    "e": "\u{1B}", " ": " ", "\"": "\"", "/": "/", "\\": "\\", "N": "\u{85}", "_": "\u{A0}",
  ]

  private mutating func escape(_ text: inout String) throws(Mistake) {
    guard let letter = next else { throw Mistake(cause: "there is no quote that ends this", isIncomplete: true) }
    place += 1
    if letter.isNewline {
      while let character = next, character == " " || character == "\t" { place += 1 }
      return
    }
    if let meant = YAMLFlow.escapes[letter] {
      text += meant
      return
    }
    guard let length = ["x": 2, "u": 4, "U": 8][letter], place + length <= characters.count,
      let value = UInt32(String(characters[place..<(place + length)]), radix: 16), let scalar = Unicode.Scalar(value)
    else { throw Mistake(cause: "the escape \\\(letter) is not known") }
    text.unicodeScalars.append(scalar)
    place += length
  }

  mutating func value() throws(Mistake) -> YAMLValue {
    skipBlanks()
    depth += 1
    defer { depth -= 1 }
    guard depth < YAMLFlow.deepest else { throw Mistake(cause: "values stand too deep in each other") }
    switch next {
    case "[": return try list()
    case "{": return try map()
    case "\"", "'": return .text(try quotedText())
    case "&", "*", "!": throw Mistake(cause: "anchors and tags are not read")
    default: return try plain()
    }
  }

  private mutating func plain() throws(Mistake) -> YAMLValue {
    var text = ""
    while let character = next, !",[]{}".contains(character) {
      if character == ":", place + 1 == characters.count || characters[place + 1].isWhitespace { break }
      text.append(character.isNewline ? " " : character)
      place += 1
    }
    guard next != nil else { throw Mistake(cause: "there is no bracket that ends this", isIncomplete: true) }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty || text == "~" || text == "null" ? .nothing : .text(text)
  }

  private mutating func list() throws(Mistake) -> YAMLValue {
    place += 1
    var elements: [YAMLValue] = []
    while true {
      skipBlanks()
      if next == "]" {
        place += 1
        return .list(elements)
      }
      elements.append(try value())
      try separator("]")
    }
  }

  private mutating func map() throws(Mistake) -> YAMLValue {
    place += 1
    var entries: [YAMLValue.Entry] = []
    while true {
      skipBlanks()
      if next == "}" {
        place += 1
        return .map(entries)
      }
      guard let key = try value().text else { throw Mistake(cause: "a key is expected between { and }") }
      skipBlanks()
      guard next == ":" else { throw Mistake(cause: "«:» is expected after \(key)", isIncomplete: next == nil) }
      place += 1
      entries.append(YAMLValue.Entry(key: key, value: try value(), line: 0))
      try separator("}")
    }
  }

  private mutating func separator(_ end: Character) throws(Mistake) {
    skipBlanks()
    if next == "," {
      place += 1
    } else if next != end {
      throw Mistake(cause: "«,» or «\(end)» is expected", isIncomplete: next == nil)
    }
  }
}
