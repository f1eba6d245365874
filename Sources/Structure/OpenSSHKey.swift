/// A private key as ssh-keygen writes it (OpenSSH, PROTOCOL.key).
enum OpenSSHKey {
  private static let magic = Array("openssh-key-v1\0".utf8)

  static func judge(_ bytes: [UInt8]) -> Judgement? {
    guard bytes.starts(with: magic) else { return nil }
    var reader = WireReader(bytes[magic.count...])
    guard let cipher = reader.string(), reader.string() != nil, reader.string() != nil, reader.number(4) == 1,
      let publicKey = reader.string(), let secret = reader.string(), secret.count >= 8
    else { return nil }
    guard cipher == Array("none".utf8)[...] else {
      return .proven("it is a whole key, and a passphrase protects it (OpenSSH)")
    }
    // A number stands there twice, so that a wrong passphrase would show.
    guard secret.prefix(4) == secret.dropFirst(4).prefix(4) else { return nil }
    var inner = WireReader(publicKey)
    let name = inner.string().map { String(decoding: $0, as: UTF8.self) } ?? ""
    return .proven(names.contains(name) ? "it is a whole \(name) key (OpenSSH)" : "it is a whole key (OpenSSH)")
  }

  private static let names: Set = [
    "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]
}
