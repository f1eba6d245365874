import Testing

@testable import Vocabulary

@Suite struct ConfidenceTests {
  @Test func rises() {
    #expect(Confidence.allCases == [.low, .medium, .high])
    #expect(Confidence.allCases.sorted() == Confidence.allCases)
    #expect(Confidence.allCases.map(\.rank) == [0, 1, 2])
  }
}
