/// Which variables the fields of pydantic's settings classes answer to.
///
/// The rules are those of pydantic-settings: the prefix goes before a field's own name, before an alias only where
/// `env_prefix_target` says so; a field that is a model takes its parts from names with the delimiter.
struct PydanticNames {
  private let classes: [String: PydanticClass]
  private let order: [PydanticClass]
  private let parser: PydanticParser
  /// Where the classes are called.
  private var callsByName: [String: [Int]] = [:]
  /// The classes that others inherit from.
  private let bases: Set<String>
  private(set) var references: [SettingReference] = []
  /// Fields looked at: classes that hold themselves must not go on for ever.
  private var budget = 20_000

  init(_ parser: PydanticParser) {
    order = parser.classes()
    self.parser = parser
    classes = Dictionary(order.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    bases = Set(order.flatMap(\.bases).compactMap { $0.split(separator: ".").last.map(String.init) })
    findCalls()
    for type in order where isSettings(type.name, 0) { read(type) }
  }

  private func isSettings(_ name: String, _ depth: Int) -> Bool {
    guard depth < 20, let type = classes[name] else { return false }
    return type.bases.contains { base in
      let last = base.split(separator: ".").last.map(String.init) ?? ""
      return last.hasSuffix("BaseSettings") || last != name && isSettings(last, depth + 1)
    }
  }

  private func isModel(_ name: String) -> Bool {
    guard let type = classes[name] else { return false }
    return !type.fields.isEmpty
  }

  /// A class with its bases' fields and configuration, the nearest first.
  private func whole(_ name: String, _ depth: Int = 0) -> PydanticClass? {
    guard depth < 20, var type = classes[name] else { return nil }
    for base in type.bases {
      let last = base.split(separator: ".").last.map(String.init) ?? ""
      guard last != name, let base = whole(last, depth + 1) else { continue }
      type.config = type.config.over(base.config)
      let own = Set(type.fields.map(\.name))
      type.fields += base.fields.filter { !own.contains($0.name) }
    }
    return type
  }

  private mutating func read(_ type: PydanticClass) {
    let calls = calls(type.name)
    guard !bases.contains(type.name) || !calls.isEmpty, let whole = whole(type.name) else { return }
    var prefixes = calls
    if prefixes.isEmpty { prefixes = [nil] }
    for prefix in prefixes {
      var config = whole.config
      if let prefix { config.prefix = prefix }
      if let prefix = config.prefix, prefix.isDynamic {
        references.append(
          SettingReference(name: prefix.text, need: .dynamic, offset: type.offset, idiom: "BaseSettings"))
        continue
      }
      for field in whole.fields { read(field, config) }
    }
  }

  private mutating func findCalls() {
    guard !classes.isEmpty else { return }
    let digests = Set(classes.keys.map(WordDigest.of))
    let code = parser.reading.code
    for index in 0..<code.count where code.kind(index) == .word && digests.contains(code.tokens[index].symbol) {
      guard code.isOperator(index + 1, "("), !code.isWord(index - 1, "class") else { continue }
      callsByName[code.text(index), default: []].append(index)
    }
  }

  /// How it is made: `Settings(_env_prefix="X_")`, or without a prefix of its own. Each once.
  private func calls(_ name: String) -> [SettingName?] {
    let code = parser.reading.code
    var prefixes: [SettingName?] = []
    for index in callsByName[name] ?? [] {
      let argument = parser.reading.arguments(index + 1).first { $0.label == "_env_prefix" }
      let prefix = argument.flatMap { code.names(in: $0.range, parser.reading.constants).first }
      if !prefixes.contains(where: { $0?.text == prefix?.text }) { prefixes.append(prefix) }
    }
    return prefixes
  }

  private mutating func read(_ field: PydanticClass.Field, _ config: PydanticClass.Config) {
    let names = names(field, config)
    let shape = PydanticType(field.annotation, parser.reading.code)
    for (index, name) in names.enumerated() {
      let isRequired = !field.hasDefault && index == 0
      add(name, field, config, shape, isRequired: isRequired, level: 0)
    }
  }

  /// A field's variables with the prefix; where there are several the first stands for it.
  private func names(_ field: PydanticClass.Field, _ config: PydanticClass.Config) -> [PydanticClass.Alias] {
    let prefix = config.prefix?.text ?? ""
    if !field.variables.isEmpty { return field.variables }
    var names: [PydanticClass.Alias] = []
    let hasAliases = !field.aliases.isEmpty && config.ignoresAliases != true
    if hasAliases {
      let isPrefixed = config.prefixTarget == "alias" || config.prefixTarget == "all"
      names += field.aliases.map { PydanticClass.Alias(text: (isPrefixed ? prefix : "") + $0.text, offset: $0.offset) }
    }
    if !hasAliases || config.acceptsNames == true {
      let isPrefixed = config.prefixTarget == nil || config.prefixTarget == "variable" || config.prefixTarget == "all"
      names.append(PydanticClass.Alias(text: (isPrefixed ? prefix : "") + field.name, offset: field.offset))
    }
    return names
  }

  /// The variable itself or, of a model, those of its parts.
  private mutating func add(
    _ name: PydanticClass.Alias, _ field: PydanticClass.Field, _ config: PydanticClass.Config, _ shape: PydanticType,
    isRequired: Bool, level: Int
  ) {
    budget -= 1
    guard budget > 0 else { return }
    let model = shape.names.first(where: isModel)
    guard let model, let delimiter = config.delimiter, !delimiter.isEmpty, level < 8,
      level < config.maximalSplits ?? Int.max
    else {
      return addLeaf(name, config, shape, isRequired: isRequired, isModel: model != nil)
    }
    let before = references.count
    var needsWhole = false
    for part in whole(model)?.fields ?? [] {
      let keys = part.aliases.isEmpty ? [part.name] : part.aliases.map(\.text)
      let reached = keys.filter { reaches($0, delimiter, config, level) }
      needsWhole = needsWhole || reached.isEmpty && !part.hasDefault
      for (index, key) in reached.enumerated() {
        let inner = PydanticClass.Alias(text: name.text + delimiter + key, offset: part.offset)
        add(
          inner, part, config, PydanticType(part.annotation, parser.reading.code),
          isRequired: isRequired && !part.hasDefault && index == 0, level: level + 1)
      }
    }
    if needsWhole {
      // The variable of the whole has to be given, and brings the parts along.
      for index in before..<references.count { references[index].need = .optional }
    }
    let hasRequired = references[before...].contains { $0.need == .required }
    if references.count == before || isRequired && !hasRequired {
      addLeaf(name, config, shape, isRequired: isRequired, isModel: true)
    }
  }

  /// A key with the delimiter in it is taken for two, unless no more splits are made.
  private func reaches(_ key: String, _ delimiter: String, _ config: PydanticClass.Config, _ level: Int) -> Bool {
    if let splits = config.maximalSplits, level + 1 >= splits { return true }
    return !key.lowercased().contains(delimiter.lowercased())
  }

  private mutating func addLeaf(
    _ name: PydanticClass.Alias, _ config: PydanticClass.Config, _ shape: PydanticType, isRequired: Bool, isModel: Bool
  ) {
    references.append(
      SettingReference(
        name: config.isCaseSensitive == true ? name.text : name.text.uppercased(),
        need: isRequired ? .required : .optional, offset: name.offset, idiom: "BaseSettings",
        type: isModel ? .json : shape.type, isSecret: shape.isSecret))
  }
}

/// What a field's annotation says of its value.
struct PydanticType {
  var type: SettingType?
  var isSecret = false
  /// The classes that it names.
  var names: [String]

  init(_ annotation: Range<Int>, _ code: LexedText) {
    names = annotation.filter { code.isWord($0) }.map(code.text)
    for index in annotation where code.kind(index) == .string { names += [code.value(index) ?? ""] }
    isSecret = names.contains("SecretStr") || names.contains("SecretBytes")
    let first = names.first { !["Optional", "Union", "Annotated", "None", "typing", "t", "pydantic"].contains($0) }
    type = first.flatMap(PydanticType.type)
  }

  private static func type(_ name: String) -> SettingType? {
    switch name {
    case "str", "SecretStr": .string
    case "int", "PositiveInt", "NonNegativeInt", "conint": .integer
    case "float", "Decimal", "PositiveFloat", "confloat": .number
    case "bool", "StrictBool": .boolean
    case "list", "List", "set", "Set", "tuple", "Tuple", "dict", "Dict", "frozenset", "Sequence", "Mapping": .json
    case "Path", "FilePath", "DirectoryPath": .path
    case "timedelta": .duration
    default: name.hasSuffix("Url") || name.hasSuffix("Dsn") ? .url : nil
    }
  }
}
