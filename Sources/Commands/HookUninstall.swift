internal import ArgumentParser

/// `stanch hook uninstall`: takes stanch's hooks away, and puts back what was there before.
struct HookUninstall: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Take stanch's hooks away, and put back what was there before.")

  @Flag(help: "Take away a hook of stanch's too that was changed by hand or comes from another version.")
  var force = false

  @OptionGroup var common: CommonOptions

  mutating func validate() throws { try common.requireText() }

  mutating func execute() async throws -> ExitStatus {
    try common.enterFolder()
    let folder = try await HookFolder()
    // All or nothing: what stands in the way is looked for before the first is removed.
    let files = try HookKind.allCases.map(folder.file).filter(isToBeRemoved)
    for file in files {
      if Files.exists(file.earlierPath) {
        try Files.rename(file.earlierPath, to: file.path)
        say("removed the hook from \(file.path), and put back the one that was there before")
      } else {
        try Files.remove(file.path)
        say("removed \(file.path)")
      }
    }
    if files.isEmpty { say("no hook of stanch's is in \(folder.path)") }
    return .clean
  }

  private func isToBeRemoved(_ file: HookFile) throws -> Bool {
    switch try file.state() {
    case .absent, .foreign: return false
    case .ours: return true
    case .changed:
      guard force else {
        throw CommandError(
          "\(file.path): runs stanch, but was changed by hand or comes from another version",
          hint: "take it away with the changes: stanch hook uninstall --force")
      }
      return true
    }
  }

  private func say(_ text: String) {
    if !common.quiet { Console.standardError.write("stanch: \(text)\n") }
  }
}
