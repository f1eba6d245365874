/// The ignore files of a repository, and what they say together: git's rules, as `git check-ignore --no-index` applies them.
///
/// The texts are the caller's: staged, committed or from the disk. Exclude files outside of the tree are not among them.
package struct IgnoreRules: Sendable {
  package let files: [IgnoreFile]
  /// By folder, with a slash after it. Of two files of one folder the later one has the last word.
  private var places: [ArraySlice<UInt8>: [Int]] = [:]

  /// What `core.ignoreCase` says, for files that are yet to be made.
  let ignoresCase: Bool

  package init(files: [IgnoreFile], ignoresCase: Bool = false) {
    self.files = files
    self.ignoresCase = ignoresCase
    for (index, file) in files.enumerated() { places[file.folder, default: []].append(index) }
  }

  package func verdict(for path: String, isDirectory: Bool = false) -> IgnoreVerdict {
    verdict(for: Array(path.utf8), isDirectory: isDirectory)
  }

  /// - Parameter path: from the root of the repository, with slashes between its parts and none at its ends.
  package func verdict(for path: [UInt8], isDirectory: Bool = false) -> IgnoreVerdict {
    var sources = places[[]] ?? []
    var start = 0
    while let slash = path[start...].firstIndex(of: UInt8(ascii: "/")) {
      // The folders above come first: one that is ignored takes everything along, and no file below it is read.
      let folder = path[..<slash]
      if case .ignored(let decision) = match(folder, name: path[start..<slash], isDirectory: true, sources) {
        return .ignored(
          IgnoreDecision(file: decision.file, line: decision.line, pattern: decision.pattern, folder: Array(folder)))
      }
      sources += places[path[...slash]] ?? []
      start = slash + 1
    }
    return match(path[...], name: path[start...], isDirectory: isDirectory, sources)
  }

  /// What the files say of one path, without the folders above it: the last line that matches, of the nearest file.
  private func match(
    _ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isDirectory: Bool, _ sources: [Int]
  ) -> IgnoreVerdict {
    for index in stride(from: sources.count - 1, through: 0, by: -1) {
      let file = sources[index]
      let base = files[file].folder.count
      for place in stride(from: files[file].lines.count - 1, through: 0, by: -1)
      where files[file].lines[place].matches(path, base: base, name: name, isDirectory: isDirectory) {
        let line = files[file].lines[place]
        let decision = IgnoreDecision(file: files[file].path, line: line.number, pattern: line.text, folder: nil)
        return line.isNegated ? .included(decision) : .ignored(decision)
      }
    }
    return .unmatched
  }
}
