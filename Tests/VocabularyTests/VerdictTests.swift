import Testing

@testable import Vocabulary

@Suite struct VerdictTests {
  private func incident(_ kind: Incident.Kind) -> Incident {
    Incident(kind: kind, subject: "a", reason: "b")
  }

  @Test func isCompleteWithoutIncidents() {
    #expect(Verdict().isComplete)
  }

  @Test(arguments: Incident.Kind.allCases)
  func isIncompleteWithAnyIncident(kind: Incident.Kind) {
    #expect(!Verdict(incidents: [incident(kind)]).isComplete)
  }

  @Test(arguments: Incident.Kind.allCases)
  func isCompleteWhereTheUserAcceptsAllIncidents(kind: Incident.Kind) {
    #expect(Verdict(incidents: [incident(kind)], tolerated: [kind]).isComplete)
  }

  @Test func oneIncidentThatIsNotAcceptedIsEnough() {
    #expect(!Verdict(incidents: [incident(.shallow), incident(.limits)], tolerated: [.shallow]).isComplete)
  }

  @Test func toleratingWhatDidNotHappenChangesNothing() {
    #expect(!Verdict(incidents: [incident(.partial)], tolerated: [.shallow, .oversize]).isComplete)
  }
}
