import Testing
import Vocabulary

@testable import Commands

@Suite struct FindingAdviceTests {
  private func hints(_ subject: Presentation.Subject) -> [String] {
    FindingAdvice(subject, []).hints.filter { $0.contains("stanch baseline") }
  }

  /// Breaks when those who take over a repository are not told of the baseline, or a commit is advised to accept its secrets.
  @Test(
    "a baseline is offered for what is there already, and not for what is about to come in",
    arguments: [
      (Presentation.Subject.files, ["stanch baseline create"]), (.tree, ["stanch baseline create"]),
      (.history, ["stanch baseline create --history"]), (.staged, []), (.message, []), (.text, []), (.range, []),
      (.push, []),
    ])
  func baseline(subject: Presentation.Subject, expected: [String]) {
    #expect(
      hints(subject) == expected.map { "to accept what is there now and be told of what is new: \($0)" })
  }
}
