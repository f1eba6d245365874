/// A private key between its `BEGIN` and `END` lines (RFC 7468, RFC 1421, RFC 4880), whatever a source file made of its line ends:
/// the body is decoded, and the key in it read.
package enum ArmoredKey {
  static func judge(_ secret: [UInt8]) -> Judgement? {
    // Of a key that was cut off there is nothing to decode to its end.
    guard let armor = Armor(secret) else { return nil }
    if armor.isEncrypted { return .sound("a passphrase protects it") }
    guard let bytes = Base64.decoded(armor.body), !bytes.isEmpty else {
      return armor.isDoubtful ? nil : .broken("what stands between its lines is no base64: it may be made up")
    }
    let key =
      switch armor.label {
      case "OPENSSH PRIVATE KEY": OpenSSHKey.judge(bytes)
      case "PGP PRIVATE KEY BLOCK": OpenPGPKey.judge(bytes, checksum: armor.checksum)
      default: KeyContainer.judge(bytes)
      }
    return key ?? .broken("what stands between its lines is no key: it may be made up")
  }
}

/// The parts of a key in text form.
struct Armor {
  let label: String
  private(set) var body: [UInt8] = []
  /// What OpenPGP writes after `=` on a line of its own.
  private(set) var checksum: [UInt8]?
  /// Whether a header says so (RFC 1421, section 4.6.1.1).
  private(set) var isEncrypted = false
  /// Whether headers stand on the line of the body, so that where they end is a guess.
  private(set) var isDoubtful = false

  private static let dashes = Array("-----".utf8)
  private static let begin = Array("-----BEGIN ".utf8)
  private static let end = Array("-----END".utf8)

  init?(_ text: [UInt8]) {
    guard let start = Armor.place(of: Armor.begin, in: text[...]),
      let closing = Armor.place(of: Armor.dashes, in: text[(start + Armor.begin.count)...]),
      let end = Armor.place(of: Armor.end, in: text[(closing + Armor.dashes.count)...])
    else { return nil }
    label = String(decoding: text[(start + Armor.begin.count)..<closing], as: UTF8.self)
    for line in Armor.lines(of: text[(closing + Armor.dashes.count)..<end]) { add(line) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    guard !line.contains(UInt8(ascii: ":")) else {
      let header = String(decoding: line.prefix(200), as: UTF8.self)
      if header.contains("Proc-Type"), header.contains("ENCRYPTED") { isEncrypted = true }
      if line.count > 200 { isDoubtful = true }
      return
    }
    let runs = line.split { !Armor.isDigit($0) }.filter { $0 != [UInt8(ascii: "+")] }
    if runs.count == 1, runs[0].count == 5, runs[0].first == UInt8(ascii: "=") {
      checksum = Array(runs[0].dropFirst())
    } else {
      body += runs.joined()
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (Base64.isDigit(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")) || byte == UInt8(ascii: "=")
  }

  /// Lines as the key had them: line ends may be escaped, once or more often, or be entities of XML.
  private static func lines(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\") {
        guard let next = rest.first, [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(next) else {
          continue
        }
        rest.removeFirst()
        plain.append(10)
      } else if byte == UInt8(ascii: "&"), let end = rest.prefix(8).firstIndex(of: UInt8(ascii: ";")) {
        rest = rest[(end + 1)...]
        plain.append(10)
      } else {
        plain.append(byte)
      }
    }
    return plain.split { $0 == 10 || $0 == 13 }
  }

  private static func place(of part: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == part[0] && text[$0...].starts(with: part) }
  }
}
