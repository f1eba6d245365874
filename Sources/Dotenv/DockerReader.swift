/// Reads a file as `docker run --env-file` does: one `NAME=VALUE` a line, nothing quoted, nothing expanded.
///
/// After docker/cli, `pkg/kvfile`.
struct DockerReader {
  private let text: ReaderText
  private var scope: DotenvScope
  private var transcript = Transcript(.docker)

  /// The longest line that Go's scanner holds, without its line end.
  private static let longestLine = 65_535

  init(_ file: [UInt8], environment: DotenvEnvironment) {
    text = ReaderText(file, skippingByteOrderMark: true)
    scope = DotenvScope(environment)
  }

  mutating func read() -> Transcript {
    var start = 0
    while start < text.bytes.count {
      let end = text.lineEnd(from: start)
      // The mark of the first line counts for its length.
      let length = start == 0 ? text.fileOffset(end) : end - start
      if length > DockerReader.longestLine { transcript.record(.lineTooLong, at: start, in: text) }
      readLine(start..<end)
      start = end + 1
    }
    return transcript
  }

  private mutating func readLine(_ line: Range<Int>) {
    var end = line.upperBound
    if end > line.lowerBound, text.bytes[end - 1] == .carriageReturn { end -= 1 }
    var start = line.lowerBound
    var isText = false
    while start < end, !isText {
      let character = DecodedCharacter(text.bytes, at: start, end: end)
      isText = !character.isGoSpace
      if !isText { start += character.count }
    }
    if let invalid = invalidByte(in: line.lowerBound..<end) {
      transcript.record(.notUTF8, at: invalid, in: text)
    } else if start < end, text.bytes[start] != .hash {
      readEntry(start..<end)
    }
  }

  private func invalidByte(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      let character = DecodedCharacter(text.bytes, at: index, end: range.upperBound)
      if character.scalar == nil { return index }
      index += character.count
    }
    return nil
  }

  private mutating func readEntry(_ range: Range<Int>) {
    let equals = text.firstIndex(of: .equals, from: range.lowerBound, to: range.upperBound)
    let key = range.lowerBound..<(equals ?? range.upperBound)
    if key.isEmpty { return transcript.record(.noName, at: range.lowerBound, in: text) }
    if let blank = text.bytes[key].firstIndex(where: \.isBlank) {
      return transcript.record(.spaceInName, at: blank, in: text)
    }
    let name = Array(text.bytes[key])
    let value = equals.map { ($0 + 1)..<range.upperBound }
    let outcome: Outcome
    if let value {
      outcome = .value(Array(text.bytes[value]))
    } else {
      outcome = scope.inherited(name).map(Outcome.value) ?? .nothing
    }
    transcript.record(Statement(range: range, key: key, name: name, value: value, outcome: outcome), in: text)
  }
}
