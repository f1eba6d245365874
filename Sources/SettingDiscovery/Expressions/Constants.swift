/// The strings, and lists of strings, that names of a file stand for.
struct Constants {
  struct Text: Hashable {
    var value: String
    var offset: Int
  }

  /// No text where the same name stands for several.
  private var values: [String: [Text]] = [:]

  subscript(_ name: String) -> [Text] { values[name] ?? [] }

  private mutating func add(_ name: String, _ texts: [Text]) {
    if let known = values[name], known.map(\.value) != texts.map(\.value) {
      values[name] = []
    } else {
      values[name] = texts
    }
  }

  /// Reads `NAME = "text"`, `NAME: Type = "text"`, `NAME = ["a", "b"]`, `name: "text"`.
  init(_ code: LexedText) {
    for index in 0..<code.count {
      switch code.tokens[index].kind {
      case .string where code.kind(index + 1) != .string: addString(code, index)
      case .symbol where code.isOperator(index, "[") || code.isOperator(index, "("): addList(code, index)
      case .symbol where code.isOperator(index, "{"): addList(code, index)
      default: break
      }
    }
    for index in 0..<code.count where code.kind(index) == .word { addLoop(code, index) }
  }

  private mutating func addString(_ code: LexedText, _ index: Int) {
    guard Constants.endsValue(code, index + 1), let value = code.value(index) else { return }
    let text = Text(value: value, offset: code.offset(index))
    for name in Constants.names(code, before: index) { add(name, [text]) }
  }

  private static func endsValue(_ code: LexedText, _ index: Int) -> Bool {
    if index >= code.count || code.beginsLine(index) { return true }
    if code.isOperator(index, in: [",", ";", ")", "}", "]"]) { return true }
    // `"X".freeze`, `"X" as const`
    return code.isOperator(index, ".") && code.isWord(index + 1, "freeze") || code.isWord(index, "as")
  }

  /// What the value before which this stands is called: the word before `=`, `:`, `=>`, and before its type.
  private static func names(_ code: LexedText, before index: Int) -> [String] {
    let sign = index - 1
    if code.isWord(sign - 0), code.beginsLine(sign - 1), code.isOperator(sign - 1, "@") { return [code.text(sign)] }
    if code.isOperator(sign, "("), code.isWord(sign - 1, "define") { return [] }
    if code.isOperator(sign, ","), code.isOperator(sign - 2, "("), code.isWord(sign - 3, "define") {
      return code.value(sign - 1).map { [$0] } ?? []
    }
    guard code.isOperator(sign, in: ["=", ":", ":=", "=>"]) else { return [] }
    var names: [String] = []
    if code.isWord(sign - 1) { names.append(code.text(sign - 1)) }
    if code.isWord(sign - 2) { names.append(code.text(sign - 2)) }
    for place in stride(from: sign - 2, to: max(-1, sign - 8), by: -1) where code.isOperator(place, ":") {
      if code.isWord(place - 1) { names.append(code.text(place - 1)) }
      break
    }
    return names
  }

  private mutating func addList(_ code: LexedText, _ open: Int) {
    let names = Constants.listNames(code, open)
    guard !names.isEmpty, let texts = Constants.list(code, open) else { return }
    for name in names { add(name, texts) }
  }

  /// Also `NAME = new Set([`, `NAME: [&str; 2] = [`, `NAME := []string{`.
  private static func listNames(_ code: LexedText, _ open: Int) -> [String] {
    var place = open
    if code.isOperator(place - 1, "&") { place -= 1 }
    if code.isWord(place - 1), code.isOperator(place - 2, "]"), code.isOperator(place - 3, "[") { place -= 3 }
    if code.isOperator(place - 1, "("), code.isWord(place - 2) { place -= code.isWord(place - 3, "new") ? 3 : 2 }
    guard code.isOperator(place - 1, in: ["=", ":=", ":"]) else { return [] }
    if code.isOperator(place - 2, "]"), let start = code.partner(place - 2), code.isOperator(start - 1, ":") {
      return code.isWord(start - 2) ? [code.text(start - 2)] : []
    }
    return names(code, before: place)
  }

  /// The strings of a list that holds nothing else; of pairs their first ones.
  static func list(_ code: LexedText, _ open: Int) -> [Text]? {
    guard let close = code.partner(open), close > open, close - open < 2000 else { return nil }
    var texts: [Text] = []
    var place = open + 1
    while place < close {
      guard code.kind(place) == .string, let value = code.value(place) else { return nil }
      texts.append(Text(value: value, offset: code.offset(place)))
      place += 1
      if code.isOperator(place, ",") { place += 1 } else if place < close { return nil }
    }
    return texts.isEmpty ? nil : texts
  }

  /// `for name in LIST`, `LIST.forEach((name) =>`, `LIST.each do |name|`.
  private mutating func addLoop(_ code: LexedText, _ index: Int) {
    if code.isWord(index, in: ["in", "of", "range"]), let name = Constants.loopName(code, before: index) {
      addLoop(name, over: index + 1, code)
    } else if code.isOperator(index - 1, "."), code.isWord(index, in: Constants.loops),
      let name = Constants.parameter(code, after: index + 1)
    {
      let end = index - 2
      addLoop(name, over: code.isOperator(end, "]") ? code.partner(end) ?? end : end, code)
    }
  }

  private static let loops: Set<String> = [
    "forEach", "filter", "map", "each", "reject", "select", "find", "some", "every", "any", "all", "find_all",
  ]

  private mutating func addLoop(_ name: String, over index: Int, _ code: LexedText) {
    var index = index
    // `[]string{`
    if code.isOperator(index, "["), code.partner(index) == index + 1, code.isOperator(index + 3, "{") { index += 3 }
    if code.isOperator(index, in: ["[", "(", "{"]) {
      if let texts = Constants.list(code, index) { values[name] = texts }
    } else if code.isWord(index), let texts = values[code.text(index)], texts.count > 0 {
      values[name] = texts
    }
  }

  private static func loopName(_ code: LexedText, before index: Int) -> String? {
    if code.isWord(index, "range") {
      return code.isOperator(index - 1, ":=") && code.isWord(index - 2) ? code.text(index - 2) : nil
    }
    return code.isWord(index - 1) ? code.text(index - 1) : nil
  }

  private static func parameter(_ code: LexedText, after index: Int) -> String? {
    var place = index
    while place < index + 3, code.isOperator(place, in: ["(", "{", "|"]) || code.isWord(place, "do") { place += 1 }
    return place > index && code.isWord(place) ? code.text(place) : nil
  }
}
