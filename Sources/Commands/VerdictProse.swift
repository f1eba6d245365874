internal import Reporting
internal import Vocabulary

/// What is said about a verdict beside its findings: what to do now, what was not looked at, how much was.
struct VerdictProse {
  let subject: Presentation.Subject
  let style: Style

  func text(_ verdict: Verdict, took duration: Duration, quiet: Bool, verbose: Bool, afterReport: Bool) -> String {
    var paragraphs: [String] = []
    if !verdict.incidents.isEmpty { paragraphs.append(incidents(verdict)) }
    if !verdict.findings.isEmpty, !quiet { paragraphs.append(advice(verdict)) }
    if !quiet, !verdict.notices.isEmpty { paragraphs.append(notices(verdict.notices)) }
    if verbose, !verdict.allowed.isEmpty { paragraphs.append(allowed(verdict.allowed)) }
    if !quiet { paragraphs.append(coverage(verdict, duration)) }
    guard !paragraphs.isEmpty else { return "" }
    return (afterReport ? "\n" : "") + paragraphs.joined(separator: "\n")
  }

  private func incidents(_ verdict: Verdict) -> String {
    verdict.incidents.map { incident in
      let isAccepted = verdict.tolerated.contains(incident.kind)
      let word = isAccepted ? style.warning("warning") : style.error("error")
      let accepted = isAccepted ? " (accepted by --tolerate \(incident.kind.rawValue))" : ""
      let what = "\(word): not looked at: \(escaped(incident.subject)): \(escaped(incident.reason))\(accepted)\n"
      guard let hint = incident.hint, !isAccepted else { return what }
      return what + "\(style.hint("hint")): \(escaped(hint))\n"
    }.joined()
  }

  private func advice(_ verdict: Verdict) -> String {
    let secrets = Set(verdict.findings.map(\.fingerprint)).count
    let files = Set(verdict.findings.map(\.provenance.path)).sorted()
    let count = "\(secrets) \(secrets == 1 ? "secret" : "secrets")"
    let rule = verdict.findings[0].rule.id
    let allow = "if it is no secret, say so on its line: stanch:allow \(rule) -- why"
    let move = "keep the value in the environment or a secret manager, and read it from there"
    let revoke = "if it ever left this machine, revoke it and issue a new one"
    switch subject {
    case .staged:
      let places = files.count == 1 ? "1 file" : "\(files.count) files"
      let shown = files.prefix(8).map { ShellWord.quoted($0.description) }.joined(separator: " ")
      let more = files.count > 8 ? " …" : ""
      return advice(
        "\(count) staged in \(places): the commit would keep \(secrets == 1 ? "it" : "them") for good",
        ["take it out of the commit: git reset -- \(shown)\(more)", move, revoke, allow])
    case .message:
      return advice("\(count) in the commit message", ["write the message without it", revoke])
    }
  }

  private func advice(_ error: String, _ hints: [String]) -> String {
    let lines = hints.map { "\(style.hint("hint")): \(escaped($0))\n" }
    return "\(style.error("error")): \(error)\n\n" + lines.joined()
  }

  private func notices(_ notices: [String]) -> String {
    var seen: Set<String> = []
    return notices.filter { seen.insert($0).inserted }.map { "\(style.warning("note")): \(escaped($0))\n" }.joined()
  }

  private func allowed(_ allowed: [AllowedFinding]) -> String {
    allowed.map {
      let finding = $0.finding
      let place = "\(finding.provenance.path):\(finding.region.startLine)"
      return "allowed: \(finding.rule.id) in \(escaped(place)), by \(escaped($0.allowance))\n"
    }.joined()
  }

  private func coverage(_ verdict: Verdict, _ duration: Duration) -> String {
    let coverage = verdict.coverage
    var parts = ["\(coverage.blobs) \(coverage.blobs == 1 ? "file" : "files")", Self.size(coverage.bytes)]
    if coverage.submodules > 0 { parts.append("\(coverage.submodules) submodules passed by") }
    if coverage.excluded > 0 { parts.append("\(coverage.excluded) left out by allowlists") }
    if !verdict.allowed.isEmpty { parts.append("\(verdict.allowed.count) findings allowed") }
    if !verdict.incidents.isEmpty { parts.append("\(verdict.incidents.count) not looked at") }
    let nothing = verdict.isComplete ? "no secrets found" : "not everything was looked at; nothing found"
    let found = verdict.findings.isEmpty ? nothing : "\(verdict.findings.count) found"
    return style.faint("stanch: \(found) in \(parts.joined(separator: ", ")) (\(Self.milliseconds(duration)))") + "\n"
  }

  private func escaped(_ text: String) -> String { TerminalText.escaped(text) }

  /// A size in bytes with decimal units.
  private static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1000).\(bytes % 1000 / 100) kB"
    default: "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
    }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
  }
}
