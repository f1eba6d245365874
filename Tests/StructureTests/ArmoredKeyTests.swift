import Rules
import Testing

@testable import Structure

@Suite struct ArmoredKeyTests {
  private static func key(_ label: String, seed: UInt64 = 1) throws -> String {
    try ExampleTemplate("{pem:\(label)}").text(seed: seed)
  }

  private static func judge(_ text: String) -> Judgement? { ArmoredKey.judge(bytes(text)) }

  @Test(
    "keys of each form are read",
    arguments: [
      ("RSA PRIVATE KEY", "it is a whole RSA key of 2048 bits"), ("EC PRIVATE KEY", "it is a whole elliptic curve key"),
      ("DSA PRIVATE KEY", "it is a whole DSA key of 1024 bits"), ("PRIVATE KEY", "it is a whole RSA key (PKCS #8)"),
      ("ENCRYPTED PRIVATE KEY", "it is a whole key, and a passphrase protects it (PKCS #8)"),
      ("OPENSSH PRIVATE KEY", "it is a whole ssh-ed25519 key (OpenSSH)"),
      ("PGP PRIVATE KEY BLOCK", "its checksum is right (CRC-24)"),
    ])
  func forms(label: String, evidence: String) throws {
    for seed in 0..<8 { #expect(Self.judge(try Self.key(label, seed: UInt64(seed))) == .proven(evidence)) }
  }

  @Test(
    "a key that was cut short in the middle is none",
    arguments: [
      "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY",
      "OPENSSH PRIVATE KEY",
      "PGP PRIVATE KEY BLOCK",
    ])
  func shortened(label: String) throws {
    var lines = try Self.key(label).split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: lines.count / 2)
    #expect(Self.judge(lines.joined(separator: "\n"))?.standing == .broken)
  }

  @Test(
    "what source files make of line ends",
    arguments: [
      ("\r\n", "", ""), ("\\n", "", ""), ("\\r\\n", "", ""), ("\\\\n", "", ""), ("\\n\" +\n", "    \"", ""),
      ("\\n\"+\n", "\"", ""), ("\n", "    ", ""), ("\n", "> ", ""), ("\n", "# ", ""), ("&#10;", "", ""),
      ("&#xD;&#xA;", "", ""),
      ("\n", "", "\\"), ("\n", "| ", " "), (" ", "", ""), ("\\n',\n", "'", ""),
    ])
  func lineEnds(end: String, start: String, before: String) throws {
    for label in ["RSA PRIVATE KEY", "OPENSSH PRIVATE KEY"] {
      let text = try Self.key(label).split(separator: "\n").joined(separator: "\(before)\(end)\(start)")
      #expect(Self.judge(text)?.standing == .proven, "\(label)")
    }
  }

  @Test func headersAreNoPartOfTheKey() throws {
    let key = try Self.key("RSA PRIVATE KEY")
    let commented = key.replacing("KEY-----\nMII", with: "KEY-----\nComment: of someone\n\nMII")
    #expect(commented != key)
    #expect(Self.judge(commented)?.standing == .proven)
    let encrypted = key.replacing(
      "KEY-----\nMII", with: "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nxII")
    #expect(Self.judge(encrypted) == .sound("a passphrase protects it"))
  }

  @Test(
    "of a key that was cut off there is nothing to say",
    arguments: ["", "-----BEGIN X", "-----BEGIN RSA PRIVATE KEY-----\nMIIE"])
  func cutOff(text: String) {
    #expect(Self.judge(text) == nil)
  }

  @Test(
    "what is no key",
    arguments: ["AAAA", "MIIE", "....", "=AAAA", "", "YWJj", "b3BlbnNzaC1rZXktdjEAAAAA"])
  func noKeys(body: String) {
    for label in ["RSA PRIVATE KEY", "OPENSSH PRIVATE KEY", "PGP PRIVATE KEY BLOCK"] {
      #expect(Self.judge("-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----")?.standing == .broken)
    }
  }

  @Test func theLabelMayBeAnother() throws {
    let key = try Self.key("PRIVATE KEY").replacing(" PRIVATE", with: " RSA PRIVATE")
    #expect(Self.judge(key) == .proven("it is a whole RSA key (PKCS #8)"))
  }
}
