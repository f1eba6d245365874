/// JavaScript and TypeScript, also in components of Vue, Svelte and Astro: the environment of Node, Deno, Bun and Vite, and the
/// libraries that check it.
package enum JavaScriptReader: CodeLanguage {
  static let extensions: Set<String> = [
    "js", "mjs", "cjs", "jsx", "ts", "mts", "cts", "tsx", "vue", "svelte", "astro",
  ]
  static let interpreters: Set<String> = ["node", "deno", "bun", "tsx", "ts-node"]
  static let words = WordFilter([
    ".env", "= process", "=process", "process\"", "process'", "$env/", "env-var", "createenv", "cleanenv",
    "configservice",
    "config.get", "runtimeconfig", "loadenv", "validationschema", "stubenv", "envschema", "env_schema", "env = z.",
    "env = v.",
  ])
  static let ownWords = DigestSet(
    [
      "import", "require", "process", "loadEnv", "createEnv", "cleanEnv", "bindEnv", "runtimeConfig", "object", "parse",
      "safeParse",
    ])
  static let traits = CodeTraits(
    bangUnwraps: true, memberNeedsValue: true, demandingMethods: ["required"], copingMethods: ["default"],
    demandingFunctions: [
      "assert", "invariant", "ok", "nonNull", "ensure", "required", "requireEnv", "assertDefined", "must", "notNull",
      "checkNotNull",
    ], castsDemand: true)

  static func syntax(_ path: String) -> LexicalSyntax {
    switch FileKind.suffix(path) {
    case "ts", "mts", "cts": .typeScript
    case "vue", "svelte": .component
    case "astro": .astro
    default: .javaScript
    }
  }

  static let idioms = IdiomTable(environment + libraries)

  private static let node = Idiom.Mapping(
    subscripted: .optional, member: .optional,
    methods: [
      "hasOwnProperty": Idiom.Call(need: .optional), "get": Idiom.Call(need: .optional),
      "set": Idiom.Call(need: .written), "has": Idiom.Call(need: .optional), "delete": Idiom.Call(need: .written),
      "toObject": Idiom.Call(argument: 99, need: .optional),
    ])

  private static let environment: [Idiom] = [
    ("*.process.env", "process.env"), ("*.import.meta.env", "import.meta.env"), ("Deno.env", "Deno.env"),
    ("Bun.env", "Bun.env"), ("$env.dynamic.env", "env"),
  ].map { Idiom(path: $0.0, shape: .mapping(node), idiom: $0.1) }

  private static let libraries: [Idiom] = [
    function("env-var.get", .optional, isAnyName: true), function("env-var.default.get", .optional, isAnyName: true),
    function("*.configService.get", .optional), function("*.configService.getOrThrow", .required),
    function("*.config.get", .optional), function("*.config.getOrThrow", .required),
    function("*.stubEnv", .written),
  ]

  private static func function(_ path: String, _ need: SettingReference.Need, isAnyName: Bool = false) -> Idiom {
    let name = path.split(separator: ".").suffix(2).joined(separator: ".").replacing("env-var.", with: "env.")
    return Idiom(
      path: path,
      shape: .function(Idiom.Call(need: need, fallback: 1, onlyCapitals: !isAnyName, givesReader: isAnyName)),
      idiom: "\(name)(…)")
  }

  static func read(_ reading: inout CodeReading, at index: Int) {
    switch reading.code.text(index) {
    case "import": JavaScriptImports.readImport(&reading, at: index)
    case "require": JavaScriptImports.readRequire(&reading, at: index)
    case "process": JavaScriptImports.readProcess(&reading, at: index)
    case "loadEnv": JavaScriptImports.readLoaded(&reading, at: index)
    case "runtimeConfig": NuxtConfiguration.read(&reading, at: index)
    default: JavaScriptSchemas.read(&reading, at: index)
    }
  }
}
