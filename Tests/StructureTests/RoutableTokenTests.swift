import Testing

@testable import Structure

@Suite struct RoutableTokenTests {
  private static let payload = bytes("o:1\nu:4x") + Array(100..<116) + [16]

  @Test(arguments: [nil, "01"])
  func validAndDamaged(version: String?) {
    let token = RoutableToken.token(prefix: bytes("glpat-"), payload: Self.payload, version: version)
    #expect(RoutableToken.judge(token) == .proven("its checksum is right (CRC-32)"))
    for place in token.indices where token[place] != UInt8(ascii: ".") {
      #expect(RoutableToken.judge(damaged(token, at: place))?.standing == .broken, "\(place)")
    }
  }

  @Test func theSumIsThatOfAllBeforeIt() {
    let token = RoutableToken.token(prefix: bytes("p-"), payload: [0, 0, 0])
    let body = bytes("p-AAAA.04")
    #expect(token == body + RadixNumber.digits(Checksum.crc32(body), RadixNumber.base36, count: 7))
  }

  @Test(arguments: ["glpat-aaaaaaaaaaaaaaaaaaaa", "glpat-a.b", "", "a.01.02.123456789"])
  func otherForms(token: String) {
    #expect(RoutableToken.judge(bytes(token)) == nil)
  }
}
