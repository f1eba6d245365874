/// Reads the classes of a Python file, as far as pydantic's settings are concerned.
struct PydanticParser {
  let reading: CodeReading
  private var code: LexedText { reading.code }

  init(_ reading: CodeReading) { self.reading = reading }

  func classes() -> [PydanticClass] {
    (0..<code.count).filter { code.isWord($0, "class") && code.beginsLine($0) && code.isWord($0 + 1) }.map(readClass)
  }

  private func readClass(_ index: Int) -> PydanticClass {
    var result = PydanticClass(name: code.text(index + 1), offset: code.offset(index + 1), bases: [])
    var place = index + 2
    if code.isOperator(place, "("), let close = code.partner(place) {
      for argument in reading.arguments(place) {
        if let label = argument.label {
          set(label, argument.range, in: &result.config)
        } else if let last = argument.range.last(where: {
          code.isWord($0) && !code.isOperator($0 + 1, "[") || code.isOperator($0 + 1, "[")
        }) {
          result.bases.append(base(argument.range, last))
        }
      }
      place = close + 1
    }
    guard code.isOperator(place, ":") else { return result }
    for statement in statements(place + 1, outer: code.indentation(index)) { read(statement, into: &result) }
    return result
  }

  private func base(_ range: Range<Int>, _ last: Int) -> String {
    let name = range.first { code.isOperator($0, "[") }.map { $0 - 1 } ?? last
    return reading.path(endingAt: name).words.joined(separator: ".")
  }

  /// The statements of a body that is indented more than `outer`, without those of bodies in it.
  private func statements(_ start: Int, outer: Int) -> [Range<Int>] {
    var statements: [Range<Int>] = []
    guard start < code.count, code.beginsLine(start) else { return [] }
    let inner = code.indentation(start)
    guard inner > outer else { return [] }
    var place = start
    while place < code.count {
      let indentation = code.indentation(place)
      guard indentation >= inner else { break }
      var end = code.after(place)
      while end < code.count, !code.beginsLine(end), !code.isOperator(end, ";") { end = code.after(end) }
      if indentation == inner { statements.append(place..<min(end, code.count)) }
      place = end
    }
    return statements
  }

  private func read(_ statement: Range<Int>, into result: inout PydanticClass) {
    let first = statement.lowerBound
    guard code.isWord(first) else { return }
    if code.isWord(first, "model_config"), let sign = statement.first(where: { code.isOperator($0, "=") }) {
      return readConfig(sign + 1, into: &result.config)
    }
    if code.isWord(first, "class"), code.isWord(first + 1, "Config") {
      return readConfigClass(first, into: &result)
    }
    if code.isOperator(first + 1, ":") { return readField(statement, into: &result) }
    if code.isOperator(first + 1, "="), !code.text(first).hasPrefix("_"), !isVersion2 {
      readBareField(statement, into: &result)
    }
  }

  /// Version 2 lives in a package of its own.
  var isVersion2: Bool { reading.locals.path("BaseSettings")?.first != "pydantic" }

  /// Version 1 takes `name = value` for a field too.
  private func readBareField(_ statement: Range<Int>, into result: inout PydanticClass) {
    let first = statement.lowerBound
    guard !code.isWord(first + 2, in: ["property", "classmethod", "staticmethod", "validator", "field_validator"])
    else { return }
    var field = PydanticClass.Field(
      name: code.text(first), offset: code.offset(first), annotation: first..<first, hasDefault: true)
    readDefault(first + 2..<statement.upperBound, into: &field)
    result.fields.append(field)
  }

  private func readField(_ statement: Range<Int>, into result: inout PydanticClass) {
    let first = statement.lowerBound
    var sign = first + 2
    while sign < statement.upperBound, !code.isOperator(sign, "=") { sign = code.after(sign) }
    let annotation = first + 2..<min(sign, statement.upperBound)
    let name = code.text(first)
    guard !name.hasPrefix("_"), !annotation.contains(where: { code.isWord($0, in: ["ClassVar", "InitVar"]) }) else {
      return
    }
    var field = PydanticClass.Field(
      name: name, offset: code.offset(first), annotation: annotation, hasDefault: sign < statement.upperBound)
    if code.isWord(annotation.lowerBound, "Annotated") || code.isWord(annotation.lowerBound + 2, "Annotated") {
      readAnnotated(annotation, into: &field)
    }
    if field.hasDefault || sign < statement.upperBound { readDefault(sign + 1..<statement.upperBound, into: &field) }
    if !isVersion2, isOptional(annotation) { field.hasDefault = true }
    if !field.isExcluded { result.fields.append(field) }
  }

  /// `Annotated[str, Field(alias="X")]`
  private func readAnnotated(_ annotation: Range<Int>, into field: inout PydanticClass.Field) {
    for index in annotation where code.isWord(index, "Field") && code.isOperator(index + 1, "(") {
      let hadDefault = field.hasDefault
      readFieldCall(index, into: &field)
      field.hasDefault = field.hasDefault || hadDefault
    }
  }

  private func readDefault(_ range: Range<Int>, into field: inout PydanticClass.Field) {
    guard let first = range.first else { return }
    if code.isOperator(first, "...") { return field.hasDefault = false }
    let call = code.isOperator(first + 1, ".") ? first + 2 : first
    if code.isWord(call, in: ["Field", "PrivateAttr"]), code.isOperator(call + 1, "(") {
      if code.isWord(call, "PrivateAttr") { return field.isExcluded = true }
      let annotated = field
      readFieldCall(call, into: &field)
      if field.aliases.isEmpty { field.aliases = annotated.aliases }
    } else {
      field.hasDefault = true
    }
  }

  private func readFieldCall(_ index: Int, into field: inout PydanticClass.Field) {
    field.hasDefault = false
    var validation: [PydanticClass.Alias] = []
    for (place, argument) in reading.arguments(index + 1).enumerated() {
      switch argument.label {
      case nil where place == 0: field.hasDefault = !code.isOperator(argument.range.lowerBound, "...")
      case "default": field.hasDefault = !code.isOperator(argument.range.lowerBound, "...")
      case "default_factory": field.hasDefault = true
      case "alias": field.aliases = aliases(argument.range)
      case "validation_alias": validation = aliases(argument.range)
      case "env": field.variables = aliases(argument.range)
      case "init": field.isExcluded = code.isWord(argument.range.lowerBound, "False")
      default: break
      }
    }
    if !validation.isEmpty { field.aliases = validation }
  }

  /// One name, a list of them, `AliasChoices(…)`, and of an `AliasPath(…)` its first part.
  private func aliases(_ range: Range<Int>) -> [PydanticClass.Alias] {
    guard let first = range.first else { return [] }
    let call = code.isOperator(first + 1, ".") ? first + 2 : first
    if code.isWord(call, "AliasChoices"), code.isOperator(call + 1, "(") {
      return reading.arguments(call + 1).flatMap { aliases($0.range) }
    }
    if code.isWord(call, "AliasPath"), code.isOperator(call + 1, "("), let argument = reading.arguments(call + 1).first
    {
      return aliases(argument.range)
    }
    return code.names(in: range, reading.constants).filter { !$0.isDynamic }
      .map { PydanticClass.Alias(text: $0.text, offset: $0.offset) }
  }

  func isOptional(_ annotation: Range<Int>) -> Bool {
    if annotation.contains(where: { code.isWord($0, "Optional") }) { return true }
    return annotation.contains {
      code.isWord($0, "None") && code.isOperator($0 - 1, "|") || code.isWord($0, "None") && code.isOperator($0 + 1, "|")
    }
  }
}
