import Testing

@testable import Structure

@Suite struct LuhnTests {
  @Test(arguments: [
    ("79927398713", Judgement.Standing.sound), ("7992 7398 713", .sound), ("79927398710", .broken), ("18", .sound),
  ])
  func digits(text: String, standing: Judgement.Standing) {
    #expect(Luhn.judge(bytes(text))?.standing == standing)
  }

  @Test func tooFew() {
    #expect(Luhn.judge(bytes("7")) == nil)
  }
}
