/// Objects that describe the environment: of zod, valibot, joi and yup, of t3-env and of envalid.
enum JavaScriptSchemas {
  static func read(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    switch code.text(index) {
    case "createEnv": readSections(&reading, at: index)
    case "cleanEnv", "bindEnv":
      guard code.isOperator(index + 1, "("), reading.arguments(index + 1).count > 1 else { return }
      readObject(&reading, reading.arguments(index + 1)[1].range.lowerBound, "cleanEnv({ … })")
    case "object": readNamedSchema(&reading, at: index)
    default: readParse(&reading, at: index)
    }
  }

  /// `createEnv({ server: { … }, client: { … }, shared: { … } })`
  private static func readSections(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "("), code.isOperator(index + 2, "{") else { return }
    for section in reading.arguments(index + 2) {
      guard let label = section.label, ["server", "client", "shared"].contains(label) else { continue }
      readObject(&reading, section.range.lowerBound, "createEnv({ … })")
    }
  }

  /// `schema.parse(process.env)`, `z.object({ … }).parse(process.env)`, `v.parse(schema, process.env)`
  private static func readParse(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, "."), code.isOperator(index + 1, "(") else { return }
    let arguments = reading.arguments(index + 1)
    guard arguments.contains(where: { isEnvironment(reading, $0.range) }) else { return }
    if arguments.count > 1, isEnvironment(reading, arguments[1].range), code.isWord(arguments[0].range.lowerBound) {
      readVariable(&reading, code.text(arguments[0].range.lowerBound))
    } else if code.isOperator(index - 2, ")") {
      readChain(&reading, endingAt: index - 2)
    } else if code.isWord(index - 2) {
      readVariable(&reading, code.text(index - 2))
    }
  }

  private static func isEnvironment(_ reading: CodeReading, _ range: Range<Int>) -> Bool {
    range.prefix(40).contains { index in
      guard reading.code.isWord(index) else { return false }
      let words = reading.path(endingAt: index).words
      return words.suffix(2) == ["process", "env"] || words.suffix(3) == ["import", "meta", "env"]
        || words.suffix(2) == ["Bun", "env"]
    }
  }

  /// A schema that stands under a name elsewhere in the file.
  private static func readVariable(_ reading: inout CodeReading, _ name: String) {
    if let open = reading.schemas[name] {
      readObject(&reading, open, "z.object({ … })")
    } else {
      reading.awaitedSchemas.insert(name)
    }
  }

  /// From the last call back to the one that holds the object: `z.object({ … }).refine(…)`.
  private static func readChain(_ reading: inout CodeReading, endingAt close: Int) {
    let code = reading.code
    var close = close
    for _ in 0..<8 {
      guard let open = code.partner(close), open < close else { return }
      if code.isWord(open - 1, in: ["object", "extend", "strictObject", "looseObject"]), code.isOperator(open + 1, "{")
      {
        readObject(&reading, open + 1, "z.object({ … })")
      }
      guard code.isOperator(open - 2, "."), code.isOperator(open - 3, ")") else { return }
      close = open - 3
    }
  }

  /// `const schema = z.object({ … })`, remembered, or read at once where its name says what it is for.
  private static func readNamedSchema(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "("), code.isOperator(index + 2, "{"), code.isOperator(index - 1, "."),
      let library = code.isWord(index - 2) ? code.text(index - 2) : nil
    else { return }
    let start = reading.path(endingAt: index).start
    var name = reading.assignedName(start)
    if name == nil, code.isOperator(start - 1, ":"), code.isWord(start - 2) { name = code.text(start - 2) }
    guard let name else { return }
    let open = index + 2
    reading.schemas[name] = open
    let saysSo = name.lowercased().contains("env") || name == "validationSchema"
    guard reading.awaitedSchemas.contains(name) || saysSo && hasOnlyCapitals(reading, open) else { return }
    readObject(&reading, open, "\(library).object({ … })")
  }

  private static func hasOnlyCapitals(_ reading: CodeReading, _ open: Int) -> Bool {
    let keys = reading.arguments(open).compactMap(\.label)
    return !keys.isEmpty && keys.allSatisfy { $0 == $0.uppercased() }
  }

  private static func readObject(_ reading: inout CodeReading, _ open: Int, _ idiom: String) {
    let code = reading.code
    guard code.isOperator(open, "{") else { return }
    for argument in reading.arguments(open) {
      let quoted =
        code.kind(argument.range.lowerBound) == .string && code.isOperator(argument.range.lowerBound + 1, ":")
      guard let name = argument.label ?? (quoted ? code.value(argument.range.lowerBound) : nil) else { continue }
      let offset = code.offset(quoted ? argument.range.lowerBound : argument.range.lowerBound - 2)
      let value = quoted ? argument.range.lowerBound + 2..<argument.range.upperBound : argument.range
      reading.add(
        SettingReference(
          name: name, need: need(code, value), offset: offset, idiom: idiom, type: type(code, value)))
    }
  }

  /// joi and yup ask only for what they call required, the others for everything that they do not call optional.
  private static func need(_ code: LexedText, _ range: Range<Int>) -> SettingReference.Need {
    let asks = code.isWord(range.lowerBound, in: ["Joi", "joi", "yup", "Yup"])
    if range.contains(where: { code.isWord($0, in: optionals) && code.isOperator($0 + 1, in: ["(", ":"]) }) {
      return .optional
    }
    if asks { return range.contains { code.isWord($0, "required") } ? .required : .optional }
    return .required
  }

  private static let optionals: Set<String> = [
    "optional", "default", "nullish", "catch", "fallback", "nullable", "prefault",
  ]

  private static func type(_ code: LexedText, _ range: Range<Int>) -> SettingType? {
    for index in range where code.isWord(index) {
      switch code.text(index) {
      case "number", "num": return .number
      case "int", "port", "integer": return .integer
      case "boolean", "bool", "stringbool": return .boolean
      case "url", "uri": return .url
      case "json": return .json
      case "array": return .list
      default: continue
      }
    }
    let saysString = range.contains { code.isWord($0, in: ["string", "str", "email", "host", "enum"]) }
    return saysString ? .string : nil
  }
}
