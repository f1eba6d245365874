internal import Structure

/// A made-up private key in the form that a label stands for, which can be read as a key and opens nothing.
struct SampleKey {
  private var random: SeededRandom

  init(_ random: SeededRandom) {
    self.random = random
  }

  /// The lines between `BEGIN` and `END`; `nil` for a label that is no private key's.
  mutating func body(label: String) -> [String]? {
    switch label {
    case "RSA PRIVATE KEY": return lines(rsa())
    case "EC PRIVATE KEY": return lines(curve())
    case "DSA PRIVATE KEY": return lines(dsa())
    case "PRIVATE KEY": return lines(wrapped())
    case "ENCRYPTED PRIVATE KEY": return lines(encrypted())
    case "OPENSSH PRIVATE KEY": return lines(openSSH())
    case "PGP PRIVATE KEY BLOCK": return openPGP()
    default: return nil
    }
  }

  /// The state of the generator after what was made.
  var generator: SeededRandom { random }

  private func lines(_ bytes: [UInt8], width: Int = 64) -> [String] {
    let text = Base64.encoded(bytes)
    return stride(from: 0, to: text.count, by: width).map {
      String(decoding: text[$0..<min(text.count, $0 + width)], as: UTF8.self)
    }
  }

  private mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 1...127, using: &random) }
  }

  // MARK: DER

  private func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    switch content.count {
    case ..<128: [tag, UInt8(content.count)] + content
    case ..<256: [tag, 0x81, UInt8(content.count)] + content
    default: [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 255)] + content
    }
  }

  private func sequence(_ content: [UInt8]) -> [UInt8] { value(0x30, content) }

  private mutating func integers(_ sizes: [Int]) -> [UInt8] { sizes.flatMap { value(2, bytes($0)) } }

  private static let rsaObject: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 5, 0]
  private static let curveObject: [UInt8] = [6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]
  private static let passwordObject: [UInt8] = [6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 5, 0x0D]

  private mutating func rsa() -> [UInt8] {
    sequence([2, 1, 0] + integers([256]) + [2, 3, 1, 0, 1] + integers([256, 128, 128, 128, 128, 128]))
  }

  private mutating func dsa() -> [UInt8] { sequence([2, 1, 0] + integers([128, 20, 128, 128, 20])) }

  private mutating func curve() -> [UInt8] {
    let key = value(4, bytes(32))
    let point = value(0xA1, value(3, [0, 4] + bytes(64)))
    return sequence([2, 1, 1] + key + value(0xA0, SampleKey.curveObject) + point)
  }

  private mutating func wrapped() -> [UInt8] {
    sequence([2, 1, 0] + sequence(SampleKey.rsaObject) + value(4, rsa()))
  }

  private mutating func encrypted() -> [UInt8] {
    sequence(sequence(SampleKey.passwordObject + sequence(value(4, bytes(8)))) + value(4, bytes(1232)))
  }

  // MARK: OpenSSH and OpenPGP

  private func string(_ content: [UInt8]) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (24 - 8 * $0)) } + content
  }

  private func string(_ content: String) -> [UInt8] { string(Array(content.utf8)) }

  private mutating func openSSH() -> [UInt8] {
    let point = bytes(32)
    let publicKey = string("ssh-ed25519") + string(point)
    let check = bytes(4)
    let secret = check + check + publicKey + string(bytes(32) + point) + string("someone") + [1, 2, 3, 4, 5, 6]
    return Array("openssh-key-v1\0".utf8) + string("none") + string("none") + string("") + [0, 0, 0, 1]
      + string(publicKey) + string(secret)
  }

  private mutating func openPGP() -> [String] {
    let object: [UInt8] = [9, 0x2B, 6, 1, 4, 1, 0xDA, 0x47, 0x0F, 1]
    let key = [4] + bytes(4) + [22] + object + [1, 7, 0x40] + bytes(32) + [0, 0, 255] + bytes(32) + bytes(2)
    let packets = [0xC5, UInt8(key.count)] + key + [0xCD, 100] + bytes(100)
    let crc = Checksum.crc24(packets)
    let check = Base64.encoded((0..<3).map { UInt8(truncatingIfNeeded: crc >> (16 - 8 * UInt32($0))) })
    return [""] + lines(packets) + ["=" + String(decoding: check, as: UTF8.self)]
  }
}
