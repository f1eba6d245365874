/// A setting's name as an expression gives it.
struct SettingName: Hashable {
  var text: String
  var offset: Int
  /// Whether only the beginning is known.
  var isDynamic: Bool

  /// Whether it can be the name of a setting at all.
  var isPlausible: Bool {
    if text.isEmpty { return isDynamic }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
      case UInt8(ascii: ":"): true
      default: false
      }
    }
  }
}

extension LexedText {
  /// The names that the expression in `range` can stand for: one, or those of a list that a loop goes through.
  func names(in range: Range<Int>, _ constants: Constants) -> [SettingName] {
    guard let first = range.first else { return [] }
    var end = skipPart(first, range.upperBound)
    var parts = part(first, end, constants)
    while end < range.upperBound, parts.count == 1, !parts[0].isDynamic {
      var next = end
      if isOperator(end, in: ["+", "<>", ".", "++"]) { next += 1 } else if kind(end) != .string { break }
      guard next < range.upperBound else { break }
      if isOperator(end, "."), isWord(next), bytes[offset(next)] != UInt8(ascii: "$") { break }
      end = skipPart(next, range.upperBound)
      let more = part(next, end, constants)
      guard more.count == 1 else {
        parts[0].isDynamic = true
        break
      }
      parts[0].text += more[0].text
      parts[0].isDynamic = more[0].isDynamic
    }
    return parts
  }

  /// The end of the operand that begins at `index`.
  private func skipPart(_ index: Int, _ end: Int) -> Int {
    if isOperator(index, in: ["&", "*", "@"]), index + 1 < end { return skipPart(index + 1, end) }
    var place = after(index)
    while place < end, isWord(index) {
      if isOperator(place, in: [".", "::", "?.", "->"]), isWord(place + 1) {
        place += 2
      } else if isOperator(place, in: ["(", "["]) {
        place = after(place)
      } else {
        break
      }
    }
    return min(place, end)
  }

  private func part(_ index: Int, _ end: Int, _ constants: Constants) -> [SettingName] {
    switch kind(index) {
    case .string: return [SettingName(text: value(index) ?? "", offset: offset(index), isDynamic: false)]
    case .template: return [template(index, constants)]
    case .number: return []
    case .symbol where isOperator(index, "&") || isOperator(index, "*") || isOperator(index, "@"):
      let parts = index + 1 < end ? part(index + 1, end, constants) : []
      return parts.count == 1
        ? [SettingName(text: parts[0].text, offset: offset(index), isDynamic: parts[0].isDynamic)] : parts
    case .symbol where isOperator(index, "[") || isOperator(index, "("):
      let texts = Constants.list(self, index) ?? []
      return texts.isEmpty
        ? [unknown(index)] : texts.map { SettingName(text: $0.value, offset: $0.offset, isDynamic: false) }
    case .word: return named(index, end, constants)
    default: return [unknown(index)]
    }
  }

  private func unknown(_ index: Int) -> SettingName { SettingName(text: "", offset: offset(index), isDynamic: true) }

  /// A constant, or a member of one.
  private func named(_ index: Int, _ end: Int, _ constants: Constants) -> [SettingName] {
    var last = index
    while last + 2 < end, isOperator(last + 1, in: [".", "::", "->"]), isWord(last + 2),
      !isWord(last + 2, in: ["rawValue", "value", "freeze", "name", "to_s", "as_str", "toString"])
    { last += 2 }
    let known = constants[text(last)]
    if known.isEmpty { return [unknown(index)] }
    if known.count == 1 { return [SettingName(text: known[0].value, offset: offset(index), isDynamic: false)] }
    return known.map { SettingName(text: $0.value, offset: $0.offset, isDynamic: false) }
  }

  /// The text of a string with code in it, as far as the code is known.
  private func template(_ index: Int, _ constants: Constants) -> SettingName {
    var name = SettingName(text: value(index) ?? "", offset: offset(index), isDynamic: true)
    guard let end = partner(index) else { return name }
    var place = index + 1
    while place < end, let close = partner(place), close == place + 2, isWord(place + 1),
      constants[text(place + 1)].count == 1
    {
      name.text += constants[text(place + 1)][0].value
      let next = close + 1
      name.text += String(
        decoding: bytes[Int(tokens[close].end)..<max(Int(tokens[close].end), offset(next))], as: UTF8.self)
      place = next
    }
    name.isDynamic = place < end || end == index + 1
    return name
  }
}
