/// Cuts names and values into words: at everything that is no letter or digit, and where case changes.
enum WordCutter {
  /// `HTTPServer2_url` gives HTTP, Server, 2, url, as written.
  static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var place = text.startIndex
    while place < text.endIndex {
      let end = endOfWord(at: place, in: text)
      if end > place { words.append(text[place..<end]) }
      place = max(end, place + 1)
    }
    return words
  }

  /// The same in lower case.
  static func lowercasedWords(of text: ArraySlice<UInt8>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(6)
    var place = text.startIndex
    while place < text.endIndex {
      let end = endOfWord(at: place, in: text)
      if end > place { words.append(Word(text[place..<end])) }
      place = max(end, place + 1)
    }
    return words
  }

  private static func endOfWord(at place: Int, in text: ArraySlice<UInt8>) -> Int {
    func end(_ start: Int, _ belongs: (UInt8) -> Bool) -> Int {
      text[start...].firstIndex { !belongs($0) } ?? text.endIndex
    }
    if isDigit(text[place]) { return end(place, isDigit) }
    if isLower(text[place]) { return end(place, isLower) }
    guard isUpper(text[place]) else { return place }
    let capitals = end(place, isUpper)
    guard capitals < text.endIndex, isLower(text[capitals]) else { return capitals }
    // The last capital begins the next word.
    return capitals - place > 1 ? capitals - 1 : end(capitals, isLower)
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
  static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || (byte | 32) &- 97 < 26 }
}
