import Testing

@testable import Structure

@Suite struct OpenSSHKeyTests {
  private static func string(_ content: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(content.count)] + content }

  private static func key(cipher: String, check: [UInt8], name: String = "ssh-rsa") -> [UInt8] {
    let publicKey = string(bytes(name)) + string([1])
    return bytes("openssh-key-v1\0") + string(bytes(cipher)) + string(bytes("x")) + string([]) + [0, 0, 0, 1]
      + string(publicKey) + string(check + [1, 2, 3])
  }

  @Test(arguments: [
    ("none", [1, 2, 3, 4, 1, 2, 3, 4], "ssh-rsa", Judgement.proven("it is a whole ssh-rsa key (OpenSSH)")),
    ("none", [1, 2, 3, 4, 1, 2, 3, 4], "made up", .proven("it is a whole key (OpenSSH)")),
    ("none", [1, 2, 3, 4, 1, 2, 3, 5], "ssh-rsa", nil),
    (
      "aes256-ctr", [1, 2, 3, 4, 5, 6, 7, 8], "ssh-rsa",
      .proven("it is a whole key, and a passphrase protects it (OpenSSH)")
    ),
  ])
  func keys(cipher: String, check: [UInt8], name: String, expected: Judgement?) {
    #expect(OpenSSHKey.judge(Self.key(cipher: cipher, check: check, name: name)) == expected)
  }

  @Test func everyCut() {
    let key = Self.key(cipher: "none", check: [1, 2, 3, 4, 1, 2, 3, 4])
    for length in 0..<key.count { #expect(OpenSSHKey.judge(Array(key.prefix(length))) == nil) }
  }
}
