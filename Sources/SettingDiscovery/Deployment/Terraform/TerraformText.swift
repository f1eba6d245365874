/// The tokens of HCL: names, texts, brackets and operators, with remarks and heredocs passed by.
struct TerraformText {
  enum Kind { case name, text, symbol, lineEnd }

  struct Token {
    var kind: Kind
    /// Of a text, what stands between its quotes.
    var place: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while place < bytes.count { step() }
  }

  func string(_ token: Token) -> String { bytes.string(token.place) }

  func isSymbol(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .symbol
      && bytes[tokens[index].place.lowerBound] == character
  }

  func isName(_ index: Int, _ name: String) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].kind == .name && string(tokens[index]) == name
  }

  private func byte(_ offset: Int) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

  private mutating func step() {
    switch byte(0) {
    case "\n": add(.lineEnd, place..<place + 1)
    case " ", "\t", "\r": place += 1
    case "#": skipLine()
    case "/" where byte(1) == "/": skipLine()
    case "/" where byte(1) == "*":
      place += 2
      while place < bytes.count, !(byte(0) == "*" && byte(1) == "/") { place += 1 }
      place = min(bytes.count, place + 2)
    case "\"": text()
    case "<" where byte(1) == "<" && (byte(2).beginsVariable || byte(2) == "-"): heredoc()
    default:
      let end = endOfName()
      if end > place { add(.name, place..<end) } else { add(.symbol, place..<place + 1) }
    }
  }

  private func endOfName() -> Int {
    var end = place
    while end < bytes.count, bytes[end].isInVariable || (bytes[end] == "-" && end > place) { end += 1 }
    return end
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, place: range))
    place = range.upperBound
  }

  private mutating func skipLine() {
    while place < bytes.count, byte(0) != "\n" { place += 1 }
  }

  /// A text with quotes. What is put into it is code with texts of its own, which are tokens too.
  private mutating func text() {
    let start = place + 1
    place = start
    while place < bytes.count, byte(0) != "\"", byte(0) != "\n" {
      if byte(0) == "\\" {
        place += 2
      } else if byte(0) == "$", byte(1) == "{", place == start || bytes[place - 1] != "$" {
        inserted()
      } else {
        place += 1
      }
    }
    place = min(place, bytes.count)
    tokens.append(Token(kind: .text, place: start..<place))
    if byte(0) == "\"" { place += 1 }
  }

  private mutating func inserted() {
    place += 2
    var open = 1
    while place < bytes.count, open > 0, byte(0) != "\n" {
      switch byte(0) {
      case "{": open += 1
      case "}": open -= 1
      case "\"":
        let start = place + 1
        place = start
        while place < bytes.count, byte(0) != "\"", byte(0) != "\n" { place += byte(0) == "\\" ? 2 : 1 }
        place = min(place, bytes.count)
        tokens.append(Token(kind: .text, place: start..<place))
      default:
        let end = endOfName()
        if end > place {
          add(.name, place..<end)
          continue
        }
        tokens.append(Token(kind: .symbol, place: place..<place + 1))
      }
      place += 1
    }
    place = min(place, bytes.count)
  }

  private mutating func heredoc() {
    place += byte(2) == "-" ? 3 : 2
    let start = place
    while place < bytes.count, byte(0).isInVariable { place += 1 }
    let delimiter = bytes[start..<place]
    skipLine()
    guard !delimiter.isEmpty else { return }
    while place < bytes.count {
      place += 1
      let line = place
      skipLine()
      var text = bytes[min(line, place)..<place]
      while let first = text.first, first.isSpacing { text.removeFirst() }
      while let last = text.last, last == "\r" || last.isSpacing { text.removeLast() }
      if text.elementsEqual(delimiter) { return }
    }
  }
}
