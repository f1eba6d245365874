internal import ArgumentParser

/// `stanch hook install`: makes git run stanch before commits and pushes.
struct HookInstall: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Make git run stanch before commits and pushes.",
    discussion: """
      The hook goes where git looks for it: core.hooksPath, or the hooks folder that all working trees of the \
      repository share. A hook that is already there is never overwritten: with --chain it is kept and runs first. \
      Without a name it is pre-commit, and in a bare repository pre-receive, which scans what is pushed into it.
      """)

  @Argument(help: "The hooks to install: \(HookKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var hooks: [HookKind] = []

  @Flag(help: "Keep a hook that is already there, and run it before stanch.")
  var chain = false

  @Flag(help: "Install even where core.hooksPath serves every repository of this user or machine.")
  var shared = false

  @Flag(help: "Write a hook of stanch's anew that was changed by hand or comes from another version.")
  var force = false

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let folder = try await HookFolder()
    if folder.isShared, !shared {
      throw CommandError(
        "core.hooksPath is \(folder.path), set by the \(folder.configuredBy ?? "") configuration: it serves every repository",
        hint: "install for all of them with --shared, or set core.hooksPath in this repository alone")
    }
    let program = try ProgramPath.current()
    try Files.createFolder(folder.path)
    // All or nothing: what stands in the way is looked for before the first is written.
    let files = (hooks.isEmpty ? [.first(isBare: folder.isBare)] : hooks).map { folder.file($0) }
    for file in files { try checkWay(to: file) }
    for file in files { try install(file, program) }
    return .clean
  }

  private func checkWay(to file: HookFile) throws {
    switch try file.state() {
    case .absent, .ours: return
    case .changed:
      guard force else {
        throw CommandError(
          "\(file.path): runs stanch, but was changed by hand or comes from another version",
          hint: "write it anew, without the changes: stanch hook install --force")
      }
    case .foreign:
      guard chain else {
        throw CommandError(
          "\(file.path): another hook is there",
          hint: "keep it and run it before stanch: stanch hook install --chain")
      }
      guard !Files.exists(file.earlierPath) else {
        throw CommandError(
          "\(file.earlierPath): is there already, so the other hook cannot be kept under this name",
          hint: "look at both files, and remove the one that is not needed")
      }
    }
  }

  private func install(_ file: HookFile, _ program: String) throws {
    var note = ""
    switch try file.state() {
    case .absent: break
    case .ours, .changed: note = " (it was there already, and is written anew)"
    case .foreign:
      try Files.rename(file.path, to: file.earlierPath)
      note = "; the hook that was there runs first, from \(file.earlierPath)"
    }
    try Files.write(file.kind.shim(program: program), to: file.path, permissions: 0o755)
    if !common.quiet { Console.standardError.write("stanch: installed \(file.path)\(note)\n") }
  }
}
