import Testing

@testable import Structure

@Suite struct AccessKeyIDTests {
  @Test(arguments: [(UInt64(1), "000000000001"), (123_456_789_012, "123456789012"), (999_999_999_999, "999999999999")])
  func accounts(number: UInt64, digits: String) {
    for rest in [Array(repeating: UInt8(0), count: 5), Array(repeating: 255, count: 5)] {
      let id = bytes("ASIA") + AccessKeyID.encoded(account: number, rest: rest)
      #expect(id.count == 20)
      #expect(AccessKeyID.judge(id) == .sound("it belongs to the AWS account \(digits)"))
    }
  }

  @Test func numbersThatNoAccountHas() {
    let id = bytes("AKIA") + AccessKeyID.encoded(account: 1_000_000_000_000, rest: [1, 2, 3, 4, 5])
    #expect(AccessKeyID.judge(id)?.standing == .broken)
  }

  @Test(
    "ids of the older form, and what is none, say nothing",
    arguments: ["AKIAIOSFODNN7", "AKIAPAAAAAAAAAAAAAAA", "AKIA0000000000000000", ""])
  func older(text: String) {
    #expect(AccessKeyID.judge(bytes(text)) == nil)
  }
}
