/// Structs that are filled from the environment: envconfig, caarlos0/env, sethvargo's envconfig, cleanenv, kong.
struct GoStructs {
  struct Field {
    var name: String
    var offset: Int
    /// Where the field's type begins.
    var type: Int
    var tag: GoTag
    /// Where the tag's text begins; nil without a tag.
    var tagOffset: Int?
    /// Fields that are written in place.
    var inner: [Field]
  }

  private let code: LexedText
  private var structs: [String: [Field]] = [:]
  private var order: [String] = []
  private var inner: Set<String> = []
  /// Prefixes by struct, of `envconfig.Process("prefix", &value)`.
  private var prefixes: [String: String] = [:]
  private var references: [SettingReference] = []
  private var budget = 20_000

  static func read(_ reading: inout CodeReading) {
    let code = reading.code
    var structs = GoStructs(code)
    var end = 0
    for index in 0..<code.count where code.isWord(index, "struct") && code.isOperator(index + 1, "{") && index >= end {
      structs.readStruct(index)
      end = code.after(index + 1)
    }
    guard !structs.structs.isEmpty else { return }
    structs.readProcess(reading)
    for name in structs.order { structs.readRoot(name) }
    reading.found += structs.references
  }

  private init(_ code: LexedText) { self.code = code }

  private mutating func readStruct(_ index: Int) {
    let name = code.text(index - 1)
    let fields = readFields(index + 1)
    structs[name] = fields
    order.append(name)
    for field in fields { inner.insert(typeName(field.type)) }
  }

  private func readFields(_ open: Int) -> [Field] {
    guard let close = code.partner(open), close > open else { return [] }
    var fields: [Field] = []
    var place = open + 1
    while place < close {
      var end = code.after(place)
      while end < close, !code.beginsLine(end), !code.isOperator(end, ";") { end = code.after(end) }
      if code.isWord(place) { fields.append(readField(place..<end)) }
      place = max(end, place + 1)
    }
    return fields
  }

  private func readField(_ range: Range<Int>) -> Field {
    let first = range.lowerBound
    let last = range.upperBound - 1
    let hasTag = code.kind(last) == .string && last > first
    let type = range.count - (hasTag ? 1 : 0) > 1 ? first + 1 : first
    let isInline = code.isWord(type, "struct") && code.isOperator(type + 1, "{")
    return Field(
      name: code.text(first), offset: code.offset(first), type: type, tag: GoTag(hasTag ? code.value(last) ?? "" : ""),
      tagOffset: hasTag ? Int(code.tokens[last].contentStart) : nil, inner: isInline ? readFields(type + 1) : [])
  }

  /// The struct's name in `*Name`, `pkg.Name` and `Name`.
  private func typeName(_ index: Int) -> String {
    var place = index
    while code.isOperator(place, "*") { place += 1 }
    return code.text(place)
  }

  /// `envconfig.Process("app", &config)`
  private mutating func readProcess(_ reading: CodeReading) {
    for index in 0..<code.count where code.isWord(index, in: ["Process", "MustProcess"]) {
      guard code.isWord(index - 2, "envconfig"), code.isOperator(index + 1, "(") else { continue }
      let arguments = reading.arguments(index + 1)
      guard arguments.count == 2, let prefix = code.names(in: arguments[0].range, reading.constants).first else {
        continue
      }
      let variable = arguments[1].range.last { code.isWord($0) }.map(code.text) ?? ""
      if let type = type(of: variable) { prefixes[type] = prefix.isDynamic ? nil : prefix.text }
    }
  }

  /// `var config Config`, `config := Config{}`, `config := &Config{}`, `new(Config)`
  private func type(of variable: String) -> String? {
    if structs[variable] != nil { return variable }
    for index in 0..<code.count where code.isWord(index, variable) {
      var place = index + 1
      if code.isOperator(place, in: [":=", "="]) { place += 1 }
      if code.isOperator(place, "&") || code.isOperator(place, "*") { place += 1 }
      if code.isWord(place, "new") { place += 2 }
      if code.isWord(place), structs[code.text(place)] != nil { return code.text(place) }
    }
    return structs.count == 1 ? order.first : nil
  }

  private mutating func readRoot(_ name: String) {
    guard let fields = structs[name] else { return }
    if let prefix = prefixes[name] {
      read(fields, prefix: prefix.isEmpty ? "" : prefix.uppercased() + "_", isProcessed: true, depth: 0)
    } else if !inner.contains(name) {
      read(fields, prefix: "", isProcessed: false, depth: 0)
    }
  }

  private mutating func read(_ fields: [Field], prefix: String, isProcessed: Bool, depth: Int) {
    for field in fields where depth < 8 {
      budget -= 1
      guard budget > 0 else { return }
      let parts = field.inner.isEmpty ? structs[typeName(field.type)] ?? [] : field.inner
      if !parts.isEmpty, field.tag["envconfig"] == nil || isProcessed {
        let isEmbedded = field.type == code.count || code.offset(field.type) == field.offset
        let own = isProcessed ? (isEmbedded ? "" : processedName(field) + "_") : field.tag.prefix ?? ""
        read(parts, prefix: prefix + own, isProcessed: isProcessed, depth: depth + 1)
      } else if isProcessed {
        addProcessed(field, prefix)
      } else {
        add(field, prefix)
      }
    }
  }

  /// envconfig's name of a field: what its tag says, or its own, whose words are split only on demand.
  private func processedName(_ field: Field) -> String {
    if let name = field.tag["envconfig"], !name.isEmpty { return name.uppercased() }
    if field.tag["split_words"] == "true" { return SettingNaming.upperSnake(field.name) }
    return field.name.uppercased()
  }

  private mutating func addProcessed(_ field: Field, _ prefix: String) {
    guard field.tag["ignored"] != "true", field.tag["envconfig"] != "-", field.name.first?.isUppercase == true else {
      return
    }
    append(prefix + processedName(field), field, place: "envconfig", isRequired: field.tag.isRequired)
  }

  private mutating func add(_ field: Field, _ prefix: String) {
    guard field.tag.saysEnvironment else { return }
    if let name = field.tag["envconfig"], !name.isEmpty, name != "-" {
      return append(name.uppercased(), field, place: "envconfig", isRequired: field.tag.isRequired)
    }
    var isFirst = true
    var distance = 0
    for part in (field.tag["env"] ?? "").split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part.drop { $0 == " " })
      if isName(name, isFirst) {
        append(prefix + name, field, place: "env", distance: distance, isRequired: field.tag.isRequired && isFirst)
      }
      isFirst = false
      distance += part.utf8.count + 1
    }
  }

  /// cleanenv lists several names; options are written small.
  private func isName(_ part: String, _ isFirst: Bool) -> Bool {
    guard !part.isEmpty, part != "-", !part.contains("=") else { return false }
    return isFirst || part == part.uppercased()
  }

  private mutating func append(_ name: String, _ field: Field, place: String, distance: Int = 0, isRequired: Bool) {
    let offset =
      field.tag[place] == nil ? field.offset : (field.tagOffset ?? 0) + field.tag.place(place) + distance
    references.append(
      SettingReference(
        name: name, need: isRequired ? .required : .optional, offset: offset, idiom: "\(place):\"…\"",
        type: type(field.type)))
  }

  private func type(_ index: Int) -> SettingType? {
    if code.isOperator(index, "[") || code.isWord(index, "map") { return .list }
    switch code.text(index) {
    case "string": return .string
    case "bool": return .boolean
    case "float32", "float64": return .number
    case "time": return code.isWord(index + 2, "Duration") ? .duration : nil
    case "url": return .url
    default: return code.text(index).hasPrefix("int") || code.text(index).hasPrefix("uint") ? .integer : nil
    }
  }
}
