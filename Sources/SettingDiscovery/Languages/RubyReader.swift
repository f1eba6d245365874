/// Ruby: `ENV`, Figaro and dotenv.
package enum RubyReader: CodeLanguage {
  static let extensions: Set<String> = ["rb", "rake", "ru", "gemspec", "erb", "podspec", "thor"]
  static let interpreters: Set<String> = ["ruby", "rake"]
  /// Files of Ruby that have no suffix.
  private static let names: Set<String> = [
    "Gemfile", "Rakefile", "Capfile", "Guardfile", "Vagrantfile", "Podfile", "Fastfile", "Appfile", "Matchfile",
    "Brewfile", "Dangerfile", "Puppetfile",
  ]
  static let words = WordFilter(["env[", "env.", "env&", "env)", "require_keys", "env\n", "env "])
  static let ownWords = DigestSet(
    ["ENV"])
  static let traits = CodeTraits(
    bangUnwraps: true, memberNeedsValue: true,
    copingMethods: [
      "to_s", "to_i", "to_f", "nil", "present", "blank", "presence", "to_a", "then", "try", "freeze", "inspect", "is_a",
      "tap", "dup", "respond_to", "to_json", "itself", "to_r", "to_c", "class", "hash", "instance_of", "kind_of", "in",
    ], demandingFunctions: ["Integer", "Float"], questionNames: true)

  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = FileKind(path, beginning: beginning)
    return extensions.contains(file.suffix) || names.contains(file.name)
      || file.suffix.isEmpty && interpreters.contains(file.interpreter)
  }

  static func syntax(_ path: String) -> LexicalSyntax { FileKind.suffix(path) == "erb" ? .erb : .ruby }

  private static let environment = Idiom.Mapping(
    subscripted: .optional,
    methods: [
      "fetch": Idiom.Call(need: .required, fallback: 1, blockIsFallback: true), "key": Idiom.Call(need: .optional),
      "has_key": Idiom.Call(need: .optional), "include": Idiom.Call(need: .optional),
      "member": Idiom.Call(need: .optional), "delete": Idiom.Call(need: .written),
      "store": Idiom.Call(need: .written), "values_at": Idiom.Call(need: .optional, isVariadic: true),
      "slice": Idiom.Call(need: .optional, isVariadic: true), "dig": Idiom.Call(need: .optional),
      "assoc": Idiom.Call(need: .optional),
    ])

  static let idioms = IdiomTable([
    .mapping("ENV", environment),
    .mapping("Figaro.env", Idiom.Mapping(member: .optional, naming: .prefixed(""))),
    .call("Figaro.require_keys", .required) { $0.isVariadic = true },
    .call("Dotenv.require_keys", .required) { $0.isVariadic = true },
  ])

  /// `ENV = …` makes it something else in this file.
  static func read(_ reading: inout CodeReading, at index: Int) {
    guard reading.code.isOperator(index + 1, "=") else { return }
    reading.locals.pin("ENV", to: ["a constant of the file"])
  }
}
