import FoundationEssentials
import Testing

/// How a repository names its objects. libgit2 reads the first kind; the other goes through the git program.
enum ObjectFormat: String, CaseIterable, CustomTestStringConvertible {
  case sha1, sha256

  var testDescription: String { rawValue }
}

/// A repository made by the real git, out of reach of the developer's configuration.
final class GitRepository: Sendable {
  let scratch: Scratch
  /// The working tree, or the folder of a bare repository.
  let root: String

  /// Takes a folder in which a repository stands already.
  init(at root: String, in scratch: Scratch) {
    self.root = root
    self.scratch = scratch
  }

  /// Makes an empty repository with the branch `main`, unborn.
  convenience init(
    _ format: ObjectFormat = .sha1, named name: String = "repository", in scratch: Scratch? = nil
  ) throws {
    let scratch = try scratch ?? Scratch()
    self.init(at: "\(scratch.path)/\(name)", in: scratch)
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try git("init", "--quiet", "--initial-branch=main", "--object-format=\(format.rawValue)")
  }

  /// A repository in the same scratch folder.
  func sibling(_ name: String) -> GitRepository { GitRepository(at: "\(scratch.path)/\(name)", in: scratch) }

  // MARK: Git

  /// Runs git; it has to succeed.
  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws -> String {
    let ending = try attempt(arguments, input: input, environment: environment)
    guard ending.status == 0 else {
      throw ChildProcess.Failure(description: "git \(arguments): status \(ending.status): \(ending.errors)")
    }
    return ending.text.hasSuffix("\n") ? String(ending.text.dropLast()) : ending.text
  }

  /// Runs git, which may fail.
  func attempt(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> ChildProcess.Ending {
    try ChildProcess(scratch, in: root, environment: environment).run("git", arguments, input: input)
  }

  /// Runs a line of shell at the root; it has to succeed.
  func shell(_ script: String) throws {
    let ending = try ChildProcess(scratch, in: root).run("sh", ["-ec", script])
    guard ending.status == 0 else { throw ChildProcess.Failure(description: "\(script): \(ending.errors)") }
  }

  /// Commits what is staged, past every hook.
  @discardableResult
  func commit(_ message: String = "change") throws -> String {
    try git("commit", "--quiet", "--no-verify", "--allow-empty", "-m", message)
    return try git("rev-parse", "HEAD")
  }

  // MARK: Files

  func write(_ path: String, _ bytes: [UInt8]) throws {
    let url = URL(filePath: "\(root)/\(path)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func write(_ path: String, _ text: String) throws { try write(path, Array(text.utf8)) }

  /// Writes a file and stages it.
  func stage(_ path: String, _ bytes: [UInt8]) throws {
    try write(path, bytes)
    try git("add", "--force", "--", path)
  }

  func stage(_ path: String, _ text: String) throws { try stage(path, Array(text.utf8)) }

  func commit(_ path: String, _ text: String) throws {
    try stage(path, text)
    try commit()
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: "\(root)/\(path)") }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(root)/\(path)") }

  func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(root)/\(path)"))) }

  /// Writes a program by way of a child: a file open for writing here would be so in every child started meanwhile,
  /// and the kernel runs no file that is («Text file busy»).
  /// - Parameter path: absolute; its folder is made.
  func writeProgram(_ path: String, _ text: String) throws {
    let ending = try ChildProcess(scratch, in: root).run(
      "sh", ["-ec", #"mkdir -p "$(dirname "$0")"; cat >"$0"; chmod 755 "$0""#, path], input: Array(text.utf8))
    guard ending.status == 0 else { throw ChildProcess.Failure(description: "\(path): \(ending.errors)") }
  }

  // MARK: stanch

  /// The program, started in `folder` (the root without one).
  func stanch(in folder: String? = nil, environment: [String: String] = [:]) -> StanchProgram {
    StanchProgram(scratch: scratch, folder: folder ?? root, environment: environment)
  }

  /// `stanch scan staged` at the root.
  func scan(_ arguments: String..., environment: [String: String] = [:]) throws -> ScanReport {
    try stanch(environment: environment).scan(["scan", "staged"] + arguments)
  }
}
