/// Structs of Rust whose fields are filled from the environment: by clap's attributes, or by envy.
enum RustStructs {
  /// `#[arg(long, env = "X")] name: Type,`
  static func readArgument(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "("), code.isOperator(index - 1, "["), code.isOperator(index - 2, "#"),
      let close = code.partner(index - 1)
    else { return }
    let arguments = reading.arguments(index + 1)
    guard let argument = arguments.first(where: { $0.label == "env" || code.isWord($0.range.lowerBound, "env") }) else {
      return
    }
    let field = fieldAfter(code, close + 1)
    let hasDefault = arguments.contains { argument in
      argument.label?.hasPrefix("default_value") ?? code.text(argument.range.lowerBound).hasPrefix("default_value")
    }
    let name = argument.label == nil ? nil : code.names(in: argument.range, reading.constants).first
    if let name, name.isDynamic { return }
    guard name != nil || field != nil else { return }
    let isOptional = hasDefault || field.map { copes(code, $0 + 2) } ?? false
    reading.add(
      SettingReference(
        name: name?.text ?? code.text(field ?? index).uppercased(), need: isOptional ? .optional : .required,
        offset: name?.offset ?? code.offset(argument.range.lowerBound), idiom: "#[arg(env = …)]",
        type: field.flatMap { type(code, $0 + 2) }))
  }

  /// The name of the field that an attribute is for.
  private static func fieldAfter(_ code: LexedText, _ index: Int) -> Int? {
    var place = index
    for _ in 0..<8 {
      if code.isOperator(place, "#"), code.isOperator(place + 1, "[") {
        place = code.after(place + 1)
      } else if code.isWord(place, "pub") {
        place += 1
        if code.isOperator(place, "(") { place = code.after(place) }
      } else {
        return code.isWord(place) && code.isOperator(place + 1, ":") ? place : nil
      }
    }
    return nil
  }

  private static func copes(_ code: LexedText, _ type: Int) -> Bool {
    code.isWord(type, in: ["Option", "bool", "Vec"])
  }

  private static func type(_ code: LexedText, _ index: Int) -> SettingType? {
    let place = code.isWord(index, "Option") ? index + 2 : index
    switch code.text(place) {
    case "String": return .string
    case "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize": return .integer
    case "f32", "f64": return .number
    case "bool": return .boolean
    case "Url": return .url
    case "PathBuf": return .path
    case "Duration": return .duration
    case "Vec": return .list
    default: return nil
    }
  }

  /// `envy::from_env::<Config>()`, `envy::prefixed("APP_").from_env::<Config>()`
  static func readEnvy(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    let path = reading.path(endingAt: index)
    guard path.words.first == "envy", reading.envyReads < 16, code.isOperator(index + 1, "::"),
      code.isOperator(index + 2, "<"), code.isWord(index + 3)
    else { return }
    reading.envyReads += 1
    let prefix = code.isWord(path.start + 2, "prefixed") ? code.value(path.start + 4) ?? "" : ""
    let name = code.text(index + 3)
    guard let type = (0..<code.count).first(where: { code.isWord($0, "struct") && code.isWord($0 + 1, name) }),
      code.isOperator(type + 2, "{")
    else { return }
    readFields(&reading, type + 2, prefix: prefix)
  }

  private static func readFields(_ reading: inout CodeReading, _ open: Int, prefix: String) {
    let code = reading.code
    guard let close = code.partner(open) else { return }
    var hasDefault = false
    var place = open + 1
    while place < close {
      if code.isOperator(place, "#"), code.isOperator(place + 1, "["), let end = code.partner(place + 1) {
        hasDefault = hasDefault || (place..<end).contains { code.isWord($0, "default") }
        place = end + 1
      } else if code.isWord(place), code.isOperator(place + 1, ":") {
        reading.add(
          SettingReference(
            name: prefix + code.text(place).uppercased(),
            need: hasDefault || code.isWord(place + 2, "Option") ? .optional : .required, offset: code.offset(place),
            idiom: "envy::from_env", type: type(code, place + 2)))
        hasDefault = false
        while place < close, !code.isOperator(place, ",") { place = code.after(place) }
      } else {
        place = code.after(place)
      }
    }
  }
}
