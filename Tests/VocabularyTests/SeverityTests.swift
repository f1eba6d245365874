import Testing

@testable import Vocabulary

@Suite struct SeverityTests {
  @Test func rises() {
    #expect(Severity.allCases == [.low, .medium, .high, .critical])
    #expect(Severity.allCases.sorted() == Severity.allCases)
    #expect(Severity.allCases.map(\.rank) == [0, 1, 2, 3])
  }
}
