internal import TOML

/// A function of the project's own that reads a setting: `[[check.function]]`.
package struct SettingFunction: Hashable, Sendable {
  /// As it is called, with or without its owner.
  package let name: String
  /// Which argument is the setting's name, from 0.
  package let argument: Int
  /// The same by keyword or label.
  package let label: String?
  package let isRequired: Bool

  init(_ section: TOMLSection) throws(ConfigurationError) {
    try SettingDeclarations.refuseUnknown(section, ["name", "argument", "label", "required"])
    guard let name = try section.string("name"), !name.isEmpty else {
      throw section.error("name", "a function needs its name, as it is called")
    }
    let argument = try section.integer("argument") ?? 0
    guard argument >= 0 else { throw section.error("argument", "arguments are counted from 0") }
    self.name = name
    self.argument = argument
    label = try section.string("label")
    isRequired = try section.bool("required") ?? true
  }
}
