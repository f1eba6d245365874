internal import Reporting
internal import Vocabulary

/// What is said about a verdict beside its findings: what to do now, what was not looked at, how much was.
struct VerdictProse {
  let subject: Presentation.Subject
  let style: Style

  func text(_ verdict: Verdict, took duration: Duration, quiet: Bool, verbose: Bool, afterReport: Bool) -> String {
    var paragraphs: [String] = []
    if verdict.isInterrupted { paragraphs.append(interruption()) }
    if !verdict.incidents.isEmpty { paragraphs.append(incidents(verdict)) }
    if !verdict.findings.isEmpty, !quiet { paragraphs.append(advice(FindingAdvice(subject, verdict.findings))) }
    if !quiet, !verdict.notices.isEmpty { paragraphs.append(notices(verdict.notices)) }
    if verbose, !verdict.allowed.isEmpty { paragraphs.append(allowed(verdict.allowed)) }
    if verbose, !verdict.dropped.isEmpty { paragraphs.append(dropped(verdict.dropped)) }
    if !quiet { paragraphs.append(coverage(verdict, duration)) }
    guard !paragraphs.isEmpty else { return "" }
    return (afterReport ? "\n" : "") + paragraphs.joined(separator: "\n")
  }

  private func interruption() -> String {
    "\(style.error("error")): interrupted: what the scan had not come to was not looked at\n"
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

  private func advice(_ advice: FindingAdvice) -> String {
    let lines = advice.hints.map { "\(style.hint("hint")): \(escaped($0))\n" }
    return "\(style.error("error")): \(escaped(advice.summary))\n\n" + lines.joined()
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

  private func dropped(_ dropped: [DroppedMatch]) -> String {
    dropped.map {
      let evidence = $0.evidence.isEmpty ? "" : " (\($0.evidence.joined(separator: "; ")))"
      return "dropped: \($0.rule) in \(escaped("\($0.path):\($0.line)")): \(escaped($0.reason + evidence))\n"
    }.joined()
  }

  private func coverage(_ verdict: Verdict, _ duration: Duration) -> String {
    style.faint("stanch: \(CoverageSentence(verdict, isPolicy: subject == .policy).text) (\(Self.time(duration)))")
      + "\n"
  }

  private func escaped(_ text: String) -> String { TerminalText.escaped(text) }

  private static func time(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 10 else { return "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms" }
    return Quantity.time(seconds: Int(seconds))
  }
}
