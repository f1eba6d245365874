package import TOML

/// What configurations say of settings: which there are, which are nobody's business, and how the code asks for them.
package struct SettingDeclarations: Sendable {
  package private(set) var all: [SettingDeclaration] = []
  /// Functions of the project's own that read a setting.
  package private(set) var functions: [SettingFunction] = []
  /// Names that are not to be reported; `*` at the end stands for any ending.
  private var ignored: [String] = []

  package init() {}

  /// Adds what a configuration says.
  ///
  /// - Parameter file: its path from the root of the repository.
  /// - Throws: `ConfigurationError` with file, line and key.
  package mutating func add(_ root: TOMLSection, file: String) throws(ConfigurationError) {
    for section in try root.sections("setting") {
      let declaration = try SettingDeclarations.declaration(section, file: file)
      if let other = named(declaration.name), other.file == file {
        throw section.error("name", "\(declaration.name) is declared twice")
      }
      all.append(declaration)
    }
    guard let check = try root.section("check") else { return }
    try SettingDeclarations.refuseUnknown(check, ["ignore", "function"])
    ignored += try check.strings("ignore")
    for section in try check.sections("function") { functions.append(try SettingFunction(section)) }
  }

  /// The same from the text of a configuration.
  package mutating func add(_ text: String, file: String) throws(ConfigurationError) {
    try add(TOMLDocument(text, file: file).root, file: file)
  }

  package func named(_ name: String) -> SettingDeclaration? { all.first { $0.name == name } }

  package func ignores(_ name: String) -> Bool {
    ignored.contains { $0.hasSuffix("*") ? name.hasPrefix($0.dropLast()) : name == $0 }
  }

  private static let keys: Set = [
    "name", "description", "secret", "required", "format", "pattern", "type", "range", "one-of", "default",
  ]

  private static func declaration(
    _ section: TOMLSection, file: String
  ) throws(ConfigurationError) -> SettingDeclaration {
    try refuseUnknown(section, keys)
    guard let name = try section.string("name"), !name.isEmpty else {
      throw section.error("name", "a setting needs a name, that of its variable in the environment")
    }
    guard name.utf8.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: "=") && $0 < 127 }) else {
      throw section.error("name", "a name holds no blanks and no «=»")
    }
    let isSecret = try section.bool("secret") ?? false
    let defaultValue = try section.string("default")
    if isSecret, defaultValue != nil {
      throw section.error("default", "a secret has no default", hint: "whoever reads the configuration would have it")
    }
    return SettingDeclaration(
      name: name, description: try section.string("description"), isSecret: isSecret,
      isRequired: try section.bool("required") ?? false, format: try format(section), defaultValue: defaultValue,
      file: file, line: section.line(ofKey: "name"))
  }

  private static func format(_ section: TOMLSection) throws(ConfigurationError) -> SettingFormat? {
    var formats: [(key: String, format: SettingFormat)] = []
    if let rule = try section.string("format") { formats.append(("format", .rule(rule))) }
    if let pattern = try section.string("pattern") { formats.append(("pattern", .pattern(pattern))) }
    let choices = try section.strings("one-of")
    if !choices.isEmpty { formats.append(("one-of", .oneOf(choices))) }
    if let type = try self.type(section) { formats.append(("type", type)) }
    guard formats.count <= 1 else {
      let keys = formats.map(\.key).joined(separator: " and ")
      throw section.error(formats[1].key, "\(keys) exclude each other: a value has one format")
    }
    return formats.first?.format
  }

  private static func type(_ section: TOMLSection) throws(ConfigurationError) -> SettingFormat? {
    let range = try self.range(section)
    guard let type = try section.string("type") else { return range.map { .integer($0) } }
    switch type {
    case "integer": return .integer(range ?? Int.min...Int.max)
    case _ where range != nil: throw section.error("range", "a range is for type = \"integer\"")
    case "string": return nil
    case "url": return .url
    case "boolean": return .boolean
    case "number": return .number
    default:
      throw section.error("type", "there is no type \(type)", hint: "it is string, integer, number, boolean or url")
    }
  }

  private static func range(_ section: TOMLSection) throws(ConfigurationError) -> ClosedRange<Int>? {
    guard let bounds = try section.integers("range") else { return nil }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw section.error("range", "a range is two whole numbers, the lower one first")
    }
    return bounds[0]...bounds[1]
  }

  static func refuseUnknown(_ section: TOMLSection, _ known: Set<String>) throws(ConfigurationError) {
    guard let unknown = section.keys(otherThan: known).first else { return }
    throw section.error(
      unknown, "there is no such key here", hint: "the keys are \(known.sorted().joined(separator: ", "))")
  }
}
