/// A private key in DER: PKCS #1 (RFC 8017), PKCS #8 (RFC 5958), encrypted or not, SEC 1 for elliptic curves (RFC 5915), or the
/// six numbers of DSA.
enum KeyContainer {
  static func judge(_ bytes: [UInt8]) -> Judgement? {
    var outer = DERReader(bytes[...])
    guard let content = outer.next(.sequence) else { return nil }
    return rsa(content) ?? curve(content) ?? dsa(content) ?? wrapped(content) ?? encrypted(content)
  }

  private static func rsa(_ content: ArraySlice<UInt8>) -> Judgement? {
    var reader = DERReader(content)
    guard let numbers = reader.integers(9) else { return nil }
    return .proven("it is a whole RSA key of \(bits(numbers[1])) bits")
  }

  private static func dsa(_ content: ArraySlice<UInt8>) -> Judgement? {
    var reader = DERReader(content)
    guard let numbers = reader.integers(6), reader.isAtEnd else { return nil }
    return .proven("it is a whole DSA key of \(bits(numbers[1])) bits")
  }

  private static func curve(_ content: ArraySlice<UInt8>) -> Judgement? {
    var reader = DERReader(content)
    guard reader.next(.integer) == [1], let key = reader.next(.octets), key.count >= 16 else { return nil }
    return .proven("it is a whole elliptic curve key")
  }

  private static let algorithms: [(object: [UInt8], name: String)] = [
    ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1], "RSA"), ([0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 10], "RSA"),
    ([0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1], "elliptic curve"), ([0x2A, 0x86, 0x48, 0xCE, 0x38, 4, 1], "DSA"),
    ([0x2B, 0x65, 0x6E], "X25519"), ([0x2B, 0x65, 0x6F], "X448"), ([0x2B, 0x65, 0x70], "Ed25519"),
    ([0x2B, 0x65, 0x71], "Ed448"),
  ]

  private static func wrapped(_ content: ArraySlice<UInt8>) -> Judgement? {
    var reader = DERReader(content)
    guard let version = reader.next(.integer), version == [0] || version == [1],
      let object = algorithm(&reader), let key = reader.next(.octets), !key.isEmpty
    else { return nil }
    let name = algorithms.first { $0.object[...] == object }.map { "\($0.name) " } ?? ""
    return .proven("it is a whole \(name)key (PKCS #8)")
  }

  private static func encrypted(_ content: ArraySlice<UInt8>) -> Judgement? {
    var reader = DERReader(content)
    guard algorithm(&reader) != nil, let key = reader.next(.octets), key.count >= 16, reader.isAtEnd else { return nil }
    return .proven("it is a whole key, and a passphrase protects it (PKCS #8)")
  }

  private static func algorithm(_ reader: inout DERReader) -> ArraySlice<UInt8>? {
    guard let identifier = reader.next(.sequence) else { return nil }
    var inner = DERReader(identifier)
    return inner.next(.object)
  }

  private static func bits(_ number: ArraySlice<UInt8>) -> Int { number.drop { $0 == 0 }.count * 8 }
}
