/// Dart: what `--dart-define` gives when it is built, the platform's environment, and dotenv.
package enum DartReader: CodeLanguage {
  static let extensions: Set<String> = ["dart"]
  static let words = WordFilter(["environment", "dotenv"])
  static let traits = CodeTraits(bangUnwraps: true, memberNeedsValue: true)

  static func syntax(_ path: String) -> LexicalSyntax { .dart }

  static let idioms = IdiomTable(
    ["String", "int", "bool"].map { type in
      .call("\(type).fromEnvironment", .optional) { $0.fallbackLabels = ["defaultValue"] }
    } + [
      .mapping(
        "Platform.environment",
        Idiom.Mapping(subscripted: .optional, methods: ["containsKey": Idiom.Call(need: .optional)])),
      .mapping("*.dotenv.env", Idiom.Mapping(subscripted: .optional)),
      .call("dotenv.get", .required) { $0.fallbackLabels = ["fallback"] },
      .call("dotenv.maybeGet", .optional),
    ])
}
