internal import ArgumentParser
internal import Git
internal import Walks

/// `stanch hook run pre-push REMOTE URL`: what a push would send.
struct HookRunPrePush: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-push", abstract: "Scan the commits that a push would send.",
    discussion: """
      Reads git's lines on standard input. Every commit is scanned that the remote is not known to have: neither its \
      references that are pushed to reach it, nor a branch of it as it was when last fetched.
      """)

  @Argument(help: "The remote's name; its URL where it has none.")
  var remote: String

  @Argument(help: ArgumentHelp("Where the remote is.", valueName: "url"))
  var location: String = ""

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    let updates = try ReferenceUpdate.prePush(Files.standardInput())
    let remote = remote
    return try await ScanSession(common.settings, scanning.settings, subject: .push).run { session in
      let scan = RangeScanning(session: session, emptiness: "this push sends no commit that \(remote) has not")
      return try await scan.run { repository in
        let pushed = try await repository.contents(of: updates.pushed)
        let known = try await repository.tips(updates.compactMap(\.old))
        let set = RevisionSet(
          included: pushed.commits, excluded: try await known + repository.trackedTips(ofRemote: remote))
        return RangeContents(commits: try await repository.commits(in: set), beside: pushed)
      }
    }
  }
}
