/// Lines to be written at the end of an ignore file.
package struct IgnoreAddition: Equatable, Sendable {
  /// The ignore file, from the root of the repository.
  package let file: [UInt8]
  package let lines: [[UInt8]]
  /// Whether there is no such file yet.
  package let isNewFile: Bool

  /// The file's text with the lines after it, with line ends as the text has them.
  package func applied(to text: [UInt8]) -> [UInt8] {
    let usesCarriageReturns = text.firstIndex(of: 10).map { $0 > 0 && text[$0 - 1] == 13 } ?? false
    let end: [UInt8] = usesCarriageReturns ? [13, 10] : [10]
    var text = text
    if let last = text.last, last != 10 { text += end }
    for line in lines { text += line + end }
    return text
  }
}

/// What can be done to have a path ignored, or not ignored.
package enum IgnoreAdvice: Equatable, Sendable {
  /// Nothing: it is so already.
  case nothing
  case add(IgnoreAddition)
  case impossible(IgnoreObstacle)
}

/// Why no line at the end of an ignore file helps.
package enum IgnoreObstacle: Equatable, Sendable, CustomStringConvertible {
  /// A folder above is ignored, and git does not look into it: the line that ignores it has to change.
  case ignoredFolder(IgnoreDecision)
  /// The name holds a line feed, which no pattern can.
  case lineFeed
  /// Every line that would do it does the same to a path that is to stay as it is.
  case otherPaths([[UInt8]])

  package var description: String {
    switch self {
    case .ignoredFolder(let decision):
      let folder = String(decoding: decision.folder ?? [], as: UTF8.self)
      return "\(decision) ignores the folder `\(folder)`, and nothing in it can be taken in again: "
        + "let that line match what is in the folder (`\(folder)/*`) and not the folder"
    case .lineFeed: return "the name holds a line feed, and no pattern can match one"
    case .otherPaths(let paths):
      let names = paths.map { "`\(String(decoding: $0, as: UTF8.self))`" }.joined(separator: ", ")
      return "every line that would do it does the same to \(names)"
    }
  }
}
