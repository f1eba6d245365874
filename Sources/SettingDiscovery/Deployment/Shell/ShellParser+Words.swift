extension ShellParser {
  /// The word that begins here.
  mutating func word() -> ShellWord {
    var word = ShellWord(place: place..<place)
    word.assignment = assignment()
    let isAssignment = word.assignment != nil
    var parts = 0
    while place < limit {
      let start = place
      switch byte() {
      case " ", "\t", "\r", "\n", ";", "&", "|", ")", "<", ">":
        word.place = word.place.lowerBound..<place
        return word
      case "`" where isInBackquotes:
        word.place = word.place.lowerBound..<place
        return word
      case "(":
        guard start > word.place.lowerBound else {
          place += 1
          return word
        }
        if isAssignment, bytes[start - 1] == "=" {
          arrayElements()
        } else if [0x40, 0x21, 0x3F, 0x2A, 0x2B].contains(bytes[start - 1]) {
          extendedPattern()
        } else {
          // The brackets of a function stand behind its name.
          word.place = word.place.lowerBound..<place
          return word
        }
        word.isLiteral = false
      default: piece(&word)
      }
      parts += 1
      if parts > 1 { word.onlyRead = nil }
      if place == start { place += 1 }
    }
    word.place = word.place.lowerBound..<place
    return word
  }

  private mutating func piece(_ word: inout ShellWord) {
    switch byte() {
    case "'": singleQuoted(&word)
    case "\"": doubleQuoted(&word)
    case "\\":
      if place + 1 < limit, !byte(1).isLineEnd { word.text.append(byte(1)) }
      word.hasQuotes = true
      place += byte(1) == "\r" && byte(2) == "\n" ? 3 : 2
      place = min(place, limit)
    case "$" where byte(1) == "'": escapedQuoted(&word)
    case "$" where byte(1) == "\"":
      place += 1
      doubleQuoted(&word)
    case "$": expansion(&word)
    case "`":
      word.isLiteral = false
      place += 1
      commands(until: "`")
    default:
      word.text.append(byte())
      place += 1
    }
  }

  /// `NAME=`, `NAME+=` and `NAME[…]=`, without going further.
  private func assignment() -> ShellWord.Assignment? {
    let end = bytes.endOfVariable(at: place, limit: limit)
    guard end > place, end < limit else { return nil }
    var next = end
    if bytes[next] == "[" {
      while next < limit, bytes[next] != "]", !bytes[next].isSpacing, !bytes[next].isLineEnd { next += 1 }
      next += 1
    }
    if next < limit, bytes[next] == "+" { next += 1 }
    guard next < limit, bytes[next] == "=" else { return nil }
    return ShellWord.Assignment(name: bytes.string(place..<end), place: place)
  }

  private mutating func singleQuoted(_ word: inout ShellWord) {
    word.hasQuotes = true
    place += 1
    let start = place
    while place < limit, byte() != "'" { place += 1 }
    word.text += bytes[start..<place]
    place = min(limit, place + 1)
  }

  /// `$'…'`
  private mutating func escapedQuoted(_ word: inout ShellWord) {
    word.hasQuotes = true
    place += 2
    while place < limit, byte() != "'" { place += byte() == "\\" ? 2 : 1 }
    word.isLiteral = false
    place = min(limit, place + 1)
  }

  mutating func doubleQuoted(_ word: inout ShellWord) {
    guard enter() else { return }
    defer { leave() }
    word.hasQuotes = true
    place += 1
    var parts = 0
    while place < limit, byte() != "\"", !endsBackquotes {
      let start = place
      quotedPiece(&word)
      parts += 1
      if parts > 1 { word.onlyRead = nil }
      if place == start { place += 1 }
    }
    if !endsBackquotes { place = min(limit, place + 1) }
  }

  var endsBackquotes: Bool { isInBackquotes && byte() == "`" }

  /// What is expanded between double quotes and in heredocs.
  mutating func quotedPiece(_ word: inout ShellWord) {
    switch byte() {
    case "\\":
      if place + 1 < limit { word.text.append(byte(1)) }
      place = min(limit, place + 2)
    case "$": expansion(&word)
    case "`":
      word.isLiteral = false
      place += 1
      commands(until: "`")
    default:
      word.text.append(byte())
      place += 1
    }
  }

  /// `X=( … )`
  private mutating func arrayElements() {
    guard enter() else { return }
    defer { leave() }
    place += 1
    while place < limit, byte() != ")", !endsBackquotes {
      let start = place
      switch byte() {
      case " ", "\t", "\r", "\n": place += 1
      case "#": while place < limit, byte() != "\n" { place += 1 }
      default: _ = word()
      }
      if place == start { place += 1 }
    }
    place = min(limit, place + 1)
  }

  /// `@(a|b)`, and whatever else stands between brackets in a word.
  private mutating func extendedPattern() {
    guard enter() else { return }
    defer { leave() }
    place += 1
    while place < limit, byte() != ")", !endsBackquotes {
      let start = place
      if byte() == "(" {
        extendedPattern()
      } else if byte() == "\n" {
        return
      } else {
        var ignored = ShellWord(place: place..<place)
        piece(&ignored)
      }
      if place == start { place += 1 }
    }
    place = min(limit, place + 1)
  }
}
