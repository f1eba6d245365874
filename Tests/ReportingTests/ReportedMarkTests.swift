import Testing
import Vocabulary

@testable import Reporting

@Suite struct ReportedMarkTests {
  private let excerpt = Excerpt(
    line: 1,
    pieces: [
      .text("é\u{301}👩‍💻="), .secret(Secret(Array("pre-hidden".utf8)), visible: 4, isSubject: true), .text(" "),
      .masked(prefix: "", isSubject: false),
    ])

  /// Breaks when marks count letters as people see them, or bytes: other languages count code points.
  @Test(arguments: [(false, [[6, 18, 4], [19, 27, 0]]), (true, [[6, 16, 4], [17, 25, 0]])])
  func countsCodePoints(reveals: Bool, expected: [[Int]]) {
    let marks = ReportedMark.all(of: excerpt, revealing: reveals)
    #expect(marks.map { [$0.start, $0.end, $0.visible] } == expected)
    #expect(marks.map(\.subject) == [true, false])
  }

  /// Breaks when a secret that is public as a whole leaves a mark that is longer than itself.
  @Test func aPrefixIsNoLongerThanItsSecret() {
    let short = Excerpt(line: 1, pieces: [.secret(Secret(Array("ab".utf8)), visible: 9, isSubject: true)])
    #expect(ReportedMark.all(of: short, revealing: true).map(\.visible) == [2])
  }
}
