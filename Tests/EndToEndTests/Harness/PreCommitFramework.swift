import FoundationEssentials
import Glibc

/// The real `pre-commit` program (pre-commit.com) in a repository that takes our hooks from `.pre-commit-hooks.yaml`.
struct PreCommitFramework {
  let repository: GitRepository
  private let environment: [String: String]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// Beside the Python that scripts/test sets up.
  private static func program() throws -> String {
    let python = unsafe getenv("STANCH_TEST_PYTHON").map { unsafe String(cString: $0) }
    let folder = python.map { URL(filePath: $0).deletingLastPathComponent().path } ?? root + "/.build/venv/bin"
    let program = folder + "/pre-commit"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw ChildProcess.Failure(description: "no pre-commit at \(program): run scripts/test, which installs it")
    }
    return program
  }

  /// - Parameter hooks: ids of `.pre-commit-hooks.yaml`.
  init(_ hooks: [String] = ["stanch"], onPath: Bool = true) throws {
    let repository = try GitRepository()
    self.repository = repository
    let bin = repository.scratch.path + "/bin"
    try repository.shell("mkdir ../bin; ln -s '\(StanchProgram.path)' ../bin/stanch")
    environment = [
      "PATH": (onPath ? bin + ":" : "") + "/usr/bin:/bin", "PRE_COMMIT_HOME": repository.scratch.path + "/pre-commit",
      // Any attempt to fetch something fails.
      "https_proxy": "http://127.0.0.1:9", "PIP_NO_INDEX": "1",
    ]
    let source = try GitRepository(named: "hooks", in: repository.scratch)
    let definitions = try Data(contentsOf: URL(filePath: PreCommitFramework.root + "/.pre-commit-hooks.yaml"))
    try source.stage(".pre-commit-hooks.yaml", Array(definitions))
    let revision = try source.commit()
    let ids = hooks.map { "      - id: \($0)\n" }.joined()
    try repository.commit(
      ".pre-commit-config.yaml", "repos:\n  - repo: \(source.root)\n    rev: \(revision)\n    hooks:\n\(ids)")
  }

  func run(_ arguments: String...) throws -> ChildProcess.Ending {
    try ChildProcess(repository.scratch, in: repository.root, environment: environment)
      .run(PreCommitFramework.program(), arguments)
  }

  /// `pre-commit install ARGUMENTS`, which has to succeed.
  func install(_ arguments: String...) throws {
    let ending = try ChildProcess(repository.scratch, in: repository.root, environment: environment)
      .run(PreCommitFramework.program(), ["install"] + arguments)
    guard ending.status == 0 else { throw ChildProcess.Failure(description: ending.text + ending.errors) }
  }

  func commit(_ arguments: String...) throws -> ChildProcess.Ending {
    try repository.attempt(["commit", "-m", "change"] + arguments, environment: environment)
  }
}
