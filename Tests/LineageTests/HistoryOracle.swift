import Vocabulary

@testable import Lineage

/// What git says of a history, asked in the plainest way: every commit's files, and every parent's.
struct HistoryOracle {
  /// Commits by their names, with the names of their parents and their time.
  private(set) var commits: [String: (parents: [String], time: Int)] = [:]
  /// The files of each commit: path and blob.
  private(set) var files: [String: Set<String>] = [:]
  private(set) var reach: [String: Trace.Reach] = [:]

  init(_ sandbox: HistorySandbox, all: Bool) throws {
    let tips = try sandbox.tips()
    let ids = tips.filter { $0.reach == .stash }.map(\.id.description)
    let stash = ids.isEmpty ? [] : try sandbox.lines(["rev-list"] + ids)
    for commit in try sandbox.lines(["rev-list", "--reflog", "--"]) { reach[commit] = .reflog }
    for commit in stash { reach[commit] = .stash }
    for commit in try sandbox.lines(["rev-list", "--exclude=refs/stash", "--branches", "--tags", "--glob=refs/notes"]) {
      reach[commit] = .reference
    }
    let every = try sandbox.lines(["cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)"])
      .filter { $0.hasPrefix("commit ") }.map { String($0.dropFirst(7)) }
    for commit in every where all || reach[commit] != nil {
      let words = try sandbox.line(["show", "-s", "--format=%ct %P", commit]).split(separator: " ").map(String.init)
      commits[commit] = (Array(words.dropFirst()), Int(words[0]) ?? 0)
      files[commit] = Set(
        try sandbox.git(["ls-tree", "-r", "-z", commit]).split(separator: "\0").map {
          String($0.split(separator: " ", maxSplits: 2)[2])
        })
    }
  }

  /// `COMMIT BLOB TAB PATH` for all that a commit has and none of its parents.
  var places: Set<String> {
    var places: Set<String> = []
    for (commit, (parents, _)) in commits {
      let old = parents.reduce(into: Set<String>()) { $0.formUnion(files[$1] ?? []) }
      for file in files[commit, default: []].subtracting(old) { places.insert("\(commit) \(file)") }
    }
    return places
  }

  /// Ancestors first, and of those that may come next the oldest, then the one with the smallest name.
  var order: [String] {
    var order: [String] = []
    var waiting = commits
    var done: Set<String> = []
    while !waiting.isEmpty {
      let ready = waiting.filter { $0.value.parents.allSatisfy { done.contains($0) || commits[$0] == nil } }
      guard let next = ready.min(by: { ($0.value.time, $0.key) < ($1.value.time, $1.key) })?.key else { break }
      waiting[next] = nil
      done.insert(next)
      order.append(next)
    }
    return order
  }
}
