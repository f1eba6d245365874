import Testing

@testable import Structure

@Suite struct BasicCredentialsTests {
  @Test(arguments: [
    ("name:word", Judgement.Standing.sound), (":word", .sound), ("nämé:wörd:x", .sound), ("name:", .broken),
    ("no colon at all", .broken), ("a\u{1}:b", .broken), ("", .broken),
  ])
  func texts(text: String, standing: Judgement.Standing) {
    #expect(BasicCredentials.judge(Base64.encoded(bytes(text)))?.standing == standing)
  }

  @Test func whatIsNoText() {
    #expect(BasicCredentials.judge(bytes("-----"))?.standing == .broken)
    #expect(BasicCredentials.judge(Base64.encoded([0xFF, 0x3A, 0xFE]))?.standing == .broken)
  }
}
