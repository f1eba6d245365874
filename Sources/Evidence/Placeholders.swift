/// Values that only show where a secret goes.
enum Placeholders {
  /// Whether at least half of the value is words that stand for a secret: `your-api-key-here`, `changeme1`.
  static func fill(_ words: [Word]) -> Bool {
    let length = words.reduce(0) { $0 + $1.count }
    return words.reduce(0) { $0 + (isKnown($1) ? $1.count : 0) } * 2 >= max(1, length)
  }

  /// Whether there is any such word.
  static func occur(in words: [Word]) -> Bool { words.contains(where: isKnown) }

  /// Whether a text in lower case holds one of the words that are changed most often: `p4ssw0rd`, `s00pers3cret`.
  static func spell(_ text: [UInt8]) -> Bool {
    let text = String(decoding: text, as: UTF8.self)
    return ["secret", "passw", "letmein", "admin", "qwert", "test"].contains { text.contains($0) }
  }

  private static func isKnown(_ word: Word) -> Bool {
    vocabulary.contains(word) || beginnings.contains { word.hasPrefix($0) }
  }

  private static let beginnings: [Word] = [
    "passw", "example", "secret", "test", "changeme", "token", "dummy", "fake", "placeholder", "mypass", "redact",
    "sample", "foobar", "xxx", "insert", "replace",
  ]

  private static let vocabulary: WordSet = [
    "change", "your", "removed", "enter", "todo", "fixme", "foo", "bar", "baz", "default", "undefined", "pass", "key",
    "apikey", "letmein", "qwerty", "asdf", "random", "here", "user", "admin", "none", "null", "true", "false",
    "hidden", "unknown", "invalid", "wrong", "hello", "world", "public", "private", "value", "string", "abc", "xyz",
    "username", "login", "my", "the", "some", "any", "new", "old", "is", "not", "for", "with", "this", "that", "demo",
    "mock", "root", "guest", "temp", "temporary", "super", "strong", "weak", "bad", "good", "valid", "correct",
    "incorrect", "long", "short", "empty", "blank", "optional", "required", "secure", "unsecure", "insecure", "api",
    "access", "client", "auth", "goes", "put", "set", "generate", "generated", "me", "name", "local", "dev", "prod",
    "stanch",
  ]
}
