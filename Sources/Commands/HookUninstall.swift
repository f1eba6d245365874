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
    var removed = 0
    for kind in HookKind.allCases {
      let file = folder.file(kind)
      switch try file.state() {
      case .absent, .foreign: continue
      case .changed where !force:
        throw CommandError(
          "\(file.path): runs stanch, but was changed by hand or comes from another version",
          hint: "take it away with the changes: stanch hook uninstall --force")
      case .changed, .ours: break
      }
      if Files.exists(file.earlierPath) {
        try Files.rename(file.earlierPath, to: file.path)
        say("removed the hook from \(file.path), and put back the one that was there before")
      } else {
        try Files.remove(file.path)
        say("removed \(file.path)")
      }
      removed += 1
    }
    if removed == 0 { say("no hook of stanch's is in \(folder.path)") }
    return .clean
  }

  private func say(_ text: String) {
    if !common.quiet { Console.standardError.write("stanch: \(text)\n") }
  }
}
