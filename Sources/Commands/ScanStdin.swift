internal import ArgumentParser
internal import Git
internal import Vocabulary
internal import Walks

/// `stanch scan stdin`: one text from standard input.
struct ScanStdin: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "stdin",
    abstract: "Scan one text from standard input.")

  @Option(
    help: ArgumentHelp("The path that the text is taken to have, for rules, baseline and reports.", valueName: "name"))
  var path: String?

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    let (path, isNamed) = (RepositoryPath(path ?? "stdin"), path != nil)
    return try await ScanSession(common.settings, scanning.settings, subject: .text).run { session in
      let root = try await root()
      let configurations = try ConfigurationTree(root: root, session.common, session.scanning)
      let baseline = try BaselineFile(root: root, explicit: session.scanning.baseline)
      let examiner = try configurations.examiner(for: path)
      var verdict = Verdict()
      if examiner.excludes(path) {
        verdict.coverage.excluded = 1
      } else {
        verdict = try scan(at: path, examiner, session.conditions)
      }
      verdict.notices += configurations.notices
      // A text without a name stands nowhere, so nothing is known to be accepted there.
      if isNamed { baseline.settle(&verdict, baseline.someFiles) }
      return verdict
    }
  }

  /// Where configurations are: the root of the working tree, or the current folder outside a repository.
  private func root() async throws -> String? {
    do throws(GitError) {
      return try await Repository().workingTree
    } catch {
      guard error.code == .notARepository else { throw error }
      return "."
    }
  }

  private func scan(at path: RepositoryPath, _ examiner: Examiner, _ conditions: WalkConditions) throws -> Verdict {
    let text = try StandardInput(limit: conditions.sizeLimit, conditions.interruption).text()
    guard text.count > conditions.sizeLimit else {
      return TextWalk(examiner: examiner, sizeLimit: conditions.sizeLimit).run(text, at: path)
    }
    return Verdict(incidents: [
      Incident(
        kind: .oversize, subject: path.description, reason: "it has more than \(conditions.sizeLimit) bytes, the limit",
        hint: "raise the limit with --size-limit, or accept the gap with --tolerate oversize")
    ])
  }
}
