package import Vocabulary

/// JUnit's XML, as CI systems read it: a failing test case for each finding, one in error for each thing that could not be
/// looked at, and a passing one only where everything was looked at and nothing was found.
package struct JUnitReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let tolerated = verdict.incidents.filter { verdict.tolerated.contains($0.kind) }
    let errors = verdict.incidents.filter { !verdict.tolerated.contains($0.kind) }
    let interruptions = verdict.interruption.map { [interruption($0)] } ?? []
    var cases = interruptions + errors.map { testCase($0, "error") } + tolerated.map { testCase($0, "skipped") }
    cases += verdict.findings.map(testCase)
    if verdict.findings.isEmpty && errors.isEmpty && interruptions.isEmpty {
      cases.append(#"<testcase name="scan" classname="stanch" time="0"/>"#)
    }
    let counts =
      #"tests="\#(cases.count)" failures="\#(verdict.findings.count)" errors="\#(errors.count + interruptions.count)""#
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="stanch" \(counts) time="0">
        <testsuite name="stanch" \(counts) skipped="\(tolerated.count)" time="0">
          <properties>
      \(properties(verdict))
          </properties>
      \(cases.map { "    " + $0 }.joined(separator: "\n"))
        </testsuite>
      </testsuites>

      """
  }

  private func properties(_ verdict: Verdict) -> String {
    let values = [
      ("version", options.version), ("complete", "\(verdict.isComplete)"), ("coverage", verdict.coverage.sentence),
      ("allowed", "\(verdict.allowed.count)"),
    ]
    return values.map { #"      <property name="\#($0)" value="\#(MarkupText.escaped($1))"/>"# }.joined(separator: "\n")
  }

  private func interruption(_ sentence: String) -> String {
    #"<testcase name="interrupted" classname="stanch.incident" time="0">"#
      + #"<error message="\#(MarkupText.escaped(sentence))" type="interrupted"></error></testcase>"#
  }

  private func testCase(_ incident: Incident, _ outcome: String) -> String {
    let name = MarkupText.escaped(incident.subject)
    let message = MarkupText.escaped(incident.sentence)
    let body = incident.hint.map { "hint: " + MarkupText.escaped($0) } ?? ""
    return #"<testcase name="\#(name)" classname="stanch.incident" time="0">"#
      + #"<\#(outcome) message="\#(message)" type="\#(incident.kind.rawValue)">\#(body)</\#(outcome)></testcase>"#
  }

  private func testCase(_ finding: Finding) -> String {
    let name = MarkupText.escaped(finding.place)
    let rule = MarkupText.escaped(finding.rule.id.name)
    let file = MarkupText.escaped(finding.provenance.path.description)
    let seen = finding.history.map { ["seen: \($0)"] } ?? []
    let text =
      [finding.place] + seen + [
        finding.excerpt.text(revealing: options.reveals), "fingerprint: \(finding.fingerprint)",
      ]
    let line = finding.region.startLine
    return #"<testcase name="\#(name)" classname="\#(rule)" file="\#(file)" line="\#(line)" time="0">"#
      + #"<failure message="\#(MarkupText.escaped(finding.sentence))" type="\#(rule)">"#
      + text.map(MarkupText.escaped).joined(separator: "\n") + "</failure></testcase>"
  }
}
