import Testing
import Vocabulary

@Suite struct DroppedMatchTests {
  private let match = DroppedMatch(
    rule: RuleID("r"), path: RepositoryPath("a"), line: 3, reason: "it is a date", evidence: ["one"])

  @Test func whatMovesKeepsTheRest() {
    let moved = match.moved(to: RepositoryPath("b"))
    #expect(moved.path == RepositoryPath("b"))
    #expect(moved.moved(to: RepositoryPath("a")) == match)
  }

  /// Breaks when the messages of two commits cannot be told apart.
  @Test func aMessageIsNamed() {
    let id = ObjectID(bytes: Array(repeating: 0xAB, count: 20))
    #expect(match.ofMessage(id).path == RepositoryPath("a (\(id))"))
    #expect(match.ofMessage(id).line == 3)
  }
}
