/// Annotations that name a property, which the environment can set under a relaxed name.
enum SpringAnnotations {
  /// `@Value("${app.key:default}")`
  static func readValue(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, "@") || code.isOperator(index - 2, "@"), code.isOperator(index + 1, "("),
      let argument = reading.arguments(index + 1).first, let text = code.value(argument.range.lowerBound)
    else { return }
    for place in placeholders(text) {
      reading.add(
        SettingReference(
          name: SettingNaming.relaxed.name(of: place.key), need: place.hasDefault ? .optional : .required,
          offset: code.offset(argument.range.lowerBound), idiom: "@Value(\"${…}\")"))
    }
  }

  struct Placeholder: Hashable {
    var key: String
    var hasDefault: Bool
  }

  /// Every `${key}` and `${key:default}`; those in a default are asked for only when the first has no value.
  static func placeholders(_ text: String) -> [Placeholder] {
    let bytes = Array(text.utf8)
    var found: [Placeholder] = []
    var isNested = 0
    var place = 0
    while place + 1 < bytes.count {
      if bytes[place] == UInt8(ascii: "}"), isNested > 0 { isNested -= 1 }
      guard bytes[place] == UInt8(ascii: "$"), bytes[place + 1] == UInt8(ascii: "{") else {
        place += 1
        continue
      }
      let start = place + 2
      var end = start
      while end < bytes.count, ![UInt8]("}:$".utf8).contains(bytes[end]) { end += 1 }
      let hasDefault = end < bytes.count && bytes[end] == UInt8(ascii: ":")
      let key = String(decoding: bytes[start..<end], as: UTF8.self)
      if SettingName(text: key, offset: 0, isDynamic: false).isPlausible {
        found.append(Placeholder(key: key, hasDefault: hasDefault || isNested > 0))
      }
      isNested += 1
      place = end
    }
    return found
  }

  /// `@ConfigProperty(name = "a.b", defaultValue = "x")`
  static func readProperty(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, "@") || code.isOperator(index - 2, "@"), code.isOperator(index + 1, "(") else {
      return
    }
    let arguments = reading.arguments(index + 1)
    guard let argument = arguments.first(where: { $0.label == "name" }),
      let name = code.names(in: argument.range, reading.constants).first, !name.isDynamic
    else { return }
    let close = code.partner(index + 1) ?? index
    let isOptional =
      arguments.contains { $0.label == "defaultValue" }
      || (close + 1..<close + 8).contains {
        code.isWord($0, in: ["Optional", "OptionalInt"]) && !code.isOperator($0 - 1, "@")
      }
    reading.add(
      SettingReference(
        name: SettingNaming.underscored.name(of: name.text), need: isOptional ? .optional : .required,
        offset: name.offset,
        idiom: "@ConfigProperty(name = …)"))
  }

  /// `@ConfigurationProperties(prefix = "app")` on a class, whose fields are settings.
  static func readClass(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, "@"), code.isOperator(index + 1, "("), let close = code.partner(index + 1) else {
      return
    }
    let arguments = reading.arguments(index + 1)
    guard let argument = arguments.first(where: { $0.label == nil || $0.label == "prefix" || $0.label == "value" }),
      let prefix = code.names(in: argument.range, reading.constants).first, !prefix.isDynamic,
      let type = (close..<min(code.count, close + 40)).first(where: { code.isWord($0, in: ["class", "record"]) })
    else { return }
    let start = prefix.text + "."
    guard let open = (type..<min(code.count, type + 40)).first(where: { code.isOperator($0, in: ["(", "{"]) }) else {
      return
    }
    if code.isOperator(open, "(") { readParameters(&reading, open, start) } else { readFields(&reading, open, start) }
  }

  /// Of a record or a data class.
  private static func readParameters(_ reading: inout CodeReading, _ open: Int, _ prefix: String) {
    let code = reading.code
    for argument in reading.arguments(open) {
      let range = argument.range
      let colon = range.first { code.isOperator($0, ":") }
      let isKotlin = range.contains { code.isWord($0, in: ["val", "var"]) }
      guard let name = isKotlin ? colon.map({ $0 - 1 }) : range.last, code.isWord(name) else { continue }
      let copes = range.contains { code.isOperator($0, in: ["=", "?"]) }
      add(&reading, name, prefix, isRequired: isKotlin && !copes || demands(code, range))
    }
  }

  /// `private String apiKey;`, `var apiKey: String = ""`
  private static func readFields(_ reading: inout CodeReading, _ open: Int, _ prefix: String) {
    let code = reading.code
    guard let close = code.partner(open) else { return }
    var place = open + 1
    var start = place
    while place < close {
      if code.isOperator(place, ";") || code.isOperator(place, "{") || code.isOperator(place, "=") {
        readField(&reading, start..<place, prefix)
        while place < close, !code.isOperator(place, ";"), !code.isOperator(place, "{") { place = code.after(place) }
        place = code.after(place)
        start = place
      } else {
        place = code.after(place)
      }
    }
  }

  private static func readField(_ reading: inout CodeReading, _ range: Range<Int>, _ prefix: String) {
    let code = reading.code
    guard let last = range.last, range.count > 1,
      !range.contains(where: { code.isWord($0, in: ["static", "class", "enum", "return", "fun"]) })
    else { return }
    if let colon = range.first(where: { code.isOperator($0, ":") }), code.isWord(colon - 1) {
      return add(&reading, colon - 1, prefix, isRequired: false)
    }
    let isField = range.contains { code.isWord($0, in: ["private", "protected", "public"]) } && code.isWord(last)
    if isField { add(&reading, last, prefix, isRequired: demands(code, range)) }
  }

  private static func demands(_ code: LexedText, _ range: Range<Int>) -> Bool {
    range.contains { code.isWord($0, in: ["NotNull", "NotBlank", "NotEmpty"]) && code.isOperator($0 - 1, "@") }
  }

  private static func add(_ reading: inout CodeReading, _ name: Int, _ prefix: String, isRequired: Bool) {
    reading.add(
      SettingReference(
        name: SettingNaming.relaxed.name(of: prefix + reading.code.text(name)),
        need: isRequired ? .required : .optional,
        offset: reading.code.offset(name), idiom: "@ConfigurationProperties"))
  }
}
