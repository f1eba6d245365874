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
}
