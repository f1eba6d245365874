import Testing
import Vocabulary

@testable import Reporting

/// Verdicts to write reports of. The secrets in them are made up anew in each run, so that the repository holds none.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let verdict: Verdict
  /// The text of the secret that every finding of the verdict holds.
  let secret: String

  var testDescription: String { name }

  /// The secret without the public prefix that a masked report may show.
  var hiddenPart: String { String(secret.dropFirst(Sample.prefix.count)) }

  static let prefix = "ghp_"
}

extension Sample {
  static let clean = Sample(
    name: "clean", verdict: Verdict(coverage: Coverage(blobs: 12, bytes: 3456)), secret: randomSecret())

  /// Two findings and an allowed one, everything looked at.
  static let plain: Sample = {
    let secret = randomSecret()
    let first = finding(secret, path: "config/app.yaml")
    let second = finding(secret, path: "src/main.c", rule: rule("generic-api-key", .low), line: 40)
    let allowed = AllowedFinding(
      finding: finding(secret, path: "docs/example.md"), allowance: "stanch:allow on line 7")
    return Sample(
      name: "plain",
      verdict: Verdict(
        findings: [first, second], allowed: [allowed],
        coverage: Coverage(blobs: 12, bytes: 3456, submodules: 1, excluded: 2), notices: ["an allowance has expired"]),
      secret: secret)
  }()

  /// Nothing found, and something that could not be looked at.
  static let incomplete = Sample(
    name: "incomplete",
    verdict: Verdict(
      incidents: [
        Incident(kind: .oversize, subject: "assets/film.bin", reason: "larger than the limit", hint: "raise the limit")
      ], coverage: Coverage(blobs: 3, bytes: 99)), secret: randomSecret())

  /// As before, but the user accepts it.
  static let tolerated: Sample = {
    var verdict = incomplete.verdict
    verdict.tolerated = [.oversize]
    return Sample(name: "tolerated", verdict: verdict, secret: incomplete.secret)
  }()

  /// What somebody could write into paths, files and rules to deceive a reader or break a format.
  static let hostile: Sample = {
    let secret = randomSecret()
    let place = finding(
      secret, path: "a,b\n::error::\u{1B}[31m\"<script>'&%0A\u{202E}]]>.txt", rule: rule(hostileText, .critical),
      before: "\u{1B}]0;title\u{07}<script>alert(1)</script>\t", after: "\u{2066}\u{9B}2J\r\n::stop-commands::x")
    let formula = finding(secret, path: "=cmd|' /C calc'!A0", rule: rule("medium-rule", .medium), line: 2)
    return Sample(
      name: "hostile",
      verdict: Verdict(
        findings: [place, formula],
        allowed: [AllowedFinding(finding: place, allowance: hostileText)],
        incidents: [
          Incident(kind: .unreadable, subject: hostileText, reason: hostileText, hint: hostileText)
        ], notices: [hostileText]), secret: secret)
  }()

  static let all = [clean, plain, incomplete, tolerated, hostile, history, interrupted]
  static let withFindings = [plain, hostile, history]

  static let hostileText =
    "x\u{1B}[2J\u{07}\u{202E}\u{200B}\u{FEFF}\u{FFFE}\0\",\"\n::error::<b a='1'>&amp;%3A{\u{E0041}}"
}

extension Sample {
  static func randomSecret() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return prefix + String((0..<36).map { _ in letters[Int.random(in: letters.indices)] })
  }

  static func rule(_ id: String, _ severity: Severity = .high) -> RuleSummary {
    RuleSummary(
      id: RuleID(id), title: "Title of \(id)", description: "Description of \(id).", severity: severity,
      confidence: .high, holder: "can do what \(id) can", revoke: "Revoke \(id)")
  }

  /// A finding whose line is `before`, the secret and `after`.
  static func finding(
    _ secret: String, path: String, rule: RuleSummary = rule("example-token"), line: Int = 7,
    before: String = "token = \"", after: String = "\""
  ) -> Finding {
    let value = Secret(Array(secret.utf8))
    let column = before.unicodeScalars.count + 1
    return Finding(
      rule: rule, secret: value,
      provenance: Provenance(path: RepositoryPath(path), blob: ObjectID(bytes: Array(repeating: 0xAB, count: 20))),
      region: TextRegion(startLine: line, startColumn: column, endLine: line, endColumn: column + secret.count),
      excerpt: Excerpt(
        line: line, pieces: [.text(before), .secret(value, visible: prefix.count, isSubject: true), .text(after)]),
      fingerprint: Fingerprint(rule: rule.id, secret: value), entropy: 4.2345,
      evidence: ["matches the shape of \(rule.id)", "entropy 4.23"], occurrences: 2)
  }
}

extension ReportOptions {
  static func sample(reveals: Bool = false, color: Bool = false) -> ReportOptions {
    ReportOptions(reveals: reveals, style: Style(usesColor: color), version: "1.2.3")
  }
}

extension Sample {
  func report(_ format: ReportFormat, reveals: Bool = false) -> String {
    format.reporter(.sample(reveals: reveals)).report(verdict)
  }
}
