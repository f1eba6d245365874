import Testing

@testable import Structure

@Suite struct KeyContainerTests {
  private static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag, UInt8(content.count)] + content }

  private static func wrapped(_ object: [UInt8]) -> [UInt8] {
    value(0x30, [2, 1, 0] + value(0x30, value(6, object)) + value(4, [1, 2, 3]))
  }

  @Test(
    "algorithms of PKCS #8",
    arguments: [
      ([0x2B, 0x65, 0x70], "Ed25519 "), ([0x2B, 0x65, 0x6E], "X25519 "),
      ([0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1], "elliptic curve "), ([1, 2, 3], ""),
    ] as [([UInt8], String)])
  func algorithms(object: [UInt8], name: String) {
    #expect(KeyContainer.judge(Self.wrapped(object)) == .proven("it is a whole \(name)key (PKCS #8)"))
  }

  @Test func everyCut() {
    let key = Self.wrapped([0x2B, 0x65, 0x70])
    for length in 0..<key.count { #expect(KeyContainer.judge(Array(key.prefix(length))) == nil) }
  }

  @Test("certificates and public keys are no private keys")
  func otherThings() {
    let publicKey = Self.value(
      0x30, Self.value(0x30, Self.value(6, [1])) + Self.value(3, Array(repeating: 0, count: 40)))
    let numbers = Self.value(0x30, [2, 1, 5, 2, 1, 3])
    for thing in [publicKey, numbers, [0x30, 0], [0x30, 0x80, 0, 0], [0x30, 0x84, 255, 255, 255, 255]] {
      #expect(KeyContainer.judge(thing) == nil)
    }
  }
}
