/// How a settings class says what its variables are called.
extension PydanticParser {
  /// `SettingsConfigDict(env_prefix="X_")`, `{"env_prefix": "X_"}`, `dict(…)`
  func readConfig(_ index: Int, into config: inout PydanticClass.Config) {
    let code = reading.code
    if code.isOperator(index, "{") {
      for argument in reading.arguments(index) {
        let key = argument.range.lowerBound
        guard let name = code.value(key), code.isOperator(key + 1, ":") else { continue }
        set(name, key + 2..<argument.range.upperBound, in: &config)
      }
      return
    }
    var open = index
    while open < index + 5, !code.isOperator(open, "(") { open += 1 }
    for argument in reading.arguments(open) {
      if let label = argument.label { set(label, argument.range, in: &config) }
    }
  }

  /// `class Config:` with assignments.
  func readConfigClass(_ index: Int, into result: inout PydanticClass) {
    let code = reading.code
    var place = index + 2
    if code.isOperator(place, "(") { place = code.after(place) }
    let outer = code.indentation(index)
    place += 1
    while place < code.count, !code.beginsLine(place) || code.indentation(place) > outer {
      if code.isWord(place), code.beginsLine(place), code.isOperator(place + 1, "=") {
        var end = place + 2
        while end < code.count, !code.beginsLine(end) { end = code.after(end) }
        if code.isWord(place, "fields") { readFields(place + 2, into: &result) }
        set(code.text(place), place + 2..<end, in: &result.config)
        place = end
      } else {
        place = code.after(place)
      }
    }
  }

  /// `fields = {"name": {"env": ["A", "B"]}}`
  private func readFields(_ open: Int, into result: inout PydanticClass) {
    let code = reading.code
    guard code.isOperator(open, "{") else { return }
    for argument in reading.arguments(open) {
      let key = argument.range.lowerBound
      guard let name = code.value(key), let field = result.fields.firstIndex(where: { $0.name == name }) else {
        continue
      }
      let inner = key + 2
      if code.isOperator(inner, "{") {
        for part in reading.arguments(inner) where code.value(part.range.lowerBound) == "env" {
          let range = part.range.lowerBound + 2..<part.range.upperBound
          result.fields[field].variables = code.names(in: range, reading.constants)
            .map { PydanticClass.Alias(text: $0.text, offset: $0.offset) }
        }
      } else if let value = code.value(inner) {
        result.fields[field].variables = [PydanticClass.Alias(text: value, offset: code.offset(inner))]
      }
    }
  }

  func set(_ key: String, _ range: Range<Int>, in config: inout PydanticClass.Config) {
    let code = reading.code
    guard let first = range.first else { return }
    switch key {
    case "env_prefix": config.prefix = code.names(in: range, reading.constants).first
    case "env_nested_delimiter": config.delimiter = code.names(in: range, reading.constants).first?.text
    case "env_nested_max_split": config.maximalSplits = Int(code.text(first))
    case "case_sensitive": config.isCaseSensitive = code.isWord(first, "True")
    case "env_prefix_target": config.prefixTarget = code.value(first)
    case "populate_by_name", "validate_by_name", "allow_population_by_field_name":
      config.acceptsNames = code.isWord(first, "True")
    case "validate_by_alias": config.ignoresAliases = code.isWord(first, "False")
    default: break
    }
  }
}
