/// What a scan found, what the user allowed, what could not be looked at, and how much was.
package struct Verdict: Sendable {
  package var findings: [Finding]
  package var allowed: [AllowedFinding]
  package var incidents: [Incident]
  /// Kinds of incidents that the user accepts: they stay in the report and out of the status.
  package var tolerated: Set<Incident.Kind>
  package var coverage: Coverage
  /// What a rule matched and was no finding, for those who ask.
  package var dropped: [DroppedMatch] = []
  /// Things the user should know that change no status, such as an allowance that has expired.
  package var notices: [String]
  /// Whether the user ended the scan before it was done.
  package var isInterrupted = false
  /// Findings that are less grave are reported and change no status.
  package var failsFrom = Severity.low
  /// Whether archives were opened.
  package var opensArchives = false
  /// Which part of a scan this is, where it is only a part.
  package var shard: Shard?
  /// A digest of everything that decides what is found; two scans with the same one find the same in the same text.
  package var ruleSetDigest: String?

  package init(
    findings: [Finding] = [], allowed: [AllowedFinding] = [], incidents: [Incident] = [],
    tolerated: Set<Incident.Kind> = [], coverage: Coverage = Coverage(), notices: [String] = []
  ) {
    self.findings = findings
    self.allowed = allowed
    self.incidents = incidents
    self.tolerated = tolerated
    self.coverage = coverage
    self.notices = notices
  }

  /// Whether something was found that is grave enough.
  package var fails: Bool { findings.contains { $0.rule.severity >= failsFrom } }

  /// Whether everything asked for was looked at, apart from what the user accepts.
  package var isComplete: Bool { !isInterrupted && incidents.allSatisfy { tolerated.contains($0.kind) } }
}

/// A finding that the user allowed, and by what.
package struct AllowedFinding: Hashable, Sendable {
  package let finding: Finding
  /// Where the allowance stands, such as «stanch:allow on line 12» or «.gitleaksignore:3».
  package let allowance: String

  package init(finding: Finding, allowance: String) {
    self.finding = finding
    self.allowance = allowance
  }
}
