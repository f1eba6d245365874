internal import Structure

/// Placeholders for secrets whose structure is right.
extension ExampleTemplate {
  /// The text of such a placeholder; `nil` for one that is of another kind, or has an argument that makes no sense.
  static func structured(_ kind: String, _ argument: String, _ random: inout SeededRandom) -> String? {
    switch kind {
    case "jwt": return jwt(&random)
    case "pem": return pem(label: argument, lineEnd: "\n", &random)
    case "pem-escaped": return pem(label: argument, lineEnd: "\\n", &random)
    case "github": return token(.github, argument, 30, &random)
    case "npm": return token(.npm, "npm_", 30, &random)
    case "grafana": return token(.grafana, "glsa_", 32, &random)
    case "atlassian": return atlassian(argument, &random)
    case "cloudflare": return token(.cloudflare, argument, 40, &random)
    case "zuplo": return token(.zuplo, "zpka_", 32, &random)
    case "gitlab": return gitLab(argument, &random)
    case "bech32": return text(Bech32.encoded(name: Array(argument.utf8), bytes: bytes(32, &random)))
    case "base58check": return UInt8(argument).map { text(Base58Check.encoded([$0] + bytes(32, &random))) }
    case "nkey-seed":
      return argument.first.flatMap { NKeySeed.encoded($0, key: bytes(32, &random)) }.map(text)
    case "aws-key-id": return accessKeyID(argument, &random)
    case "base64-json": return object(argument, &random)
    case "basic": return text(Base64.encoded(Array("\(random.text(lower, 6)):\(random.text(letters, 15))".utf8)))
    default: return nil
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func bytes(_ count: Int, _ random: inout SeededRandom) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
  }

  /// `PREFIX` or `PREFIX:COUNT`, where the count is that of the random part.
  private static func token(
    _ form: TokenChecksum, _ argument: String, _ count: Int, _ random: inout SeededRandom
  ) -> String? {
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    guard let prefix = parts.first else { return nil }
    let length = parts.count > 1 ? Int(parts[1]) : count
    guard let length, length > 0 else { return nil }
    return text(form.token(Array((prefix + random.text(letters, length)).utf8), prefix: prefix))
  }

  /// `PREFIX:COUNT`: the prefix, so many random digits, and for the longer form an equals sign before the checksum.
  private static func atlassian(_ argument: String, _ random: inout SeededRandom) -> String? {
    guard let colon = argument.lastIndex(of: ":"), let count = Int(argument[argument.index(after: colon)...]), count > 0
    else { return nil }
    let prefix = String(argument[..<colon])
    let body = prefix + random.text(letters, count) + (prefix.hasPrefix("ATBB") ? "" : "=")
    return text(TokenChecksum.atlassian.token(Array(body.utf8), prefix: prefix))
  }

  /// `PREFIX`: a routable token of an organisation and a user.
  private static func gitLab(_ prefix: String, _ random: inout SeededRandom) -> String? {
    guard !prefix.isEmpty else { return nil }
    let payload = Array("o:1\nu:\(random.text(lower, 3))".utf8) + bytes(16, &random) + [16]
    return text(RoutableToken.token(prefix: Array(prefix.utf8), payload: payload, version: "01"))
  }

  private static func accessKeyID(_ prefix: String, _ random: inout SeededRandom) -> String? {
    guard !prefix.isEmpty else { return nil }
    let account = UInt64.random(in: 100_000_000_000...999_999_999_999, using: &random)
    return prefix + text(AccessKeyID.encoded(account: account, rest: bytes(5, &random)))
  }

  /// `KEY:COUNT`: an object that has so many random letters under a key.
  private static func object(_ argument: String, _ random: inout SeededRandom) -> String? {
    guard let colon = argument.lastIndex(of: ":"), let count = Int(argument[argument.index(after: colon)...]), count > 0
    else { return nil }
    return text(encoded("\"\(argument[..<colon])\":\"\(random.text(letters, count))\""))
  }

  /// An object in base64url.
  private static func encoded(_ members: String) -> [UInt8] { Base64.encoded(Array("{\(members)}".utf8), .url) }

  private static func jwt(_ random: inout SeededRandom) -> String {
    let header = encoded("\"alg\":\"HS256\",\"typ\":\"JWT\"")
    let payload = encoded("\"sub\":\"\(random.text(letters, 42))\"")
    return "\(text(header)).\(text(payload)).\(random.text(letters, 43))"
  }

  private static func pem(label: String, lineEnd: String, _ random: inout SeededRandom) -> String {
    var key = SampleKey(random)
    let body: [String]
    if let made = key.body(label: label) {
      body = made
      random = key.generator
    } else {
      // Of what is no private key nothing reads the body.
      body = (0..<25).map { random.text(letters + "+/", $0 < 24 ? 64 : 32) }
    }
    return (["-----BEGIN \(label)-----"] + body + ["-----END \(label)-----"]).joined(separator: lineEnd)
  }
}
