import Testing

@testable import Vocabulary

@Suite struct IncidentTests {
  /// What `--tolerate` takes is part of the contract.
  @Test func kindsHaveTheirNames() {
    #expect(Incident.Kind.allCases.map(\.rawValue) == ["shallow", "partial", "oversize", "unreadable", "limits"])
  }

  @Test func sortBySubjectKindAndReason() {
    let ordered = [
      Incident(kind: .unreadable, subject: "a", reason: "z"), Incident(kind: .limits, subject: "b", reason: "z"),
      Incident(kind: .oversize, subject: "b", reason: "a"), Incident(kind: .oversize, subject: "b", reason: "b"),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }
}
