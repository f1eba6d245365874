/// A line of a `.dockerignore` file that holds a pattern.
struct DockerIgnoreLine: Sendable {
  let number: Int
  /// Without blanks at its ends.
  let text: [UInt8]
  let isException: Bool
  let pattern: DockerPattern

  /// - Returns: nil for a comment or an empty line.
  init?(_ line: ArraySlice<UInt8>, number: Int, file: [UInt8]) throws(DockerIgnoreError) {
    func refuse(_ reason: DockerIgnoreError.Reason) -> DockerIgnoreError {
      DockerIgnoreError(file: file, line: number, pattern: Array(line), reason: reason)
    }
    guard line.count < 65_536 else { throw refuse(.tooLong) }
    let line = line.last == 13 ? line.dropLast() : line
    // Only at the very beginning of a line does `#` make a comment.
    guard line.first != UInt8(ascii: "#") else { return nil }
    let text = GoSpace.trimmed(line)
    guard !text.isEmpty else { return nil }
    // Docker cleans a line when it reads the file, and what that left again when it makes patterns: `/!a` is an exception then.
    let cleaned = CleanPath.of(GoSpace.trimmed(DockerIgnoreLine.read(text)[...]))
    isException = cleaned.first == UInt8(ascii: "!")
    guard cleaned.count > 1 || !isException else { throw refuse(.loneExclamation) }
    (self.number, self.text) = (number, Array(text))
    do { pattern = try DockerPattern(isException ? Array(cleaned.dropFirst()) : cleaned) } catch {
      throw refuse(error.reason)
    }
  }

  /// The line as a pattern from the root of the context.
  private static func read(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let isException = text.first == UInt8(ascii: "!")
    let written = isException ? GoSpace.trimmed(text.dropFirst()) : text
    var cleaned = written.isEmpty ? [] : CleanPath.of(written)
    if cleaned.count > 1, cleaned.first == UInt8(ascii: "/") { cleaned.removeFirst() }
    return (isException ? [UInt8(ascii: "!")] : []) + cleaned
  }
}
