import Foundation

/// Source files that look like code.
struct SyntheticTree {
  private static let folders = 240
  private static let filesPerFolder = 20
  private static let linesPerFile = 250

  func write(below folder: String) throws {
    var text = SyntheticText(seed: 1)
    for number in 0..<SyntheticTree.folders {
      let path = "\(folder)/\(text.word())-\(number)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in 0..<SyntheticTree.filesPerFolder {
        var contents = "#include \"\(text.word()).h\"\n\n"
        for _ in 0..<SyntheticTree.linesPerFile { contents += text.line() }
        try Data(contents.utf8).write(to: URL(filePath: "\(path)/\(text.word())-\(file).c"))
      }
    }
  }
}
