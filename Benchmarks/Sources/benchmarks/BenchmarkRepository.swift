import Foundation

/// A folder that is removed at the end.
struct Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "stanch-benchmarks-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// The repository in which commits are staged.
struct BenchmarkRepository {
  let folder: String

  /// A clone of the repository named, or one that is made here.
  init(in scratch: URL, from repository: String?) throws {
    folder = scratch.appending(path: "repository").path
    if let repository {
      // Copied: git gives a pack a new time when an object that it holds is added again, shared and linked packs too.
      try shell("git clone --quiet --no-hardlinks '\(repository)' '\(folder)'", in: scratch.path)
    } else {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try shell("git init --quiet --initial-branch main", in: folder)
      try SyntheticTree().write(below: folder)
      try shell("git add --all && git -c gc.auto=0 commit --quiet --message tree && git repack -adq", in: folder)
    }
    // The same settings for both programs: what the user has configured stays out.
    try shell("git config user.name Benchmark && git config user.email benchmark@example.com", in: folder)
  }

  /// Goes back to the state of HEAD.
  func restore() throws { try shell("git reset --quiet --hard", in: folder) }

  /// A file with the name of each distinct blob of HEAD.
  func objectsOfTree(in scratch: URL) throws -> String {
    let list = scratch.appending(path: "tree-objects").path
    try shell("git ls-tree -r HEAD | awk '$2 == \"blob\" && !seen[$3]++ { print $3 }' >'\(list)'", in: folder)
    return list
  }

  /// Stages a change of 20 lines in each of `count` files, from the state of HEAD.
  func stage(files count: Int) throws {
    try restore()
    try shell(
      """
      git ls-files | grep -E '[.](c|swift|py|go|js|h)$' | awk 'NR % 40 == 1' | head -n \(count) | while read -r file; do
        for line in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
          echo "int added_line_$line = $line;" >>"$file"
        done
      done
      git add --update && git write-tree >/dev/null
      """, in: folder)
  }

  struct WholeTree {
    let folder: String
    /// A file with the name of each blob.
    let objectList: String
    let bytes: Int
  }

  /// The tree of HEAD as the first commit of a repository: every file of it is new.
  func wholeTreeStaged(in scratch: URL) throws -> WholeTree {
    let whole = scratch.appending(path: "whole").path
    let list = scratch.appending(path: "objects").path
    try restore()
    try shell(
      """
      git init --quiet '\(whole)'
      git rev-parse --path-format=absolute --git-path objects >'\(whole)/.git/objects/info/alternates'
      tree=$(git rev-parse 'HEAD^{tree}')
      cd '\(whole)' && git read-tree "$tree"
      git ls-files --stage | grep -v '^160000' | cut -d ' ' -f 2 >'\(list)'
      """, in: folder)
    let sizes = try shell("git cat-file --batch-check='%(objectsize)' <'\(list)'", in: whole)
    return WholeTree(
      folder: whole, objectList: list, bytes: sizes.split(separator: "\n").compactMap { Int($0) }.reduce(0, +))
  }
}

/// Runs a script, and answers what it printed.
@discardableResult
func shell(_ script: String, in folder: String) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/bin/sh")
  process.arguments = ["-ec", script]
  process.currentDirectoryURL = URL(filePath: folder)
  let output = Pipe()
  process.standardOutput = output
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw BenchmarkError("this script failed:\n\(script)") }
  return String(decoding: data, as: UTF8.self)
}
