package import Vocabulary

extension Repository {
  /// Git as it walks commits: replacements are off in every call, and so are grafts here.
  private static let git = GitProgram(variables: ["GIT_GRAFT_FILE": "/dev/null/none"])
  private static let operation = "resolving the range"

  /// The commits that revisions such as `A..B`, `A...B`, `^A` and `B` name together.
  ///
  /// - Throws: `GitError` where one of them names no commit, or all of them only say what to leave out.
  package func resolve(_ revisions: [String]) async throws(GitError) -> RevisionSet {
    let subject = revisions.joined(separator: " ")
    for revision in revisions where revision.isEmpty || revision.hasPrefix("-") || revision.contains("\n") {
      throw Repository.unresolved(subject, "«\(revision)» is not the form of a revision")
    }
    // The dashes behind say that no argument is a path.
    let answer = try await Repository.git.run(["rev-parse"] + revisions + ["--"])
    guard answer.status == 0 else { throw Repository.unresolved(subject, Repository.cause(answer)) }
    var set = RevisionSet()
    for line in answer.output.split(separator: 10) where !line.elementsEqual("--".utf8) {
      let isExcluded = line.first == UInt8(ascii: "^")
      guard let id = ObjectID(hex: isExcluded ? line.dropFirst() : line) else {
        throw Repository.unresolved(subject, "git took «\(String(decoding: line, as: UTF8.self))» for no commit")
      }
      if isExcluded { set.excluded.append(id) } else { set.included.append(id) }
    }
    guard !set.included.isEmpty else { throw Repository.unresolved(subject, "it only says which commits to leave out") }
    set.included = try await commits(namedBy: set.included, subject)
    set.excluded = try await commits(namedBy: set.excluded, subject)
    return set
  }

  private func commits(namedBy objects: [ObjectID], _ subject: String) async throws(GitError) -> [ObjectID] {
    let answer = try await Repository.git.run(
      ["cat-file", "--batch-check"], input: objects.flatMap { Array("\($0)^{commit}\n".utf8) })
    let lines = answer.output.split(separator: 10)
    guard answer.status == 0, lines.count == objects.count else {
      throw Repository.unresolved(subject, Repository.cause(answer))
    }
    var commits: [ObjectID] = []
    for (line, object) in zip(lines, objects) {
      let words = line.split(separator: 32)
      guard words.count == 3, words[1].elementsEqual("commit".utf8), let commit = ObjectID(hex: words[0]) else {
        throw Repository.unresolved(subject, "\(object) is no commit that is here")
      }
      commits.append(commit)
    }
    return commits
  }

  /// Every commit of a set, parents before children.
  package func commits(in set: RevisionSet) async throws(GitError) -> [RangeCommit] {
    guard !set.included.isEmpty else { return [] }
    let arguments =
      ["rev-list", "--topo-order", "--reverse", "--parents", "--stdin"]
      + (set.excludesReferences ? ["--not", "--all"] : [])
    let answer = try await Repository.git.run(arguments, input: set.request, limit: 1 << 31)
    guard answer.status == 0 else {
      throw GitError(
        code: .corrupt, operation: "listing the commits", cause: Repository.cause(answer),
        hint: "look for what is damaged or missing: git fsck")
    }
    var commits: [RangeCommit] = []
    for line in answer.output.split(separator: 10) {
      let ids = line.split(separator: 32).map { ObjectID(hex: $0) }
      guard let id = ids.first ?? nil, !ids.contains(nil) else {
        throw GitError(
          code: .corrupt, operation: "listing the commits", cause: "git's list is not in the expected form")
      }
      commits.append(RangeCommit(id: id, parents: ids.dropFirst().compactMap { $0 }))
    }
    return commits
  }

  /// Those objects that are here and lead to commits.
  package func tips(_ objects: [ObjectID]) async throws(GitError) -> [ObjectID] {
    zip(objects, try await kinds(of: objects)).filter { $0.1 == "commit" || $0.1 == "tag" }.map(\.0)
  }

  /// The kind of each object, `nil` for one that is not here.
  package func kinds(of objects: [ObjectID]) async throws(GitError) -> [String?] {
    guard !objects.isEmpty else { return [] }
    let answer = try await Repository.git.output(["cat-file", "--batch-check"], input: ObjectBatch.request(objects))
    let lines = answer.output.split(separator: 10)
    guard lines.count == objects.count else {
      throw GitError(code: .system, operation: "running git cat-file", cause: Repository.cause(answer))
    }
    return lines.map { line in
      let words = line.split(separator: 32)
      return words.count == 3 ? String(decoding: words[1], as: UTF8.self) : nil
    }
  }

  /// What a remote is known to have: where its branches were when they were last fetched or pushed.
  package func trackedTips(ofRemote remote: String) async throws(GitError) -> [ObjectID] {
    // In these letters of patterns no remote has its name; a URL may.
    guard !remote.isEmpty, !remote.contains(where: { "*?[\\".contains($0) }) else { return [] }
    let answer = try await Repository.git.output([
      "for-each-ref", "--format=%(objectname)", "refs/remotes/\(remote)/",
    ])
    return answer.output.split(separator: 10).compactMap { ObjectID(hex: $0) }
  }

  private static func cause(_ answer: GitProgram.Answer) -> String {
    let line =
      answer.complaint.split(separator: "\n").first.map(String.init) ?? "git ended with status \(answer.status)"
    return line.hasPrefix("fatal: ") ? String(line.dropFirst("fatal: ".count)) : line
  }

  private static func unresolved(_ subject: String, _ cause: String) -> GitError {
    GitError(
      code: .missing, operation: operation, subject: subject, cause: cause,
      hint: "name commits as git log does; a shallow clone may lack them: git fetch --unshallow")
  }
}
