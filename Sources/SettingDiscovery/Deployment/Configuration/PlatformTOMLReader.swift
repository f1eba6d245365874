/// `fly.toml`, `netlify.toml` and `wrangler.toml`: tables that give variables their values.
package enum PlatformTOMLReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let name = DeploymentPath(path).name
    return ["fly.toml", "netlify.toml", "wrangler.toml", "railway.toml"].contains(name)
      || name.hasPrefix("fly.") && name.hasSuffix(".toml")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let bytes = Array(text)
    var builder = ReadoutBuilder()
    var table: Table?
    var place = 0
    while place < bytes.count {
      var start = place
      while start < bytes.count, bytes[start].isSpacing { start += 1 }
      if start < bytes.count, bytes[start] == "[" {
        var end = start
        while end < bytes.count, bytes[end] != "\n", bytes[end] != "#" { end += 1 }
        table = Table(bytes.string(start..<end))
      } else if let table {
        entry(bytes, from: start, in: table, into: &builder)
      } else if bytes.holds("vars", at: start) || bytes.holds("env", at: start) {
        inline(bytes, from: start, into: &builder)
      }
      place = nextLine(bytes, from: start)
    }
    return builder.readout
  }

  /// What the keys of a table are.
  private struct Table {
    var origin: SettingReference.Origin
    var name: String

    init?(_ head: String) {
      let name = head.filter { !" []\t\r\"".contains($0) }
      let last = name.split(separator: ".").last ?? ""
      switch last {
      case "env" where name == "env", "vars", "environment": origin = .environment
      case "args" where name.hasPrefix("build"): origin = .build
      default: return nil
      }
      self.name = name
    }
  }

  private static func entry(_ bytes: [UInt8], from start: Int, in table: Table, into builder: inout ReadoutBuilder) {
    let quote = start < bytes.count && bytes[start] == "\"" ? 1 : 0
    let end = bytes.endOfVariable(at: start + quote, limit: bytes.count)
    var equals = end + quote
    while equals < bytes.count, bytes[equals].isSpacing { equals += 1 }
    guard end > start + quote, equals < bytes.count, bytes[equals] == "=" else { return }
    builder.add(
      SettingReference(
        name: bytes.string(start + quote..<end), need: .written, origin: table.origin, offset: start + quote,
        idiom: "[\(table.name)] … ="))
  }

  /// `vars = { X = "…" }`
  private static func inline(_ bytes: [UInt8], from start: Int, into builder: inout ReadoutBuilder) {
    guard let head = Table("[" + String(bytes[start...].prefix { $0.isInVariable }) + "]") else { return }
    var place = start
    while place < bytes.count, !bytes[place].isLineEnd {
      if bytes[place] == "\"" {
        place += 1
        while place < bytes.count, bytes[place] != "\"", !bytes[place].isLineEnd { place += 1 }
      } else if bytes[place] == "{" || bytes[place] == "," {
        place += 1
        while place < bytes.count, bytes[place].isSpacing { place += 1 }
        entry(bytes, from: place, in: head, into: &builder)
        continue
      }
      place += 1
    }
  }

  /// The line after this one, or after the end of a text of several lines that begins on it.
  private static func nextLine(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] != "\n" {
      let quote = [#"""""#, "'''"].first { bytes.holds($0, at: place) }
      if let quote {
        place += 3
        while place < bytes.count, !bytes.holds(quote, at: place) { place += 1 }
        place += 3
      } else {
        place += 1
      }
    }
    return place + 1
  }
}
