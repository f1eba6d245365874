import Testing

@testable import Structure

@Suite struct EncodedObjectTests {
  private static let object = #"{"k":"some letters","n":[1,2.5e3,true,null],"o":{}}"#

  @Test(arguments: ["", "prefix_", "sk."])
  func valid(prefix: String) {
    for alphabet in [Base64.Alphabet.standard, .url] {
      let encoded = Base64.encoded(bytes(Self.object), alphabet)
      #expect(EncodedObject.judge(bytes(prefix) + encoded)?.standing == .sound)
      #expect(EncodedObject.judge(bytes(prefix) + encoded + bytes(".signature"))?.standing == .sound)
      #expect(EncodedObject.judge(bytes(prefix) + encoded + bytes("_signature"))?.standing == .sound)
      #expect(EncodedObject.judge(bytes(prefix) + encoded.dropLast(8))?.standing == .broken)
      #expect(EncodedObject.judge(bytes(prefix) + damaged(encoded, at: 4))?.standing == .broken)
    }
  }

  @Test func withoutAnObjectThereIsNothingToSay() {
    #expect(EncodedObject.judge(bytes("glsa_aaaaaaaaaaaa")) == nil)
  }
}
