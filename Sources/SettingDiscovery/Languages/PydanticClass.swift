/// A class of Python whose fields are settings, or that such a class has as a field's type.
struct PydanticClass {
  struct Field {
    var name: String
    /// Where its name stands.
    var offset: Int
    var annotation: Range<Int>
    var hasDefault: Bool
    /// Names that take the place of its own: `alias`, `validation_alias`, each choice.
    var aliases: [Alias] = []
    /// Version 1's names, which the prefix does not change.
    var variables: [Alias] = []
    var isExcluded = false
  }

  struct Alias {
    var text: String
    var offset: Int
  }

  var name: String
  var offset: Int
  /// The last words of what it inherits from, and their whole paths.
  var bases: [String]
  var fields: [Field] = []
  var config = Config()

  struct Config {
    var prefix: SettingName?
    var delimiter: String?
    var maximalSplits: Int?
    var isCaseSensitive: Bool?
    /// `variable`, `alias` or `all`
    var prefixTarget: String?
    var acceptsNames: Bool?
    var ignoresAliases: Bool?

    /// What this says, and otherwise what the base says.
    func over(_ base: Config) -> Config {
      Config(
        prefix: prefix ?? base.prefix, delimiter: delimiter ?? base.delimiter,
        maximalSplits: maximalSplits ?? base.maximalSplits, isCaseSensitive: isCaseSensitive ?? base.isCaseSensitive,
        prefixTarget: prefixTarget ?? base.prefixTarget, acceptsNames: acceptsNames ?? base.acceptsNames,
        ignoresAliases: ignoresAliases ?? base.ignoresAliases)
    }
  }
}
