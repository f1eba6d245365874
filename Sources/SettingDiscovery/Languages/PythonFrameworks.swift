/// What a file of Python makes of the frameworks' objects.
struct PythonObjects {
  /// Variables that hold dynaconf's settings, and what stands before their names.
  var dynaconf: [String: String] = [:]
  /// Variables that hold django-environ's reader.
  var djangoEnvirons: Set<String> = []
  /// Names to which a reader was given a default when it was made.
  var defaults: Set<String> = []
}

/// Objects that read settings in Python: environs, django-environ, starlette's and decouple's Config, dynaconf.
enum PythonFrameworks {
  private static let constructors: [String: [String]] = [
    "environs.Env": ["environs", "Env()"], "environs.FileAwareEnv": ["environs", "Env()"],
    "environ.Env": ["environ", "Env()"], "environ.FileAwareEnv": ["environ", "Env()"],
    "starlette.config.Config": ["starlette", "config", "Config()"], "decouple.Config": ["decouple", "Config()"],
    "decouple.AutoConfig": ["decouple", "Config()"], "dynaconf.Dynaconf": ["dynaconf", "settings"],
    "dynaconf.LazySettings": ["dynaconf", "settings"],
  ]

  /// `env = environ.Env(DEBUG=(bool, False))`
  static func readInstance(_ reading: inout CodeReading, at index: Int) {
    let path = reading.path(endingAt: index)
    let name = path.words.joined(separator: ".")
    guard let meaning = constructors[name], reading.code.isOperator(index + 1, "(") else { return }
    let arguments = reading.arguments(index + 1)
    if let variable = reading.assignedName(path.start) {
      if meaning[0] == "environ" { reading.python.djangoEnvirons.insert(variable) }
      reading.locals.set(variable, to: meaning, indentation: reading.code.indentation(path.start))
      if meaning[0] == "dynaconf" {
        reading.python.dynaconf[variable] = dynaconfPrefix(reading, arguments)
      } else if let prefix = prefix(reading, arguments) {
        reading.prefixes.append(CodeReading.Prefix(text: prefix, tokens: index..<Int.max, owner: "environs."))
      }
    }
    if meaning[0] == "environ" { readScheme(&reading, arguments) }
  }

  /// `DEBUG=(bool, False)` declares a setting with a default, `DEBUG=bool` one without.
  private static func readScheme(_ reading: inout CodeReading, _ arguments: [Argument]) {
    let code = reading.code
    for argument in arguments {
      guard let label = argument.label, label != "interpolate", label.uppercased() == label else { continue }
      let first = argument.range.lowerBound
      let hasDefault = code.isOperator(first, "(") && reading.arguments(first).count > 1
      let kind = code.text(hasDefault ? first + 1 : first)
      guard hasDefault else { continue }
      reading.python.defaults.insert(label)
      reading.add(
        SettingReference(
          name: label, need: .optional, offset: code.offset(first - 2), idiom: "environ.Env(…=)", type: type(kind)))
    }
  }

  static func type(_ name: String) -> SettingType? {
    switch name {
    case "bool": .boolean
    case "int": .integer
    case "float": .number
    case "str": .string
    case "list", "tuple", "dict": .list
    case "json": .json
    default: nil
    }
  }

  private static func prefix(_ reading: CodeReading, _ arguments: [Argument]) -> String? {
    guard let argument = arguments.first(where: { $0.label == "prefix" || $0.label == "env_prefix" }) else {
      return nil
    }
    return reading.code.value(argument.range.lowerBound)
  }

  private static func dynaconfPrefix(_ reading: CodeReading, _ arguments: [Argument]) -> String {
    guard let argument = arguments.first(where: { $0.label == "envvar_prefix" }) else { return "DYNACONF_" }
    guard let text = reading.code.value(argument.range.lowerBound) else { return "" }
    return text.isEmpty ? "" : text.uppercased() + "_"
  }

  /// `with env.prefixed("APP_"):` puts a prefix before all names in its block.
  static func readPrefix(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    // Nested blocks are each looked through to their end: a few hundred are more than anybody writes.
    guard code.isOperator(index - 1, "."), code.isOperator(index + 1, "("), let text = code.value(index + 2),
      let close = code.partner(index + 1), reading.prefixes.count < 256
    else { return }
    let indentation = code.indentation(index)
    var end = close + 1
    while end < code.count, !(code.beginsLine(end) && code.indentation(end) <= indentation) { end += 1 }
    reading.prefixes.append(CodeReading.Prefix(text: text, tokens: close..<end, owner: ""))
  }

  /// django-environ's methods without a name, and the members of dynaconf's object.
  static func finish(_ reading: inout CodeReading) {
    for index in reading.found.indices where reading.python.defaults.contains(reading.found[index].name) {
      if reading.found[index].need == .required, reading.found[index].idiom.hasPrefix("env") {
        reading.found[index].need = .optional
      }
    }
    guard !reading.python.dynaconf.isEmpty || !reading.python.djangoEnvirons.isEmpty else { return }
    for index in 0..<reading.code.count where reading.code.isWord(index) {
      if reading.code.isOperator(index - 1, ".") { readMember(&reading, at: index) }
    }
  }

  private static let implied: [String: String] = [
    "db": "DATABASE_URL", "db_url": "DATABASE_URL", "cache": "CACHE_URL", "cache_url": "CACHE_URL",
    "email": "EMAIL_URL", "email_url": "EMAIL_URL", "search_url": "SEARCH_URL", "channels": "CHANNELS_URL",
    "channels_url": "CHANNELS_URL",
  ]

  private static func readMember(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isWord(index - 2), !code.isOperator(index - 3, ".") else { return }
    let owner = code.text(index - 2)
    let member = code.text(index)
    if let prefix = reading.python.dynaconf[owner] {
      guard member == member.uppercased(), !code.isOperator(index + 1, "(") else { return }
      return reading.add(
        SettingReference(
          name: prefix + member, need: .required, offset: code.offset(index), idiom: "settings.…"))
    }
    guard reading.python.djangoEnvirons.contains(owner), let name = implied[member], code.isOperator(index + 1, "(")
    else { return }
    readImplied(&reading, name, at: index)
  }

  /// `env.db()` is DATABASE_URL, `env.db("READ_URL", default=…)` what it says.
  private static func readImplied(_ reading: inout CodeReading, _ name: String, at index: Int) {
    let arguments = reading.arguments(index + 1)
    let hasDefault = arguments.contains { $0.label == "default" } || arguments.filter { $0.label == nil }.count > 1
    let place = arguments.first { $0.label == nil || $0.label == "var" }
    let written = place.map { reading.code.names(in: $0.range, reading.constants) }?.first
    if let written, written.isDynamic { return }
    reading.add(
      SettingReference(
        name: written?.text ?? name, need: hasDefault ? .optional : .required,
        offset: written?.offset ?? reading.code.offset(index), idiom: "env.\(reading.code.text(index))()", type: .url))
  }
}
