import Testing

@testable import Vocabulary

@Suite struct ExcerptTests {
  private let excerpt = Excerpt(
    line: 3,
    pieces: [
      .text("key = "), .secret(Secret(Array("pre-hidden".utf8)), visible: 4, isSubject: true), .text("; "),
      .secret(Secret(Array("other".utf8)), visible: 0, isSubject: false),
    ])

  @Test func masksEverySecretOfTheLine() {
    #expect(excerpt.text(revealing: false) == "key = pre-********; ********")
  }

  @Test func revealsWhenAsked() {
    #expect(excerpt.text(revealing: true) == "key = pre-hidden; other")
  }

  @Test func hidesTheLengthOfASecret() {
    let short = Excerpt.text(of: .secret(Secret([0x61]), visible: 0, isSubject: true), revealing: false)
    let long = Excerpt.text(
      of: .secret(Secret(Array(repeating: 0x61, count: 99)), visible: 0, isSubject: true), revealing: false)
    #expect(short == long)
  }

  /// Breaks when a secret that is not known is shown as nothing, or as something else when it is to be revealed.
  @Test(arguments: [true, false])
  func showsThePrefixOfAnUnknownSecret(reveals: Bool) {
    #expect(Excerpt.text(of: .masked(prefix: "pre-", isSubject: true), revealing: reveals) == "pre-********")
  }

  @Test func knowsTheFindingsOwnSecret() {
    let other = Excerpt.Piece.masked(prefix: "", isSubject: false)
    #expect((excerpt.pieces + [other]).map(Excerpt.isSubject) == [false, true, false, false, false])
  }
}
