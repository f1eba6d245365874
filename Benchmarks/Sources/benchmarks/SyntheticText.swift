/// Text that looks like code: the same every time, with the words in which secrets are announced as common as in code.
struct SyntheticText {
  private static let words = [
    "buffer", "count", "index", "password", "result", "token", "length", "path", "entry", "key", "value", "object",
    "commit", "tree", "blob", "reader", "writer", "error", "state", "config", "secret", "offset", "client", "request",
  ]

  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func word() -> String { SyntheticText.words[number(below: SyntheticText.words.count)] }

  mutating func line() -> String {
    "  \(word())_\(word())(\(word())->\(word()), \(number(below: 4096))); /* \(word()) */\n"
  }
}
