import Foundation

/// Source files that look like code: the same every time, with the words in which secrets are announced as common as in code.
struct SyntheticTree {
  private static let folders = 240
  private static let filesPerFolder = 20
  private static let linesPerFile = 250

  private static let words = [
    "buffer", "count", "index", "password", "result", "token", "length", "path", "entry", "key", "value", "object",
    "commit", "tree", "blob", "reader", "writer", "error", "state", "config", "secret", "offset", "client", "request",
  ]

  func write(below folder: String) throws {
    var seed: UInt64 = 1
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % bound
    }
    func word() -> String { SyntheticTree.words[next(SyntheticTree.words.count)] }
    for number in 0..<SyntheticTree.folders {
      let path = "\(folder)/\(word())-\(number)"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in 0..<SyntheticTree.filesPerFolder {
        var text = "#include \"\(word()).h\"\n\n"
        for _ in 0..<SyntheticTree.linesPerFile {
          text += "  \(word())_\(word())(\(word())->\(word()), \(next(4096))); /* \(word()) */\n"
        }
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(word())-\(file).c"))
      }
    }
  }
}
