/// A setting that an application needs, as `.stanch.toml` declares it.
package struct SettingDeclaration: Hashable, Sendable {
  /// The name of the variable in the environment.
  package let name: String
  package let description: String?
  package let isSecret: Bool
  package let isRequired: Bool
  package let format: SettingFormat?
  /// What counts without a value; only of settings that are no secret.
  package let defaultValue: String?
  /// The file that declares it, from the root of the repository, and the line from 1.
  package let file: String
  package let line: Int?

  package init(
    name: String, description: String? = nil, isSecret: Bool = false, isRequired: Bool = false,
    format: SettingFormat? = nil, defaultValue: String? = nil, file: String, line: Int? = nil
  ) {
    self.name = name
    self.description = description
    self.isSecret = isSecret
    self.isRequired = isRequired
    self.format = format
    self.defaultValue = defaultValue
    self.file = file
    self.line = line
  }

  /// What is wrong with a value, as far as it can be said without the scanner's rules; it never holds the value.
  package func problem(with value: String) -> String? { format?.problem(with: value) }
}
