import Glibc
import Testing
import Vocabulary

@testable import Git

/// Repositories as they are opened from the current folder: each test is a process of its own, which may go there.
@Suite struct RepositoryTests {
  enum Format: String, CaseIterable, Sendable, Codable {
    case sha1, sha256

    var setup: [String] { self == .sha256 ? ["--object-format=sha256"] : [] }
  }

  @Test("blobs come back with their places, whatever became of those before", arguments: Format.allCases)
  func places(format: Format) async {
    await #expect(processExitsWith: .success) { [format] in
      let sandbox = try GitSandbox(format.setup)
      let small = try [sandbox.blob("one"), sandbox.blob("two\n\n"), sandbox.blob("")]
      let large = try sandbox.blob(String(repeating: "large ", count: 100))
      let tree = try #require(ObjectID(hex: Array(try sandbox.line(["mktree"]).utf8)))
      let missing = ObjectID(bytes: Array(repeating: 7, count: small[0].bytes.count))
      sandbox.enter()
      let repository = try await Repository()
      _ = try await repository.stagedChanges()
      var answers: [Int: String] = [:]
      try await repository.read([large, small[0], missing, small[1], tree, small[2], small[0]], limit: 100) {
        place, read in
        #expect(answers[place] == nil)
        switch read {
        case .bytes(let bytes): answers[place] = String(decoding: bytes, as: UTF8.self)
        case .oversize(let size): answers[place] = "oversize \(size)"
        case .failed(let error): answers[place] = "\(error.code)"
        }
      }
      #expect(answers == [0: "oversize 600", 1: "one", 2: "missing", 3: "two\n\n", 4: "corrupt", 5: "", 6: "one"])
    }
  }

  @Test("the coming commit is compared with HEAD, in either format", arguments: Format.allCases)
  func changes(format: Format) async {
    await #expect(processExitsWith: .success) { [format] in
      let sandbox = try GitSandbox(format.setup)
      sandbox.enter()
      for path in ["kept", "changed", "removed", "dir/kept"] { try sandbox.write(path, to: path) }
      try sandbox.git(["add", "."])
      #expect(try await Self.summary() == ["changed +", "dir/kept +", "kept +", "removed +"])
      try sandbox.git(["commit", "--quiet", "-m", "m"])
      #expect(try await Self.summary() == [])
      try sandbox.write("new", to: "dir/new")
      try sandbox.write("other", to: "changed")
      try sandbox.git(["rm", "--quiet", "removed"])
      try sandbox.git(["add", "."])
      try sandbox.write("in the working tree alone", to: "kept")
      #expect(try await Self.summary() == ["changed *", "dir/new +", "removed 1"])
    }
  }

  @Test("a merge is compared with all its parents", arguments: Format.allCases)
  func merge(format: Format) async {
    await #expect(processExitsWith: .success) { [format] in
      let sandbox = try GitSandbox(format.setup)
      sandbox.enter()
      try sandbox.write("base", to: "base")
      try sandbox.git(["add", "."])
      try sandbox.git(["commit", "--quiet", "-m", "base"])
      try sandbox.git(["checkout", "--quiet", "-b", "side"])
      try sandbox.write("theirs", to: "theirs")
      try sandbox.git(["add", "."])
      try sandbox.git(["commit", "--quiet", "-m", "side"])
      try sandbox.git(["checkout", "--quiet", "main"])
      try sandbox.write("ours", to: "ours")
      try sandbox.git(["add", "."])
      try sandbox.git(["commit", "--quiet", "-m", "main"])
      try sandbox.git(["merge", "--quiet", "--no-commit", "--no-ff", "side"])
      #expect(try await Self.summary() == [])
      try sandbox.write("evil", to: "evil")
      try sandbox.git(["add", "."])
      #expect(try await Self.summary() == ["evil +"])
    }
  }

  @Test("a split index is read through git")
  func splitIndex() async {
    await #expect(processExitsWith: .success) {
      let sandbox = try GitSandbox()
      sandbox.enter()
      try sandbox.write("a", to: "a")
      try sandbox.git(["add", "a"])
      try sandbox.git(["update-index", "--split-index"])
      #expect(try await Self.summary() == ["a +"])
    }
  }

  @Test("objects in packs, in alternates, and damaged ones")
  func objects() async {
    await #expect(processExitsWith: .success) {
      let lender = try GitSandbox()
      let (lent, packed) = (try lender.blob("lent"), try lender.blob("packed"))
      try lender.git(
        ["pack-objects", "--quiet", lender.root + "/.git/objects/pack/pack"], input: Array("\(packed)\n".utf8))
      try lender.git(["prune-packed", "--quiet"])
      let sandbox = try GitSandbox()
      let (own, damaged) = (try sandbox.blob("own"), try sandbox.blob("damaged"))
      try sandbox.write("\(lender.root)/.git/objects\n", to: ".git/objects/info/alternates")
      let name = damaged.description
      try sandbox.git(["-c", "alias.x=!chmod u+w .git/objects/\(name.prefix(2))/*", "x"])
      try sandbox.write("x", to: ".git/objects/\(name.prefix(2))/\(name.dropFirst(2))")
      sandbox.enter()
      var answers: [String] = []
      try await Repository().read([own, lent, packed, damaged], limit: 100) { _, read in
        switch read {
        case .bytes(let bytes): answers.append(String(decoding: bytes, as: UTF8.self))
        case .oversize: answers.append("oversize")
        case .failed(let error): answers.append("\(error.code)")
        }
      }
      #expect(answers == ["own", "lent", "packed", "corrupt"])
    }
  }

  @Test("where there is no repository that is said")
  func none() async {
    await #expect(processExitsWith: .success) {
      let sandbox = try GitSandbox()
      sandbox.enter("..")
      let error = await #expect(throws: GitError.self) { _ = try await Repository() }
      #expect(error?.code == .notARepository)
    }
  }

  /// What is staged, as lines: `+` new, `*` changed.
  private static func summary() async throws -> [String] {
    let staged = try await Repository().stagedChanges()
    let removed = staged.removed.isEmpty ? [] : ["removed \(staged.removed.count)"]
    return staged.changes.map { "\($0.path) \($0.before.isEmpty ? "+" : "*")" } + removed
  }
}

extension GitSandbox {
  /// Makes this the process's folder, and leaves nothing of the outer git in its environment.
  func enter(_ folder: String = "") {
    for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] { unsafe unsetenv(name) }
    unsafe setenv("GIT_CONFIG_NOSYSTEM", "1", 1)
    unsafe setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1)
    unsafe setenv("GIT_CEILING_DIRECTORIES", root + "/..", 1)
    #expect(unsafe chdir(root + "/" + folder) == 0)
  }
}
