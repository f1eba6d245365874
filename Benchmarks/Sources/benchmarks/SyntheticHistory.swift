import Foundation

/// Commits that each change a few lines in a few files of a tree, as a stream for `git fast-import`.
struct SyntheticHistory {
  private static let commits = 3000
  private static let filesPerCommit = 3
  /// One file in so many is ever changed: histories are like that, and the texts of all would be held in memory here.
  private static let stride = 20

  private struct File {
    let path: String
    var lines: [String]
  }

  private var files: [File] = []

  init(of folder: String) throws {
    let paths = try shell("git ls-files | awk 'NR % \(SyntheticHistory.stride) == 1'", in: folder)
    for path in paths.split(separator: "\n") {
      let text = try String(contentsOf: URL(filePath: "\(folder)/\(path)"), encoding: .utf8)
      files.append(File(path: String(path), lines: text.split(separator: "\n").map { "\($0)\n" }))
    }
    guard !files.isEmpty else { throw BenchmarkError("\(folder) has no files") }
  }

  /// Writes commit by commit, so that the stream is never in memory.
  func write(to stream: URL) throws {
    try Data().write(to: stream)
    let handle = try FileHandle(forWritingTo: stream)
    defer { try? handle.close() }
    var text = SyntheticText(seed: 2)
    var files = files
    for number in 0..<SyntheticHistory.commits {
      var commit = header(of: number, message: "Change \(text.word()) of \(text.word())\n")
      for _ in 0..<SyntheticHistory.filesPerCommit {
        // The smaller of two numbers: some files change much more often than others.
        let index = min(text.number(below: files.count), text.number(below: files.count))
        edit(&files[index].lines, &text)
        let contents = files[index].lines.joined()
        commit += "M 100644 inline \(files[index].path)\ndata \(contents.utf8.count)\n\(contents)\n"
      }
      try handle.write(contentsOf: Data(commit.utf8))
    }
  }

  private func header(of number: Int, message: String) -> String {
    let parent = number == 0 ? "from refs/heads/main^0\n" : ""
    return """
      commit refs/heads/main
      committer Benchmark <benchmark@example.com> \(1_800_000_000 + number * 60) +0000
      data \(message.utf8.count)
      \(message)\(parent)
      """
  }

  /// Writes lines anew, adds some, and takes some away, in that order of frequency.
  private func edit(_ lines: inout [String], _ text: inout SyntheticText) {
    for _ in 0...text.number(below: 4) {
      let place = text.number(below: lines.count)
      switch text.number(below: 8) {
      case 0 where lines.count > 100: lines.remove(at: place)
      case 1, 2: lines.insert(text.line(), at: place)
      default: lines[place] = text.line()
      }
    }
  }
}
