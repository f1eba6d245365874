/// Finds the settings that one kind of file asks for.
package protocol SettingReader: Sendable {
  /// Whether this reader is for a file of that path; `beginning` is its first bytes, for those that say what they are in their first line.
  static func reads(_ path: String, beginning: RawSpan) -> Bool

  /// All that `text` asks for, in the order of the text, each place once. A text that cannot be followed to its end yields what was
  /// found, and a gap that says where following it ended.
  static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout

  /// The same, for readers to which a file's path says in which dialect of a language it is written.
  static func references(in text: RawSpan, path: String, conventions: SettingConventions) -> SettingReadout
}

extension SettingReader {
  package static func references(
    in text: RawSpan, path: String, conventions: SettingConventions
  ) -> SettingReadout {
    references(in: text, conventions: conventions)
  }
}

/// What a reader found in one text.
package struct SettingReadout: Hashable, Sendable {
  package var references: [SettingReference]
  /// Where the text could not be followed, and why: what was not looked at is never called clean.
  package var gaps: [Gap]
  /// The env files that the text names.
  package var envFiles: [EnvFileReference]

  package struct Gap: Hashable, Sendable {
    package var offset: Int
    package var reason: String

    package init(offset: Int, reason: String) {
      self.offset = offset
      self.reason = reason
    }
  }

  package init(references: [SettingReference] = [], gaps: [Gap] = [], envFiles: [EnvFileReference] = []) {
    self.references = references
    self.gaps = gaps
    self.envFiles = envFiles
  }
}

/// What a project says of how it asks for settings.
package struct SettingConventions: Hashable, Sendable {
  /// Functions of the project's own that read a setting.
  package var functions: [Function]

  /// `get_secret("X")`, `config.get_secret(key, fallback_env_var)`.
  package struct Function: Hashable, Sendable {
    /// The name as it is called, with or without what stands before its last dot; a shorter one fits any owner.
    package var name: String
    /// Which argument is the setting's name: by place, from 0.
    package var argument: Int
    /// The same by keyword or label, for languages that have them.
    package var label: String?
    package var need: SettingReference.Need

    package init(name: String, argument: Int = 0, label: String? = nil, need: SettingReference.Need = .required) {
      self.name = name
      self.argument = argument
      self.label = label
      self.need = need
    }
  }

  package init(functions: [Function] = []) {
    self.functions = functions
  }
}
