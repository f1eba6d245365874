import Testing

@testable import Structure

@Suite struct Base58CheckTests {
  /// The address of the first block, which is public and no key.
  private let address = bytes("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")

  @Test func aKnownAddress() {
    #expect(Base58Check.judge(address)?.standing == .proven)
  }

  @Test func damage() {
    for place in address.indices where damaged(address, at: place) != address {
      #expect(Base58Check.judge(damaged(address, at: place))?.standing == .broken)
    }
    #expect(Base58Check.judge(bytes("0OIl"))?.standing == .broken)
    #expect(Base58Check.judge([])?.standing == .broken)
  }

  @Test(arguments: [[UInt8](), [0], [0, 0, 1], Array(1...40), [128] + Array(repeating: 255, count: 32)])
  func whatIsWrittenIsValid(payload: [UInt8]) {
    #expect(Base58Check.judge(Base58Check.encoded(payload))?.standing == (payload.isEmpty ? .broken : .proven))
  }
}
