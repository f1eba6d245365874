import Testing

@testable import Structure

@Suite struct WebTokenTests {
  private static func token(_ header: String, _ payload: String, _ rest: String = ".c2ln") -> [UInt8] {
    Base64.encoded(bytes(header), .url) + bytes(".") + Base64.encoded(bytes(payload), .url) + bytes(rest)
  }

  @Test(arguments: [
    (#"{"alg":"HS256"}"#, #"{"sub":"x"}"#, ".c2ln", Judgement.sound("its header and payload are those of a token")),
    (#"{"alg":"none"}"#, #"{"sub":"x"}"#, ".", .sound("it is not signed (alg: none)")),
    (#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#, "not json", ".a.b.c", .sound("its header is that of an encrypted token")),
    (#"{"typ":"JWT"}"#, "{}", ".c2ln", .broken("its header names no algorithm")),
    ("[]", "{}", ".c2ln", .broken("its header is no JSON in base64: it may be made up")),
    (#"{"alg":"HS256"}"#, "text", ".c2ln", .broken("its payload is no JSON in base64: it may be made up")),
  ])
  func tokens(header: String, payload: String, rest: String, expected: Judgement) {
    #expect(WebToken.judge(Self.token(header, payload, rest)) == expected)
  }

  @Test func damage() {
    let token = Self.token(#"{"alg":"HS256"}"#, #"{"sub":"x"}"#)
    #expect(WebToken.judge(damaged(token, at: 0))?.standing == .broken)
    #expect(WebToken.judge(bytes(["eyJhbGci", "OiJIUzI1NiJ9"].joined()))?.standing == .broken)
  }
}
