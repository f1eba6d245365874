/// One instruction of a Dockerfile, with its further lines joined and remarks left out.
struct DockerfileInstruction {
  /// In capitals.
  var name: String
  /// What follows the name.
  var text: PlacedText
  var heredocs: [Heredoc] = []

  struct Heredoc {
    var text: PlacedText
    var isQuoted: Bool
  }
}

/// A Dockerfile as its instructions.
struct DockerfileLines {
  private let bytes: [UInt8]
  private var place = 0
  private var escape = UInt8(ascii: "\\")
  private(set) var instructions: [DockerfileInstruction] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    readDirectives()
    while place < bytes.count { instruction() }
  }

  private func endOfLine(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != "\n" { end += 1 }
    return end
  }

  /// `# escape=`: a directive stands before everything else.
  private mutating func readDirectives() {
    while place < bytes.count, bytes[place] == "#" {
      let end = endOfLine(place)
      let words = bytes.string(place + 1..<end).split(separator: "=", maxSplits: 1).map {
        $0.filter { !$0.isWhitespace }.lowercased()
      }
      guard words.count == 2, ["escape", "syntax", "check"].contains(words[0]) else { return }
      if words[0] == "escape", words[1] == "`" { escape = UInt8(ascii: "`") }
      place = min(bytes.count, end + 1)
    }
  }

  private mutating func instruction() {
    var text: [UInt8] = []
    var places: [Int] = []
    var isFirst = true
    while place < bytes.count {
      let end = endOfLine(place)
      var start = place
      while start < end, bytes[start].isSpacing || bytes[start] == "\r" { start += 1 }
      let next = min(bytes.count, end + 1)
      if start == end || bytes[start] == "#" {
        place = next
        if isFirst { return }
        continue
      }
      var last = end
      while last > start, bytes[last - 1].isSpacing || bytes[last - 1] == "\r" { last -= 1 }
      let goesOn = bytes[last - 1] == escape
      if goesOn { last -= 1 }
      let from = isFirst ? start : place
      text += bytes[from..<max(from, last)]
      places += from..<max(from, last)
      isFirst = false
      place = next
      if !goesOn { break }
    }
    guard !text.isEmpty else { return }
    add(text, places + [min(place, bytes.count)])
  }

  private mutating func add(_ text: [UInt8], _ places: [Int]) {
    let end = text.firstIndex { $0.isSpacing } ?? text.count
    var start = end
    while start < text.count, text[start].isSpacing { start += 1 }
    let all = PlacedText(text, places: places)
    var instruction = DockerfileInstruction(
      name: text.string(0..<end).uppercased(), text: all.part(start..<text.count))
    if ["RUN", "COPY", "ADD"].contains(instruction.name) { readHeredocs(of: &instruction) }
    instructions.append(instruction)
  }

  private mutating func readHeredocs(of instruction: inout DockerfileInstruction) {
    let text = instruction.text.bytes
    var index = 0
    var count = 0
    while index + 2 < text.count, count < 16 {
      guard text[index] == "<", text[index + 1] == "<", text[index + 2] != "<" else {
        index += 1
        continue
      }
      index += 2
      let ignoresTabs = text[index] == "-"
      if ignoresTabs { index += 1 }
      let start = index
      while index < text.count, text[index].isInVariable || text[index] == "\"" || text[index] == "'" { index += 1 }
      let word = text[start..<index].filter { $0 != "\"" && $0 != "'" }
      guard !word.isEmpty else { continue }
      count += 1
      instruction.heredocs.append(body(word, ignoresTabs: ignoresTabs, isQuoted: word.count < index - start))
    }
  }

  private mutating func body(_ delimiter: [UInt8], ignoresTabs: Bool, isQuoted: Bool) -> DockerfileInstruction.Heredoc {
    let start = place
    while place < bytes.count {
      let end = endOfLine(place)
      var line = bytes[place..<end]
      if ignoresTabs { line = line.drop { $0 == "\t" } }
      if line.last == 0x0D { line.removeLast() }
      if line.elementsEqual(delimiter) {
        let body = DockerfileInstruction.Heredoc(
          text: PlacedText(Array(bytes[start..<place]), at: start), isQuoted: isQuoted)
        place = min(bytes.count, end + 1)
        return body
      }
      place = min(bytes.count, end + 1)
    }
    return DockerfileInstruction.Heredoc(text: PlacedText(Array(bytes[start...]), at: start), isQuoted: isQuoted)
  }
}
