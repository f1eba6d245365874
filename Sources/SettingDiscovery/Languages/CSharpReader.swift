/// C#: `Environment.GetEnvironmentVariable`, and the keys of .NET's configuration, whose sections the environment writes with `__`.
package enum CSharpReader: CodeLanguage {
  static let extensions: Set<String> = ["cs", "csx", "cshtml", "razor"]
  static let words = WordFilter(["environmentvariable", "configuration", "config[", "config."])
  static let traits = CodeTraits(
    bangUnwraps: true, memberNeedsValue: true,
    demandingFunctions: [
      "ThrowIfNull", "ThrowIfNullOrEmpty", "ThrowIfNullOrWhiteSpace", "NotNull", "Parse", "NotNullOrEmpty",
    ])

  static func syntax(_ path: String) -> LexicalSyntax { .csharp }

  private static let owners = ["Configuration", "configuration", "_configuration", "config", "_config"]

  private static let keys = Idiom.Mapping(
    subscripted: .optional,
    methods: [
      "GetValue": Idiom.Call(need: .optional, fallback: 1, naming: .sections),
      "GetConnectionString": Idiom.Call(need: .optional, naming: .connectionStrings),
      "GetRequiredValue": Idiom.Call(need: .required, naming: .sections),
    ], naming: .sections)

  static let idioms = IdiomTable(
    [
      .call("*.Environment.GetEnvironmentVariable", .optional), .call("*.Environment.SetEnvironmentVariable", .written),
    ] + owners.map { .mapping("*.\($0)", keys) })
}
