import FoundationEssentials
import Testing

/// A repository whose hooks stanch puts in place and git runs.
struct HookedRepository {
  let repository: GitRepository
  /// The stanch that installs, and that the hooks then run.
  let program: String

  init(_ repository: GitRepository, program: String = StanchProgram.path) {
    self.repository = repository
    self.program = program
  }

  init() throws { try self.init(GitRepository()) }

  /// A repository with a stanch of its own at `path` in the scratch folder, which may be moved or removed.
  init(programAt path: String) throws {
    let repository = try GitRepository()
    self.init(repository, program: "\(repository.scratch.path)/\(path)")
    let folder = URL(filePath: program).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let copied = try ChildProcess(repository.scratch, in: repository.root)
      .run("cp", ["--reflink=auto", StanchProgram.path, program])
    guard copied.status == 0 else { throw ChildProcess.Failure(description: copied.errors) }
  }

  // MARK: Files

  /// Where git runs a hook of a plain repository from.
  func path(of hook: String = "pre-commit") -> String { "\(repository.root)/.git/hooks/\(hook)" }

  func text(of hook: String = "pre-commit") throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(of: hook))), as: UTF8.self)
  }

  func exists(_ hook: String = "pre-commit") -> Bool { FileManager.default.fileExists(atPath: path(of: hook)) }

  /// Type and permissions, such as `-rwxr-xr-x`, of the file itself where it is a link.
  func mode(of path: String) throws -> String {
    let answer = try ChildProcess(repository.scratch, in: repository.root).run("stat", ["-c", "%A", path])
    return String(answer.text.dropLast())
  }

  /// Puts a hook there that stanch knows nothing about; `lines` are shell.
  func writeForeignHook(_ hook: String = "pre-commit", _ lines: String...) throws {
    let script = "#!/bin/sh\n" + lines.map { $0 + "\n" }.joined()
    try repository.writeProgram(path(of: hook), script)
  }

  // MARK: stanch and git

  /// `stanch hook ARGUMENTS`.
  func stanch(
    _ arguments: String..., in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> ChildProcess.Ending {
    try ChildProcess(repository.scratch, in: folder ?? repository.root, environment: environment)
      .run(program, ["hook"] + arguments)
  }

  /// `stanch hook install ARGUMENTS`, which has to succeed.
  func install(_ arguments: String...) throws {
    let ending = try ChildProcess(repository.scratch, in: repository.root)
      .run(program, ["hook", "install", "--quiet"] + arguments)
    guard ending.status == 0 else { throw ChildProcess.Failure(description: ending.errors) }
  }

  func commit(_ arguments: String..., environment: [String: String] = [:]) throws -> ChildProcess.Ending {
    try repository.attempt(["commit", "-m", "change"] + arguments, environment: environment)
  }

  /// How many commits there are.
  func commitCount() throws -> Int { Int(try repository.git("rev-list", "--all", "--count")) ?? -1 }

  /// Git stops a commit that adds a secret, and makes the one without it.
  func expectThatCommitsAreScanned(
    environment: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try commitCount()
    let token = FakeSecret.gitHubToken()
    try repository.stage("scanned.txt", token.line)
    let stopped = try commit(environment: environment)
    #expect(stopped.status == 1, sourceLocation: sourceLocation)
    #expect(
      stopped.errors.contains("1 secret staged in 1 file"), "\(stopped.errors)", sourceLocation: sourceLocation)
    #expect(!stopped.errors.contains(token.text), sourceLocation: sourceLocation)
    #expect(try commitCount() == before, sourceLocation: sourceLocation)
    try repository.stage("scanned.txt", "clean \(before)\n")
    let made = try commit(environment: environment)
    #expect(made.status == 0, "\(made.errors)", sourceLocation: sourceLocation)
    #expect(made.errors.contains("no secrets found in 1 file"), "\(made.errors)", sourceLocation: sourceLocation)
    #expect(try commitCount() == before + 1, sourceLocation: sourceLocation)
  }
}
