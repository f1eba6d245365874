/// The keys of swift-configuration, which its environment provider looks up in upper case with underscores.
enum SwiftConfiguration {
  private static let kinds: [(name: String, type: SettingType?)] = [
    ("string", .string), ("int", .integer), ("double", .number), ("bool", .boolean), ("bytes", nil),
    ("stringArray", .list), ("intArray", .list), ("doubleArray", .list), ("boolArray", .list),
    ("byteChunkArray", .list),
  ]

  private static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// The methods that read a key: what kind of value, and whether it must be there.
  static let methods: [String: (type: SettingType?, isRequired: Bool)] = {
    var methods: [String: (type: SettingType?, isRequired: Bool)] = [:]
    for kind in kinds {
      let name = capitalized(kind.name)
      for prefix in ["", "fetch", "watch"] {
        methods[prefix.isEmpty ? kind.name : prefix + name] = (kind.type, false)
        methods[prefix.isEmpty ? "required" + name : "\(prefix)Required\(name)"] = (kind.type, true)
      }
    }
    return methods
  }()

  /// Methods that other types have too are read only where the library is imported: `UserDefaults.standard.string(forKey:)`.
  static func read(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, ".") || code.isOperator(index - 1, "?."), code.isOperator(index + 1, "("),
      code.isWord(index + 2, "forKey"), let method = methods[code.text(index)]
    else { return }
    let owner = reading.path(endingAt: index).words.dropLast()
    guard isReader(reading, owner, method.isRequired || code.text(index).hasPrefix("fetch")) else { return }
    let arguments = reading.arguments(index + 1)
    guard let key = arguments.first else { return }
    let hasDefault = arguments.contains { $0.label == "default" }
    let isSecret = arguments.contains { $0.label == "isSecret" && code.isWord($0.range.lowerBound, "true") }
    let prefix = prefix(reading, before: index)
    for name in code.names(in: key.range, reading.constants) where name.isPlausible {
      reading.add(
        SettingReference(
          name: SettingNaming.upperSnake(prefix + name.text),
          need: name.isDynamic ? .dynamic : method.isRequired && !hasDefault ? .required : .optional,
          offset: name.offset, idiom: "\(code.text(index))(forKey: …)", type: method.type, isSecret: isSecret))
    }
  }

  private static func isReader(_ reading: CodeReading, _ owner: ArraySlice<String>, _ isUnmistakable: Bool) -> Bool {
    if owner.contains(where: { $0.contains("UserDefaults") || $0 == "defaults" || $0 == "coder" }) { return false }
    return isUnmistakable || reading.importsConfiguration
  }

  /// `let database = config.scoped(to: "database")`
  static func readScope(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard let scope = scope(code, index) else { return }
    let start = reading.path(endingAt: index).start
    guard let name = reading.assignedName(start) else { return }
    reading.scopes[name] = prefix(reading, before: index) + scope + "."
  }

  private static func scope(_ code: LexedText, _ index: Int) -> String? {
    guard code.isOperator(index - 1, "."), code.isOperator(index + 1, "("), code.isWord(index + 2, "to") else {
      return nil
    }
    return code.value(index + 4)
  }

  /// What the scopes of the owner put before a key.
  private static func prefix(_ reading: CodeReading, before index: Int) -> String {
    let code = reading.code
    var prefix = ""
    var place = index - 2
    for _ in 0..<8 {
      if code.isOperator(place, ")"), let open = code.partner(place), let scope = scope(code, open - 1) {
        prefix = scope + "." + prefix
        place = open - 3
      } else {
        break
      }
    }
    return (code.isWord(place) ? reading.scopes[code.text(place)] ?? "" : "") + prefix
  }
}

extension LexedText {
  /// `import Configuration`, among the first words of a file.
  var importsConfiguration: Bool {
    (0..<min(count, 400)).contains { isWord($0, "import") && isWord($0 + 1, "Configuration") }
  }
}
