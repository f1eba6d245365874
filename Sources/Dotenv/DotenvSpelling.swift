/// Ways to write a value, from the plainest on.
enum DotenvSpelling {
  /// Every way that may be worth a try; which of them means the value is for the readers to say.
  static func candidates(for value: [UInt8]) -> [[UInt8]] {
    var candidates = [
      value,
      quoted(value, .singleQuote),
      quoted(value, .doubleQuote),
      value.flatMap { $0 == .dollar ? [.dollar, .dollar] : [$0] },
      quoted(escaped(value, [.backslash, .doubleQuote], newline: false), .doubleQuote),
      quoted(escaped(value, [.backslash, .doubleQuote], newline: true), .doubleQuote),
      quoted(escaped(value, [.backslash, .doubleQuote, .dollar], newline: false), .doubleQuote),
      quoted(escaped(value, [.backslash, .doubleQuote, .dollar], newline: true), .doubleQuote),
      quoted(escaped(value, [.doubleQuote, .dollar, .backtick, .backslash], newline: false), .doubleQuote),
      quoted(escaped(value, [.singleQuote], newline: false), .singleQuote),
      quoted(escaped(value, [.singleQuote, .backslash], newline: false), .singleQuote),
      quoted(escaped(value, [], newline: true), .doubleQuote),
      quoted(value, .backtick),
      shellQuoted(value),
    ]
    var seen: Set<[UInt8]> = []
    candidates.removeAll { !seen.insert($0).inserted }
    return candidates
  }

  private static func quoted(_ value: [UInt8], _ quote: UInt8) -> [UInt8] { [quote] + value + [quote] }

  private static func escaped(_ value: [UInt8], _ bytes: Set<UInt8>, newline: Bool) -> [UInt8] {
    value.flatMap { byte -> [UInt8] in
      if newline, byte == .newline { return [.backslash, UInt8(ascii: "n")] }
      return bytes.contains(byte) ? [.backslash, byte] : [byte]
    }
  }

  /// Between single quotes, which a shell has to leave for a single quote.
  private static func shellQuoted(_ value: [UInt8]) -> [UInt8] {
    quoted(value.flatMap { $0 == .singleQuote ? Array("'\\''".utf8) : [$0] }, .singleQuote)
  }
}
