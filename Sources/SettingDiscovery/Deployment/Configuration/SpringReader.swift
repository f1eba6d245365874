internal import YAML

/// Configuration of Spring, Micronaut, Quarkus and Ktor: `${X}`, `${X:default}`, `$X`, in YAML and in properties.
///
/// Placeholders in small letters with dots mean other properties, and are none of the environment.
package enum SpringReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    guard file.isYAML || file.suffix == "properties" else { return false }
    let isNamed = ["application", "bootstrap"].contains { file.stem == $0 || file.stem.hasPrefix($0 + "-") }
    return isNamed || file.isIn("src", "main", "resources")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let bytes = Array(text)
    var builder = ReadoutBuilder()
    if looksLikeProperties(bytes) {
      properties(bytes, into: &builder)
    } else {
      let file = DeploymentYAML(text)
      for document in file.documents {
        document.visitScalars { node, path in
          let placed = file.placed(node)
          value(placed, isWhole: true, into: &builder)
          if path.last == "import" { imported(placed, into: &builder) }
        }
      }
      file.report(to: &builder)
    }
    return builder.readout
  }

  /// The path is not known here: the first line that says something tells one form from the other.
  private static func looksLikeProperties(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(separator: 0x0A) {
      let line = line.drop { $0.isSpacing }
      guard let first = line.first, first != "#", first != "!", first != "\r" else { continue }
      if line.starts(with: Array("---".utf8)) || first == "-" { return false }
      guard let end = line.firstIndex(where: { $0 == "=" || $0 == ":" || $0 == "{" }) else { return false }
      if line[end] == "=" { return true }
      let after = line[(end + 1)...].first
      return !(after == nil || after == 0x20 || after == 0x0D)
    }
    return false
  }

  /// `key=value`, with lines that end in a backslash going on.
  private static func properties(_ bytes: [UInt8], into builder: inout ReadoutBuilder) {
    var place = 0
    var isContinued = false
    while place < bytes.count {
      var end = place
      while end < bytes.count, !bytes[end].isLineEnd { end += 1 }
      var start = place
      while start < end, bytes[start].isSpacing { start += 1 }
      if start < end, isContinued || (bytes[start] != "#" && bytes[start] != "!") {
        let placed = PlacedText(Array(bytes[start..<end]), at: start)
        value(placed, isWhole: false, into: &builder)
        if placed.bytes.holds("spring.config.import", at: 0) { imported(placed, into: &builder) }
        isContinued = bytes[end - 1] == "\\"
      } else {
        isContinued = false
      }
      place = end + 1
    }
  }

  /// - Parameter isWhole: whether `$X` stands for a variable where it is all of the value, as Ktor takes it.
  private static func value(_ text: PlacedText, isWhole: Bool, into builder: inout ReadoutBuilder) {
    let bytes = text.bytes
    guard let first = bytes.firstIndex(of: UInt8(ascii: "$")) else { return }
    if isWhole, first == 0, bytes.count > 1, bytes[1] != "{" { return short(text, into: &builder) }
    var place = first
    while place + 1 < bytes.count {
      guard bytes[place] == "$", bytes[place + 1] == "{", place == 0 || bytes[place - 1] != "\\" else {
        place += 1
        continue
      }
      let start = place + 2
      let end = bytes.endOfVariable(at: start, limit: bytes.count)
      place = max(end, start)
      guard end > start, end < bytes.count, bytes[end] == "}" || bytes[end] == ":" else { continue }
      let name = bytes.string(start..<end)
      guard name.isConventional else { continue }
      let hasDefault = bytes[end] == ":"
      builder.add(
        SettingReference(
          name: name, need: hasDefault ? .optional : .required, offset: text.place(start),
          idiom: hasDefault ? "${…:}" : "${…}"))
    }
  }

  /// `$X`, `$X:default` and `$?X`.
  private static func short(_ text: PlacedText, into builder: inout ReadoutBuilder) {
    let start = text.bytes[1] == "?" ? 2 : 1
    let end = text.bytes.endOfVariable(at: start, limit: text.bytes.count)
    guard end > start, end == text.bytes.count || text.bytes[end] == ":" else { return }
    let name = text.bytes.string(start..<end)
    guard name.isConventional else { return }
    let isOptional = start == 2 || end < text.bytes.count
    builder.add(
      SettingReference(
        name: name, need: isOptional ? .optional : .required, offset: text.place(start),
        idiom: isOptional ? "$?…" : "$…"))
  }

  /// `spring.config.import: optional:file:.env[.properties]`
  private static func imported(_ text: PlacedText, into builder: inout ReadoutBuilder) {
    let bytes = text.bytes
    for place in bytes.indices where bytes.holds("file:", at: place) {
      let start = place + 5
      var end = start
      while end < bytes.count, ![0x5B, 0x2C, 0x20, 0x0D].contains(bytes[end]) { end += 1 }
      let path = bytes.string(start..<end)
      guard EnvFileReference.isNamedSo(path) else { continue }
      let isOptional = place >= 9 && bytes.holds("optional:", at: place - 9)
      builder.add(EnvFileReference(path: path, isRequired: !isOptional, offset: text.place(start)))
    }
  }
}
