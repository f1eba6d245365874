/// A name or path written as a pattern that matches it alone.
enum GitLiteral {
  /// - Returns: nil where the name holds a line feed or NUL.
  static func pattern(_ name: some Collection<UInt8>) -> [UInt8]? {
    guard !name.contains(10), !name.contains(0) else { return nil }
    var pattern: [UInt8] = []
    for byte in name {
      let isWild = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[")
      let isMark = pattern.isEmpty && (byte == UInt8(ascii: "#") || byte == UInt8(ascii: "!"))
      if isWild || isMark || byte == UInt8(ascii: "\\") { pattern.append(UInt8(ascii: "\\")) }
      pattern.append(byte)
    }
    switch pattern.last {
    // The last blank is cut off unless it is escaped, and so is one CR.
    case UInt8(ascii: " "): pattern.insert(UInt8(ascii: "\\"), at: pattern.count - 1)
    case 13: pattern.append(13)
    default: break
    }
    return pattern
  }
}
