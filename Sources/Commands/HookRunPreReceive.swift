internal import ArgumentParser
internal import Git
internal import Walks

/// `stanch hook run pre-receive`: what a repository is about to receive.
struct HookRunPreReceive: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "pre-receive", abstract: "Scan the commits that this repository is about to receive.",
    discussion: """
      Reads git's lines on standard input. Every commit is scanned that no reference of the repository reaches yet. The \
      built-in rules serve, or those of --config: what is pushed does not decide how it is looked at, so no .stanch.toml, \
      .gitleaks.toml, .gitleaksignore or baseline is read. Comments that allow a finding hold here too.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    let updates = try ReferenceUpdate.preReceive(Files.standardInput())
    return try await ScanSession(common.settings, scanning.settings, subject: .push).run { session in
      let scan = RangeScanning(
        session: session, trustsWorkingTree: false, emptiness: "this push brings no commit that is not here yet")
      return try await scan.run { repository in
        let pushed = try await repository.contents(of: updates.pushed)
        let set = RevisionSet(included: pushed.commits, excludesReferences: true)
        return RangeContents(commits: try await repository.commits(in: set), beside: pushed)
      }
    }
  }
}
