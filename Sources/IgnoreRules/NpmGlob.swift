/// Reads the wildcards in one part of an npm pattern, whose letters have no case.
enum NpmGlob {
  /// - Returns: nil for what is not understood.
  static func tokens(_ text: ArraySlice<UInt32>) -> [GlobToken]? {
    var tokens: [GlobToken] = []
    var place = text.startIndex
    while place < text.endIndex {
      let symbol = text[place]
      let next = place + 1 < text.endIndex ? text[place + 1] : 0
      place += 1
      if next == "(", ["?", "*", "+", "@", "!"].contains(symbol) { return nil }
      switch symbol {
      case "\\" where next != 0:
        tokens.append(.symbol(folded(next)))
        place += 1
      case "?": tokens.append(.anyInSegment)
      case "*": if tokens.last != .segmentRun { tokens.append(.segmentRun) }
      case "[":
        guard let end = closing(text, place) else {
          tokens.append(.symbol(symbol))
          continue
        }
        guard let set = set(text[place..<end]) else { return nil }
        tokens.append(.one(set))
        place = end + 1
      default: tokens.append(.symbol(folded(symbol)))
      }
    }
    return tokens
  }

  /// Where the bracket is that closes a set; the first member may be one itself.
  private static func closing(_ text: ArraySlice<UInt32>, _ start: Int) -> Int? {
    var first = start
    if first < text.endIndex, text[first] == "!" || text[first] == "^" { first += 1 }
    guard first < text.endIndex else { return nil }
    return text[(first + 1)...].firstIndex(of: "]")
  }

  private static func set(_ text: ArraySlice<UInt32>) -> SymbolSet? {
    let isNegated = text.first == "!" || text.first == "^"
    var members = isNegated ? text.dropFirst() : text
    guard !members.contains("["), !members.contains("\\") else { return nil }
    var set = SymbolSet()
    while let low = members.popFirst() {
      var high = low
      if members.count >= 2, members.first == "-" {
        high = members[members.startIndex + 1]
        members = members.dropFirst(2)
      }
      guard low <= high else { return nil }
      set.insert(low...high)
      for symbol in UInt32(65)...90 where (low...high).contains(symbol) || (low...high).contains(symbol | 32) {
        set.insert(symbol | 32)
      }
    }
    if isNegated { set.invert() }
    return set
  }

  /// A letter in its small form.
  static func folded(_ symbol: UInt32) -> UInt32 {
    if symbol < 128 { return symbol >= 65 && symbol <= 90 ? symbol | 32 : symbol }
    guard let scalar = Unicode.Scalar(symbol) else { return symbol }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    return small.count == 1 ? small.first?.value ?? symbol : symbol
  }
}
