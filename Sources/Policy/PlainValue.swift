/// Values that say nothing of a secret: switches, numbers, names of places, placeholders.
package enum PlainValue {
  package static func isPlain(_ value: [UInt8]) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    if text.utf8.count < 5 || words.contains(text) { return true }
    if Int(text) != nil || Double(text) != nil { return true }
    if isPlaceholder(text) { return true }
    return text.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 || $0 == 95 } && text.utf8.count < 16
  }

  /// Texts that show where a value goes.
  package static func isPlaceholder(_ text: String) -> Bool {
    let text = text.lowercased()
    if let first = text.first, let last = text.last, "<[{".contains(first), ">]}".contains(last) { return true }
    if (text.utf8.count > 3 && text.utf8.allSatisfy { $0 == text.utf8.first }) || text.hasSuffix("...")
      || text.hasPrefix("$")
    {
      return true
    }
    return marks.contains { text.contains($0) }
  }

  private static let words: Set = [
    "true", "false", "localhost", "development", "production", "staging", "test", "debug", "info", "warning", "error",
    "password", "postgres", "redis", "mysql", "admin", "root", "default", "none", "null", "undefined", "enabled",
    "disabled", "127.0.0.1", "0.0.0.0", "sqlite", "memory",
  ]

  private static let marks = [
    "your", "example", "changeme", "change-me", "change_me", "changethis", "placeholder", "replace", "xxxx", "todo",
    "insert",
    "secret-here", "key-here", "dummy", "fake", "sample", "redacted", "goes-here", "goes_here", "foobar", "abc123",
    "enter-",
    "enter_", "fill", "…", "my-secret", "mysecret", "supersecret", "set-me", "dev-only", "insecure", "not-secret",
    "generate",
  ]
}
