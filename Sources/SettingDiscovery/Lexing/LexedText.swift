/// A program's text as words, strings and operators.
struct LexedText {
  let bytes: [UInt8]
  let tokens: [Token]
  let gaps: [SettingReadout.Gap]
  /// Whether its lines are far too long for people, so that its names mean nothing beyond a few words.
  let isMinified: Bool

  var count: Int { tokens.count }

  init(bytes: [UInt8], tokens: [Token], gaps: [SettingReadout.Gap]) {
    self.bytes = bytes
    self.tokens = tokens
    self.gaps = gaps
    isMinified = bytes.count > 10_000 && tokens.lazy.filter(\.beginsLine).count < bytes.count / 300
  }

  func kind(_ index: Int) -> Token.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  func isWord(_ index: Int) -> Bool { kind(index) == .word }

  func isWord(_ index: Int, _ text: String) -> Bool { kind(index) == .word && stands(text, at: index) }

  @inline(__always)
  func isWord(_ index: Int, in words: [String]) -> Bool {
    guard kind(index) == .word else { return false }
    for word in words where stands(word, at: index) { return true }
    return false
  }

  func isWord(_ index: Int, in words: Set<String>) -> Bool { kind(index) == .word && words.contains(text(index)) }

  @inline(__always)
  func isOperator(_ index: Int, _ symbol: Operator) -> Bool {
    kind(index) == .symbol && tokens[index].symbol == symbol.packed
  }

  @inline(__always)
  func isOperator(_ index: Int, in symbols: [Operator]) -> Bool {
    guard kind(index) == .symbol else { return false }
    let packed = tokens[index].symbol
    for symbol in symbols where symbol.packed == packed { return true }
    return false
  }

  /// The place of the bracket that belongs to this one.
  func partner(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].partner >= 0 else { return nil }
    return Int(tokens[index].partner)
  }

  func beginsLine(_ index: Int) -> Bool { tokens.indices.contains(index) ? tokens[index].beginsLine : true }

  func offset(_ index: Int) -> Int { tokens.indices.contains(index) ? Int(tokens[index].start) : bytes.count }

  /// The token as it stands in the text.
  func text(_ index: Int) -> String {
    guard tokens.indices.contains(index) else { return "" }
    return String(decoding: bytes[Int(tokens[index].start)..<Int(tokens[index].end)], as: UTF8.self)
  }

  private func stands(_ text: String, at index: Int) -> Bool {
    let token = tokens[index]
    guard Int(token.end - token.start) == text.utf8.count else { return false }
    var place = Int(token.start)
    for byte in text.utf8 {
      if bytes[place] != byte { return false }
      place += 1
    }
    return true
  }

  /// The first token after the one at `index`, and after all in it if it opens a bracket or a string with code.
  func after(_ index: Int) -> Int {
    if let partner = partner(index), partner > index { return partner + 1 }
    return index + 1
  }

  /// How far the token's line is indented, a tab as one.
  func indentation(_ index: Int) -> Int {
    var place = offset(index)
    var count = 0
    while place > 0, bytes[place - 1] != 10, count < 4096 {
      place -= 1
      count += 1
    }
    var width = 0
    while place < bytes.count, bytes[place] == 32 || bytes[place] == 9 {
      place += 1
      width += 1
    }
    return width
  }
}
