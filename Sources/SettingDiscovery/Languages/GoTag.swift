/// The tag of a field: `env:"PORT,required" envDefault:"80"`.
struct GoTag {
  private var values: [String: String] = [:]
  /// Where each value begins, in bytes from the tag's beginning.
  private var places: [String: Int] = [:]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      while place < bytes.count, bytes[place] <= 32 { place += 1 }
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: ":"), bytes[place] > 32 { place += 1 }
      let key = String(decoding: bytes[start..<place], as: UTF8.self)
      guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: ":"), bytes[place + 1] == UInt8(ascii: "\"") else {
        place += 1
        continue
      }
      place += 2
      let value = place
      while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      values[key] = String(decoding: bytes[value..<min(place, bytes.count)], as: UTF8.self)
      places[key] = value
      place += 1
    }
  }

  subscript(_ key: String) -> String? { values[key] }

  func place(_ key: String) -> Int { places[key] ?? 0 }

  var saysEnvironment: Bool {
    values.keys.contains { ["env", "envconfig", "envPrefix", "env-prefix", "split_words", "envDefault"].contains($0) }
  }

  /// The parts of `env:"…"` without blanks.
  var parts: [String] {
    (values["env"] ?? "").split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " })
    }
  }

  private func option(_ name: String) -> String? {
    parts.dropFirst().first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// What stands before the names in a struct.
  var prefix: String? { values["envPrefix"] ?? values["env-prefix"] ?? option("prefix") }

  var isRequired: Bool {
    if parts.dropFirst().contains("required") || parts.dropFirst().contains("notEmpty") { return !hasDefault }
    let says = values["env-required"] ?? values["required"]
    return says.map { $0 != "false" } ?? false && !hasDefault
  }

  private var hasDefault: Bool {
    values["envDefault"] != nil || values["env-default"] != nil || values["default"] != nil || option("default") != nil
  }
}
