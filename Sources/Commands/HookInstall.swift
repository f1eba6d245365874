internal import ArgumentParser

/// `stanch hook install`: makes git run stanch before each commit.
struct HookInstall: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Make git run stanch before each commit.",
    discussion: """
      The hook goes where git looks for it: core.hooksPath, or the hooks folder that all working trees of the \
      repository share. A hook that is already there is never overwritten: with --chain it is kept and runs first.
      """)

  @Argument(help: "The hooks to install: \(HookKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var hooks: [HookKind] = [.preCommit]

  @Flag(help: "Keep a hook that is already there, and run it before stanch.")
  var chain = false

  @Flag(help: "Install even where core.hooksPath serves every repository of this user or machine.")
  var shared = false

  @OptionGroup var common: CommonOptions

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
    for kind in hooks { try install(kind, in: folder, program) }
    return .clean
  }

  private func install(_ kind: HookKind, in folder: HookFolder, _ program: String) throws {
    let file = folder.file(kind)
    var note = ""
    switch try file.state() {
    case .absent: break
    case .ours: note = " (it was there already, and is written anew)"
    case .foreign:
      guard chain else {
        throw CommandError(
          "\(file.path): another hook is there", hint: "keep it and run it before stanch: stanch hook install --chain")
      }
      guard !Files.exists(file.earlierPath) else {
        throw CommandError(
          "\(file.earlierPath): is there already, so the other hook cannot be kept under this name",
          hint: "look at both files, and remove the one that is not needed")
      }
      try Files.rename(file.path, to: file.earlierPath)
      note = "; the hook that was there runs first, from \(file.earlierPath)"
    }
    try Files.write(kind.shim(program: program), to: file.path, permissions: 0o755)
    if !common.quiet { Console.standardError.write("stanch: installed \(file.path)\(note)\n") }
  }
}
