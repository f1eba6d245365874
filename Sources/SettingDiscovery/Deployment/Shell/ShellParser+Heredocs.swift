/// A text that follows on the lines after its command.
struct ShellHeredoc {
  var delimiter: [UInt8]
  /// Nothing is expanded where a part of the delimiter has quotes.
  var isQuoted: Bool
  /// `<<-`: tabs before the delimiter do not count.
  var ignoresTabs: Bool
}

extension ShellParser {
  /// What begins with `<` or `>`.
  mutating func redirection(_ command: inout ShellCommand) {
    if command.isTest {
      place += 1
    } else if byte(1) == "(" {
      place += 2
      commands(until: ")")
    } else if byte() == "<", byte(1) == "<", byte(2) == "<" {
      place += 3
    } else if byte() == "<", byte(1) == "<" {
      beginHeredoc()
    } else {
      place += 1
      while byte() == ">" || byte() == "&" || byte() == "|" { place += 1 }
      while byte().isSpacing { place += 1 }
      // Where it leads is no argument.
      if place < limit, !byte().isLineEnd, byte() != ";", byte() != ")", byte() != "<", byte() != "`" { _ = word() }
    }
  }

  private mutating func beginHeredoc() {
    place += 2
    let ignoresTabs = byte() == "-"
    if ignoresTabs { place += 1 }
    while byte().isSpacing { place += 1 }
    guard place < limit, !byte().isLineEnd else { return }
    let start = place
    while place < limit, !byte().isSpacing, !byte().isLineEnd, !isMeta(byte()) { place += byte() == "\\" ? 2 : 1 }
    place = min(place, limit)
    let written = bytes[start..<place]
    let quotes: Set<UInt8> = [0x27, 0x22, 0x5C]
    heredocs.append(
      ShellHeredoc(
        delimiter: written.filter { !quotes.contains($0) }, isQuoted: written.contains(where: quotes.contains),
        ignoresTabs: ignoresTabs))
  }

  private func isMeta(_ byte: UInt8) -> Bool {
    switch byte {
    case ";", "&", "|", "(", ")", "<", ">", "`": true
    default: false
    }
  }

  /// Reads the bodies of the heredocs that a line has begun.
  mutating func readHeredocs() {
    while !heredocs.isEmpty {
      let heredoc = heredocs.removeFirst()
      let start = place
      let (end, next) = body(of: heredoc)
      if !heredoc.isQuoted, enter() {
        expandBody(start..<end)
        leave()
      }
      place = next
    }
  }

  /// Where the body ends, and where the script goes on.
  private func body(of heredoc: ShellHeredoc) -> (Int, Int) {
    var line = place
    while line < limit {
      var start = line
      while heredoc.ignoresTabs, start < limit, bytes[start] == "\t" { start += 1 }
      var end = start
      while end < limit, bytes[end] != "\n" { end += 1 }
      var text = bytes[start..<end]
      if text.last == 0x0D { text.removeLast() }
      if text.elementsEqual(heredoc.delimiter) { return (line, min(limit, end)) }
      line = min(limit, end + 1)
      if end == limit { break }
    }
    return (limit, limit)
  }

  private mutating func expandBody(_ range: Range<Int>) {
    let outer = (limit, heredocs)
    limit = range.upperBound
    heredocs = []
    place = range.lowerBound
    while place < limit {
      let start = place
      if byte() == "$" || byte() == "`" || byte() == "\\" {
        var ignored = ShellWord(place: place..<place)
        quotedPiece(&ignored)
      } else {
        place += 1
      }
      if place == start { place += 1 }
    }
    (limit, heredocs) = outer
  }
}
