import Foundation
import Testing
import Vocabulary

@testable import Git

/// What leads into a history, read from repositories that real git made.
struct ReferencesTests {
  /// The reader of a sandbox, without the process's current folder, which tests share.
  private func references(_ sandbox: GitSandbox, idLength: Int = 20) async throws -> References {
    var reader = ReferencesReader(
      git: GitProgram(variables: [
        "GIT_DIR": sandbox.root + "/.git", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
      ]), commonFolder: sandbox.root + "/.git", idLength: idLength)
    return try await reader.read()
  }

  private func commit(_ sandbox: GitSandbox, _ name: String) throws -> String {
    try sandbox.write(name, to: name)
    try sandbox.git(["add", "--", name])
    try sandbox.git(["commit", "--quiet", "-m", name])
    return try sandbox.line(["rev-parse", "HEAD"])
  }

  // Breaks when a kind of reference, loose or packed, is left out.
  @Test(arguments: ["sha1", "sha256"])
  func `all references are listed`(format: String) async throws {
    let sandbox = try GitSandbox(["--object-format=\(format)"])
    let first = try commit(sandbox, "one")
    try sandbox.git(["tag", "-a", "-m", "tag", "v1"])
    try sandbox.git(["notes", "add", "-m", "note"])
    try sandbox.git(["update-ref", "refs/odd/blob", try sandbox.line(["rev-parse", "HEAD:one"])])
    try sandbox.git(["pack-refs", "--all"])
    let second = try commit(sandbox, "two")
    try sandbox.git(["branch", "later"])
    let found = try await references(sandbox, idLength: format == "sha1" ? 20 : 32)
    let listed = try sandbox.line(["for-each-ref", "--format=%(refname)"]).split(separator: "\n").map(String.init)
    #expect(found.references.map(\.name) == listed)
    #expect(found.references.map(\.name).contains("refs/notes/commits"))
    #expect(found.head?.description == second)
    #expect(found.references.first { $0.name == "refs/heads/later" }?.id.description == second)
    #expect(Set(found.logged.map(\.id.description)).isSuperset(of: [first, second]))
    #expect(found.broken.isEmpty && found.malformedLogLines == 0)
  }

  // Breaks when older stashes, which only the log has, are lost.
  @Test func `every stash is found`() async throws {
    let sandbox = try GitSandbox()
    _ = try commit(sandbox, "file")
    var stashes: [String] = []
    for text in ["first", "second"] {
      try sandbox.write(text, to: "file")
      try sandbox.git(["stash", "--quiet"])
      stashes.append(try sandbox.line(["rev-parse", "refs/stash"]))
    }
    let found = try await references(sandbox)
    #expect(Set(found.logged.filter { $0.name == References.stash }.map(\.id.description)) == Set(stashes))
    #expect(found.references.first { $0.name == References.stash }?.id.description == stashes[1])
  }

  // Breaks when what another worktree has checked out, or once had, is left out.
  @Test func `other worktrees count`() async throws {
    let sandbox = try GitSandbox()
    let first = try commit(sandbox, "one")
    try sandbox.git(["worktree", "add", "--quiet", "--detach", "other"])
    try sandbox.git(["-C", "other", "commit", "--quiet", "--allow-empty", "-m", "detached"])
    let detached = try sandbox.line(["-C", "other", "rev-parse", "HEAD"])
    try sandbox.git(["-C", "other", "update-ref", "refs/worktree/own", detached])
    let found = try await references(sandbox)
    #expect(found.head?.description == first)
    #expect(found.pseudoreferences.contains { $0.name == "worktrees/other/HEAD" && $0.id.description == detached })
    #expect(
      found.references.contains { $0.name == "worktrees/other/refs/worktree/own" && $0.id.description == detached })
    #expect(found.logged.contains { $0.name == "worktrees/other/HEAD" && $0.id.description == detached })
  }

  // Breaks when FETCH_HEAD and its like, or a detached HEAD, are left out.
  @Test func `pseudo references and a detached HEAD count`() async throws {
    let sandbox = try GitSandbox()
    let first = try commit(sandbox, "one")
    let second = try commit(sandbox, "two")
    try sandbox.git(["checkout", "--quiet", "--detach"])
    try sandbox.write("\(first)\tnot-for-merge\tbranch 'x' of y\n\(second)\t\tbranch 'z' of y\n", to: ".git/FETCH_HEAD")
    try sandbox.git(["update-ref", "ORIG_HEAD", first])
    let found = try await references(sandbox)
    let names = found.pseudoreferences.map { "\($0.name) \($0.id)" }
    #expect(
      Set(names) == ["HEAD \(second)", "FETCH_HEAD \(first)", "FETCH_HEAD \(second)", "ORIG_HEAD \(first)"])
  }

  // Breaks when a reference that leads nowhere is passed over in silence.
  @Test func `broken references are told`() async throws {
    let sandbox = try GitSandbox()
    _ = try commit(sandbox, "one")
    try sandbox.write("rubbish\n", to: ".git/refs/heads/broken")
    try sandbox.write("rubbish\n", to: ".git/ORIG_HEAD")
    try sandbox.write("rubbish\n", to: ".git/shallow")
    try sandbox.git(["symbolic-ref", "refs/remotes/o/HEAD", "refs/remotes/o/none"])
    let found = try await references(sandbox)
    #expect(Set(found.broken.map(\.name)) == ["refs/heads/broken", "ORIG_HEAD", "shallow"])
  }

  // Breaks when a HEAD that names nothing is taken for the start of a repository, or the start for damage.
  @Test func `a HEAD before the first commit is no damage, and one that names nothing is`() async throws {
    let sandbox = try GitSandbox()
    let unborn = try await references(sandbox)
    #expect(unborn.head == nil && unborn.broken.isEmpty && unborn.references.isEmpty)
    _ = try commit(sandbox, "one")
    try sandbox.write("rubbish\n", to: ".git/refs/heads/main")
    let damaged = try await references(sandbox)
    #expect(damaged.head == nil && damaged.broken.contains { $0.name == "HEAD" })
  }

  // Breaks when the boundary of a shallow clone is not read.
  @Test func `the shallow boundary is read`() async throws {
    let sandbox = try GitSandbox()
    _ = try commit(sandbox, "one")
    let second = try commit(sandbox, "two")
    try sandbox.git(["clone", "--quiet", "--depth=1", "file://" + sandbox.root, "clone"])
    var reader = ReferencesReader(
      git: GitProgram(variables: ["GIT_DIR": sandbox.root + "/clone/.git"]), commonFolder: sandbox.root + "/clone/.git",
      idLength: 20)
    #expect(try await reader.read().shallow.map(\.description) == [second])
  }
}
