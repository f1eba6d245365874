import Testing

@testable import Evidence

@Suite struct Base64TextTests {
  private func decoded(_ text: String) -> String? {
    Base64Text.decoded(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "printable text is decoded, padded or not",
    arguments: [
      (["dXNlcjpw", "YXNz"].joined(), "user:pass"), (["cGFzc3dv", "cmQ="].joined(), "password"),
      (["cGFzc3dv", "cmQ"].joined(), "password"), (["Pz8/", "Pj4+"].joined(), "???>>>"), ("Pz8_Pj4-", "???>>>"),
    ])
  func text(_ encoded: String, _ text: String) {
    #expect(decoded(encoded) == text)
  }

  @Test("what is none", arguments: ["", "abc", "dXNl", "////////", "dXNlc!pwYXNz", "dXNlcjpwYXNza", "dXNlcjpw==="])
  func others(_ text: String) {
    #expect(decoded(text) == nil)
  }
}
