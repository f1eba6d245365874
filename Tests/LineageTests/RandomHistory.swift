/// A history made up at random, for `git fast-import`: branches, merges (evil ones too), renames, reverts, one blob at several
/// paths and in commits that have nothing to do with each other, clocks that go wrong.
struct RandomHistory {
  private var random: SeededGenerator
  private(set) var stream = ""
  private var commits: [(mark: Int, files: [String: Int])] = []
  private let blobs = 40
  private let branches = 5

  init(seed: UInt64, commits count: Int) {
    random = SeededGenerator(seed: seed)
    for blob in 1...blobs {
      let text = (0..<20).map { "line \($0 * (blob % 5)) of text\n" }.joined() + "blob \(blob)\n"
      stream += "blob\nmark :\(blob)\ndata \(text.utf8.count)\n\(text)\n"
    }
    for _ in 0..<count { addCommit() }
  }

  private mutating func path() -> String {
    let folders = ["", "a/", "a/b/", "a/b/c/", "d/", "a.b/", "deep/er/and/deeper/"]
    return folders[Int.random(in: 0..<folders.count, using: &random)] + "f\(Int.random(in: 0..<6, using: &random))"
  }

  private mutating func addCommit() {
    let mark = 1000 + commits.count
    let recent = commits.suffix(12)
    var parents: [(mark: Int, files: [String: Int])] = []
    if !recent.isEmpty, Int.random(in: 0..<15, using: &random) > 0 {
      for _ in 0..<[1, 1, 1, 2, 2, 3][Int.random(in: 0..<6, using: &random)] {
        guard let parent = recent.randomElement(using: &random) else { continue }
        if !parents.contains(where: { $0.mark == parent.mark }) { parents.append(parent) }
      }
    }
    var files = parents.first?.files ?? [:]
    for parent in parents.dropFirst() {
      for (path, blob) in parent.files.sorted(by: { $0.key < $1.key }) where Bool.random(using: &random) {
        files[path] = blob
      }
    }
    // A merge that changes nothing of its own is no evil one.
    for _ in 0..<(parents.count > 1 ? Int.random(in: 0...1, using: &random) : Int.random(in: 0...4, using: &random)) {
      change(&files)
    }
    commits.append((mark, files))
    write(mark, parents.map(\.mark), files)
  }

  private mutating func change(_ files: inout [String: Int]) {
    let here = files.keys.sorted().randomElement(using: &random)
    switch (Int.random(in: 0..<6, using: &random), here) {
    case (0, let here?): files[here] = nil
    case (1, let here?): files[path()] = files.removeValue(forKey: here)
    case (2, let here?): files[path()] = files[here]
    case (3, _):
      // What stood there in another commit, as a revert brings it back.
      if let other = commits.randomElement(using: &random) {
        files.merge(other.files.filter { $0.key.hasPrefix("a/") }) { $1 }
      }
    default: files[path()] = Int.random(in: 1...blobs, using: &random)
    }
  }

  private mutating func write(_ mark: Int, _ parents: [Int], _ files: [String: Int]) {
    let time = 1_700_000_000 + (mark / 3 + Int.random(in: -4...4, using: &random)) * 60
    let branch = "refs/heads/b\(Int.random(in: 0..<branches, using: &random))"
    // Without parents a commit would go on from what its branch was.
    stream += parents.isEmpty ? "reset \(branch)\n" : ""
    stream += "commit \(branch)\nmark :\(mark)\n"
    stream += "committer A <a@a.example> \(time) +0100\ndata 2\n\(mark % 10)\n"
    stream += parents.isEmpty ? "" : "from :\(parents[0])\n"
    for parent in parents.dropFirst() { stream += "merge :\(parent)\n" }
    stream += "deleteall\n"
    for (path, blob) in files.sorted(by: { $0.key < $1.key }) { stream += "M 100644 :\(blob) \(path)\n" }
    stream += "\n"
  }
}
