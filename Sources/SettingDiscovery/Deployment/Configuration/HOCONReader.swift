/// Configuration in HOCON, of Ktor, Akka and Play: `${X}` has to be there, `${?X}` may be missing.
package enum HOCONReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    if file.suffix == "hocon" { return true }
    guard file.suffix == "conf" else { return false }
    return ["application", "reference"].contains {
      file.stem == $0 || file.stem.hasPrefix($0 + ".") || file.stem.hasPrefix($0 + "-")
    }
      || file.isIn("src", "main", "resources")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let bytes = Array(text)
    var builder = ReadoutBuilder()
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case "#" where true, "/" where bytes.holds("//", at: place):
        while place < bytes.count, bytes[place] != "\n" { place += 1 }
      case "\"": place = endOfText(bytes, place)
      case "$" where bytes.holds("${", at: place): place = substitution(bytes, place, into: &builder)
      default: place += 1
      }
    }
    return builder.readout
  }

  /// Nothing is put into texts with quotes.
  private static func endOfText(_ bytes: [UInt8], _ start: Int) -> Int {
    if bytes.holds("\"\"\"", at: start) {
      var place = start + 3
      while place < bytes.count, !bytes.holds("\"\"\"", at: place) { place += 1 }
      return min(bytes.count, place + 3)
    }
    var place = start + 1
    while place < bytes.count, bytes[place] != "\"", bytes[place] != "\n" { place += bytes[place] == "\\" ? 2 : 1 }
    return min(bytes.count, place + 1)
  }

  private static func substitution(_ bytes: [UInt8], _ dollar: Int, into builder: inout ReadoutBuilder) -> Int {
    let isOptional = bytes.holds("${?", at: dollar)
    let start = dollar + (isOptional ? 3 : 2)
    let end = bytes.endOfVariable(at: start, limit: bytes.count)
    let name = bytes.string(start..<max(start, end))
    if end > start, end < bytes.count, bytes[end] == "}" || bytes[end] == "[", name.isConventional,
      !ShellNames.isKnown(name)
    {
      builder.add(
        SettingReference(
          name: name, need: isOptional ? .optional : .required, offset: start, idiom: isOptional ? "${?…}" : "${…}"))
    }
    return max(start, end)
  }
}
