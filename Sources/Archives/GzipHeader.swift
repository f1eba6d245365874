/// The beginning of a gzip file (RFC 1952), for the name that it may give its contents.
enum GzipHeader {
  static func isHeader(_ bytes: [UInt8], at place: Int) -> Bool {
    place + 18 <= bytes.count && bytes[place] == 0x1F && bytes[place + 1] == 0x8B
  }

  /// The name in the file; else that of the file without its ending.
  static func name(_ bytes: [UInt8], outer: [UInt8]) -> [UInt8] {
    written(bytes) ?? derived(outer)
  }

  private static func written(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 18, bytes[3] & 8 != 0 else { return nil }
    let start = bytes[3] & 4 == 0 ? 10 : 12 + bytes.number16(at: 10)
    guard start < bytes.count else { return nil }
    let name = bytes[start...].prefix(4096).prefix { $0 != 0 }
    return name.isEmpty ? nil : Array(name)
  }

  private static func derived(_ outer: [UInt8]) -> [UInt8] {
    let name = String(decoding: outer.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self)
    for (ending, replacement) in [(".gz", ""), (".tgz", ".tar"), (".svgz", ".svg")]
    where name.lowercased().hasSuffix(ending) && name.count > ending.count {
      return Array((name.dropLast(ending.count) + replacement).utf8)
    }
    return Array("contents".utf8)
  }
}
