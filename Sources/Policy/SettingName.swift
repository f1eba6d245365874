/// What a setting's name says.
package enum SettingName {
  /// Whether the name is that of a secret.
  package static func isSecret(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: "_").map(String.init)
    guard let last = words.last else { return false }
    if aside.contains(last) || words.first.map(switches.contains) == true { return false }
    return words.contains(where: secrets.contains)
      || words.contains { $0.hasSuffix("password") || $0.hasSuffix("secret") }
      || (last == "key" && words.dropLast().contains(where: keyKinds.contains)) || last == "dsn"
  }

  private static let secrets: Set = [
    "password", "passwd", "pwd", "pass", "secret", "secrets", "token", "tokens", "apikey", "credential", "credentials",
    "passphrase",
  ]

  private static let keyKinds: Set = [
    "api", "access", "secret", "private", "encryption", "signing", "auth", "app", "master", "service", "license",
    "account",
    "key", "jwt", "session", "cookie",
  ]

  /// Names that begin so turn something on, or bound it.
  private static let switches: Set = [
    "enable", "disable", "use", "has", "allow", "require", "max", "min", "skip", "no",
  ]

  /// Names that end so are about a secret, and hold none.
  private static let aside: Set = [
    "id", "url", "uri", "host", "path", "file", "name", "ttl", "expiry", "expires", "length", "enabled", "type",
    "policy",
    "header", "issuer", "audience", "algorithm", "lifetime", "minutes", "seconds", "days", "hours", "timeout", "limit",
    "rounds", "broker", "table", "column", "field", "min", "max", "prefix", "public",
  ]

  /// Upper case, digits and underscores, as shells take them everywhere.
  package static func isConventional(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
    return name.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) || $0 == 95 }
  }
}
