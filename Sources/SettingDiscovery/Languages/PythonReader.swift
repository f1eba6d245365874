/// Python: `os.environ`, decouple, environs, django-environ, starlette, dynaconf, and the settings classes of pydantic.
package enum PythonReader: CodeLanguage {
  static let extensions: Set<String> = ["py", "pyi", "pyw"]
  static let interpreters: Set<String> = ["python"]
  static let words = WordFilter([
    "environ", "getenv", "putenv", "setenv", "delenv", "decouple", "starlette.config", "dynaconf", "basesettings",
    "env.str",
    "env.bool", "env.int", "env.list", "env.db", "env.cache", "env.url", "env.json", "env.float", "env.dict",
    "env.path",
  ])
  static let ownWords = DigestSet(
    ["import", "from", "class", "prefixed", "Env", "FileAwareEnv", "Config", "AutoConfig", "Dynaconf", "LazySettings"])
  static let traits = CodeTraits(
    memberNeedsValue: true, demandingFunctions: ["int", "float", "Path", "loads", "b64decode", "Fernet", "len"],
    catchesMissing: true)

  static func syntax(_ path: String) -> LexicalSyntax { .python }

  static let idioms = IdiomTable(environment + frameworks)

  private static let environment: [Idiom] =
    ["os.environ", "os.environb"].map {
      Idiom(
        path: $0,
        shape: .mapping(
          Idiom.Mapping(
            subscripted: .required,
            methods: [
              "get": Idiom.Call(need: .optional, fallback: 1), "setdefault": Idiom.Call(need: .optional, fallback: 1),
              "pop": Idiom.Call(need: .required, fallback: 1), "__getitem__": Idiom.Call(need: .required),
              "__contains__": Idiom.Call(need: .optional), "has_key": Idiom.Call(need: .optional),
            ])), idiom: $0)
    } + [
      function("os.getenv", .optional, fallback: 1, label: "default", nameLabel: "key"),
      function("os.getenvb", .optional, fallback: 1, label: "default", nameLabel: "key"),
      function("os.putenv", .written), function("os.unsetenv", .written),
      function("*.monkeypatch.setenv", .written), function("*.monkeypatch.delenv", .written),
    ]

  static func function(
    _ path: String, _ need: SettingReference.Need, fallback: Int? = nil, label: String? = nil, nameLabel: String? = nil,
    type: SettingType? = nil
  ) -> Idiom {
    let last = path.split(separator: ".").suffix(2).joined(separator: ".").replacing("environs.Env()", with: "env")
      .replacing("environ.Env()", with: "env").replacing("Env()", with: "env")
    return Idiom(
      path: path,
      shape: .function(
        Idiom.Call(
          labels: nameLabel.map { [$0] } ?? [], need: need, fallback: fallback,
          fallbackLabels: label.map { [$0] } ?? [],
          type: type)), idiom: "\(last)(…)")
  }

  private static let frameworks: [Idiom] =
    [
      function("decouple.config", .required, label: "default", nameLabel: "option"),
      function("decouple.Config()", .required, label: "default", nameLabel: "option"),
      function("starlette.config.Config()", .required, fallback: 2, label: "default", nameLabel: "key"),
      function("environs.Env()", .required, fallback: 1, label: "default", nameLabel: "name"),
      function("environ.Env()", .required, label: "default", nameLabel: "var"),
    ] + methods("environs.Env()") + methods("environ.Env()") + methods("*.env")

  private static let types: [(name: String, type: SettingType?)] = [
    ("str", .string), ("int", .integer), ("bool", .boolean), ("float", .number), ("decimal", .number), ("list", .list),
    ("tuple", .list), ("dict", .list), ("json", .json), ("url", .url), ("path", .path), ("timedelta", .duration),
    ("dj_db_url", .url), ("dj_email_url", .url), ("dj_cache_url", .url), ("db_url", .url), ("search_url", .url),
    ("email_url", .url), ("cache_url", .url), ("get_value", nil), ("raw", nil), ("enum", nil),
    ("uuid", nil), ("datetime", nil), ("date", nil), ("time", nil), ("log_level", nil),
    ("bytes", nil), ("unicode", .string), ("parse_value", nil),
  ]

  private static func methods(_ owner: String) -> [Idiom] {
    types.map {
      function("\(owner).\($0.name)", .required, fallback: 1, label: "default", nameLabel: "var", type: $0.type)
    }
  }

  static func read(_ reading: inout CodeReading, at index: Int) {
    switch reading.code.text(index) {
    case "import": PythonImports.readImport(&reading, at: index)
    case "from": PythonImports.readFrom(&reading, at: index)
    case "class": break
    case "prefixed": PythonFrameworks.readPrefix(&reading, at: index)
    default: PythonFrameworks.readInstance(&reading, at: index)
    }
  }

  static func finish(_ reading: inout CodeReading) {
    PythonFrameworks.finish(&reading)
    guard reading.code.bytes.count > 0 else { return }
    reading.found += PydanticNames(PydanticParser(reading)).references
  }
}
