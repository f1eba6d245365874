internal import Git

/// The folder that git runs this repository's hooks from.
struct HookFolder {
  let path: String
  /// Where `core.hooksPath` is set (`local`, `worktree`, `global`, `system`, `command`); `nil` when it is not.
  let configuredBy: String?

  /// - Throws: `GitError`, or `CommandError` where there is no repository.
  init() async throws {
    let git = GitProgram()
    let folder = try await git.run(
      ["rev-parse", "--path-format=absolute", "--git-path", "hooks"], honoursHooksPath: true)
    guard folder.status == 0 else {
      let cause = folder.complaint.split(separator: "\n").first.map(String.init) ?? "git does not say where hooks are"
      throw CommandError(cause, hint: "run this inside a repository, or name one with -C")
    }
    path = folder.text
    let setting = try await git.run(["config", "--show-scope", "--get", "core.hooksPath"], honoursHooksPath: true)
    configuredBy = setting.status == 0 ? setting.text.split(separator: "\t").first.map(String.init) : nil
  }

  /// Whether the folder serves other repositories too.
  var isShared: Bool { configuredBy == "global" || configuredBy == "system" }

  func file(_ kind: HookKind) -> HookFile { HookFile(path: "\(path)/\(kind.rawValue)") }
}
