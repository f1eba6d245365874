internal import Vocabulary

/// What to do about secrets that were found, which depends on how far they have come.
struct FindingAdvice {
  let summary: String
  let hints: [String]

  /// - Parameter findings: at least one.
  init(_ subject: Presentation.Subject, _ findings: [Finding]) {
    let secrets = Set(findings.map(\.fingerprint)).count
    let files = Set(findings.map(\.provenance.path)).sorted()
    let count = Quantity.count(secrets, "secret")
    let (it, places) = (secrets == 1 ? "it" : "them", Quantity.count(files.count, "file"))
    let allow = "if it is no secret, say so on its line: stanch:allow \(findings.first?.rule.id.name ?? "RULE") -- why"
    switch subject {
    case .staged:
      summary = "\(count) staged in \(places): the commit would keep \(it) for good"
      hints = ["take it out of the commit: git reset -- \(Self.shown(files))", Self.move, Self.revokeIfSeen, allow]
    case .message:
      summary = "\(count) in the commit message"
      hints = ["write the message without it", Self.revokeIfSeen]
    case .files:
      summary = "\(count) in \(places)"
      hints = [
        Self.move, "if it was ever committed or left this machine, revoke it and issue a new one", allow, Self.accept,
      ]
    case .text:
      summary = "\(count) in the text"
      hints = [Self.revokeIfSeen, allow]
    case .tree:
      summary = "\(count) committed in \(places)"
      hints = [Self.revokeFirst, Self.notUndone, Self.move, allow, Self.accept]
    case .range:
      summary = "\(count) in these commits"
      hints = [
        "if they were pushed, \(Self.revokeFirst)",
        "if not, take it out of the commit that brought it in: git rebase --interactive", Self.move, allow,
      ]
    case .history:
      summary = "\(count) in the history"
      hints = [
        Self.revokeFirst, Self.notUndone,
        "where it still has to go, rewrite the history with git filter-repo, and have every clone made anew", allow,
        "\(Self.accept) --history",
      ]
    case .policy:
      summary = "\(Quantity.count(findings.count, "thing")) against the policy in \(places)"
      hints = [
        "each finding says what would mend it",
        "if it is meant so: stanch baseline, or [check] ignore in .stanch.toml",
      ]
    case .push:
      summary = "\(count) in the commits that would be pushed"
      hints = [
        "take it out of the commit that brought it in: git rebase --interactive", Self.move, Self.revokeIfSeen, allow,
      ]
    }
  }

  private static let move = "keep the value in the environment or a secret manager, and read it from there"
  private static let accept = "to accept what is there now and be told of what is new: stanch baseline create"
  private static let revokeIfSeen = "if it ever left this machine, revoke it and issue a new one"
  private static let revokeFirst = "revoke it first, and issue a new one: whoever can read the repository has it"
  private static let notUndone = "removing it, from the history too, does not undo that it was seen"

  private static func shown(_ files: [RepositoryPath]) -> String {
    files.prefix(8).map { ShellWord.quoted($0.description) }.joined(separator: " ") + (files.count > 8 ? " …" : "")
  }
}
