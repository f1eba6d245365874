internal import ArgumentParser
internal import Git
internal import Walks

/// `stanch scan range A..B`: every commit of a range.
struct ScanRange: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "range",
    abstract: "Scan every commit of a range, each against all its parents, and its message.",
    discussion: """
      Revisions are written as for git log: A..B, A...B, ^A B, or several of them. One that stands alone means everything \
      that it reaches, back to the first commit. What a commit holds and one of its parents held at the same path, or in a \
      file that the commit takes away, is not reported; what was added and removed again inside the range is. A range \
      without a commit is said to be empty, with status 0; one that git cannot resolve is an error, with status 2.
      """)

  @Argument(help: ArgumentHelp("The commits to scan, as git log takes them.", valueName: "revision"))
  var revisions: [String] = []

  @Option(help: ArgumentHelp("Scan what HEAD has since this revision: the range REV..HEAD.", valueName: "rev"))
  var since: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func validate() throws {
    if revisions.isEmpty, since == nil { throw ValidationError("name a range such as main..topic, or --since REV") }
    if !revisions.isEmpty, since != nil { throw ValidationError("--since and revisions exclude each other") }
  }

  mutating func execute() async throws -> ExitStatus {
    let revisions = since.map { ["^\($0)", "HEAD"] } ?? revisions
    let range = since.map { "\($0)..HEAD" } ?? revisions.joined(separator: " ")
    return try await ScanSession(common.settings, scanning.settings, subject: .range).run { session in
      let scan = RangeScanning(session: session, emptiness: "the range \(range) holds no commit")
      return try await scan.run { repository in
        let set = try await repository.resolve(revisions)
        return RangeContents(commits: try await repository.commits(in: set))
      }
    }
  }
}
