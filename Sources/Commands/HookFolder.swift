internal import Git

/// The folder that git runs this repository's hooks from.
struct HookFolder {
  let path: String
  /// Where `core.hooksPath` is set (`local`, `worktree`, `global`, `system`, `command`); `nil` when it is not.
  let configuredBy: String?
  let isBare: Bool

  /// - Throws: `GitError`, or `CommandError` where there is no repository.
  init() async throws {
    let git = GitProgram()
    let folder = try await git.run(
      ["rev-parse", "--is-bare-repository", "--path-format=absolute", "--git-path", "hooks"], honoursHooksPath: true)
    guard folder.status == 0 else {
      throw HookFolder.failure(folder.complaint)
    }
    let lines = folder.text.split(separator: "\n", maxSplits: 1).map(String.init)
    guard lines.count == 2 else { throw HookFolder.failure(folder.complaint) }
    isBare = lines[0] == "true"
    path = lines[1]
    let setting = try await git.run(["config", "--show-scope", "--get", "core.hooksPath"], honoursHooksPath: true)
    configuredBy = setting.status == 0 ? setting.text.split(separator: "\t").first.map(String.init) : nil
  }

  /// What git says, as our own error; its advice is the hint.
  private static func failure(_ complaint: String) -> CommandError {
    var lines = complaint.split(separator: "\n").map(String.init)
    var cause = lines.isEmpty ? "git does not say where hooks are" : lines.removeFirst()
    if cause.hasPrefix("fatal: ") { cause.removeFirst("fatal: ".count) }
    if cause.contains("not a git repository") {
      return CommandError(cause, hint: "run this inside a repository, or name one with -C")
    }
    return CommandError(cause, hint: lines.isEmpty ? nil : lines.joined(separator: " "))
  }

  /// Whether the folder serves other repositories too.
  var isShared: Bool { configuredBy == "global" || configuredBy == "system" }

  func file(_ kind: HookKind) -> HookFile { HookFile(kind: kind, path: "\(path)/\(kind.rawValue)") }
}
