/// An ignore file of git, read once: its lines count for what lies below its folder.
package struct IgnoreFile: Sendable {
  /// From the root of the repository, with slashes.
  package let path: [UInt8]
  package let lines: [IgnoreLine]
  /// The path of its folder with a slash after it; empty at the root.
  let folder: ArraySlice<UInt8>
  /// How many lines the text has, a last one without its line feed included.
  private let lineCount: Int
  private let ignoresCase: Bool

  /// - Parameter ignoresCase: what `core.ignoreCase` says.
  package init(path: [UInt8], text: [UInt8], ignoresCase: Bool = false) {
    self.path = path
    folder = path[..<(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)]
    self.ignoresCase = ignoresCase
    lines = IgnoreFile.lines(text, ignoresCase)
    lineCount = text.count { $0 == 10 } + (text.last.map { $0 != 10 } ?? false ? 1 : 0)
  }

  private init(_ file: IgnoreFile, adding added: [[UInt8]]) {
    (path, folder, ignoresCase) = (file.path, file.folder, file.ignoresCase)
    lines =
      file.lines
      + added.enumerated().map { index, line in
        IgnoreLine(IgnoreFile.trimmed(line[...]), number: file.lineCount + index + 1, ignoresCase: file.ignoresCase)
      }
    lineCount = file.lineCount + added.count
  }

  package init(path: String, text: String, ignoresCase: Bool = false) {
    self.init(path: Array(path.utf8), text: Array(text.utf8), ignoresCase: ignoresCase)
  }

  /// The file with lines after those that it has.
  func adding(_ added: [[UInt8]]) -> IgnoreFile { IgnoreFile(self, adding: added) }

  private static func lines(_ text: [UInt8], _ ignoresCase: Bool) -> [IgnoreLine] {
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    var lines: [IgnoreLine] = []
    for (index, line) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let pattern = trimmed(line)
      guard !pattern.isEmpty else { continue }
      lines.append(IgnoreLine(pattern, number: index + 1, ignoresCase: ignoresCase))
    }
    return lines
  }

  /// A line without CR at its end, without what follows a NUL, and without blanks at the end that are not escaped.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.last == 13 ? line.dropLast() : line
    if let zero = line.firstIndex(of: 0) { line = line[..<zero] }
    var (end, place) = (line.startIndex, line.startIndex)
    while place < line.endIndex {
      switch line[place] {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "\\"):
        place += 1
        // git gives up the search for blanks where nothing follows a backslash.
        if place == line.endIndex { return line }
        end = place + 1
      default: end = place + 1
      }
      place += 1
    }
    return line[..<end]
  }
}
