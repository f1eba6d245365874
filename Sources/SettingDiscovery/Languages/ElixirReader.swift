/// Elixir: `System.get_env`, `System.fetch_env!` and dotenvy.
package enum ElixirReader: CodeLanguage {
  static let extensions: Set<String> = ["ex", "exs"]
  static let interpreters: Set<String> = ["elixir"]
  static let words = WordFilter(["_env", "env!"])
  static let ownWords = DigestSet(
    ["env"])
  static let traits = CodeTraits(bangNames: true)

  static func syntax(_ path: String) -> LexicalSyntax { .elixir }

  static let idioms = IdiomTable([
    .call("System.get_env", .optional, fallback: 1), .call("System.fetch_env", .optional),
    .call("System.put_env", .written), .call("System.delete_env", .written),
  ])

  /// `env!("PORT", :integer, 4000)` of dotenvy: with a third argument there is a default.
  static func read(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "!"), code.isOperator(index + 2, "("), !code.isOperator(index - 1, ".") else {
      return
    }
    let arguments = reading.arguments(index + 2)
    guard let first = arguments.first else { return }
    for name in code.names(in: first.range, reading.constants) where !name.isDynamic && name.isPlausible {
      reading.add(
        SettingReference(
          name: name.text, need: arguments.count > 2 ? .optional : .required, offset: name.offset, idiom: "env!(…)"))
    }
  }
}
