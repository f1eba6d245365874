/// Reading a setting by an idiom.
extension CodeReading {
  mutating func read(_ mapping: Idiom.Mapping, _ idiom: Idiom, _ access: Access) {
    var end = access.end
    if code.isOperator(end, "!"), code.isOperator(end + 1, in: ["[", "."]) { end += 1 }
    if code.isOperator(end, "("), code.partner(end) == end + 1, code.isOperator(end + 2, in: [".", "["]) { end += 2 }
    let open = code.isOperator(end, "?.") && code.isOperator(end + 1, "[") ? end + 1 : end
    if code.isOperator(open, "["), let close = code.partner(open), !isBracketOfNextLine(open) {
      subscripted(mapping, idiom, access, open, close)
    } else if code.isOperator(end, in: [".", "?.", "&.", "::", "->"]), code.isWord(end + 1) {
      member(mapping, idiom, access, end + 1)
    } else {
      whole(idiom, access, end)
    }
  }

  /// A bracket that begins a line begins a list, except after a dot.
  private func isBracketOfNextLine(_ open: Int) -> Bool { code.beginsLine(open) && !code.isOperator(open - 1, "?.") }

  private mutating func subscripted(
    _ mapping: Idiom.Mapping, _ idiom: Idiom, _ access: Access, _ open: Int, _ close: Int
  ) {
    guard let need = mapping.subscripted, close > open + 1 else { return }
    let fallback = code.isWord(open + 1) && arguments(open).count == 2 && arguments(open)[1].label == "default"
    let range = fallback ? arguments(open)[0].range : open + 1..<close
    let place = Access(
      start: access.start, end: close + 1, need: need, isPlace: true, hasFallback: fallback)
    let names = code.names(in: range, constants).filter { !mapping.excluded.contains($0.text) }
    add(names, place, "\(idiom.idiom)[…]", mapping.naming)
  }

  private mutating func member(_ mapping: Idiom.Mapping, _ idiom: Idiom, _ access: Access, _ index: Int) {
    let name = code.text(index)
    if let call = mapping.methods[name] {
      let inner = Idiom(path: "", shape: .function(call), idiom: "\(idiom.idiom).\(name)(…)")
      return read(call, inner, Access(start: access.start, end: index + 1, need: call.need))
    }
    if mapping.ownMembers.contains(name) || CodeReading.copies.contains(name) {
      return whole(idiom, access, access.end)
    }
    guard let need = mapping.member, !code.isOperator(index + 1, "(") else { return }
    let place = Access(start: access.start, end: index + 1, need: need, isPlace: true)
    let written = [SettingName(text: name, offset: code.offset(index), isDynamic: false)]
    add(written, place, "\(idiom.idiom).…", mapping.naming)
  }

  /// The environment as a whole: searched for a name, taken apart, or given a name.
  private mutating func whole(_ idiom: Idiom, _ access: Access, _ end: Int) {
    if code.isWord(access.start - 1, "in") {
      let start = code.isWord(access.start - 2, "not") ? access.start - 2 : access.start - 1
      let place = Access(start: start - 1, end: end, need: .optional)
      let isLoop = code.isWord(start - 2, in: ["for", "const", "let", "var"]) || code.isOperator(start - 2, ",")
      if code.kind(start - 1) == .string || code.isWord(start - 1) && !isLoop {
        add(code.names(in: start - 1..<start, constants), place, "… in \(idiom.idiom)")
      }
    } else if let open = patternBefore(access.start) {
      takeApart(open, idiom, access)
    } else if let name = assignedName(access.start), endsBinding(end), !code.isMinified {
      locals.set(
        name, to: idiom.path.split(separator: ".").map(String.init), indentation: code.indentation(access.start))
    }
  }

  /// `const { A, B: b = 1 } = process.env`
  private func patternBefore(_ start: Int) -> Int? {
    guard code.isOperator(start - 1, "="), code.isOperator(start - 2, "}") else { return nil }
    return code.partner(start - 2)
  }

  private mutating func takeApart(_ open: Int, _ idiom: Idiom, _ access: Access) {
    for argument in arguments(open) {
      guard let first = argument.label == nil ? argument.range.first : argument.range.lowerBound - 2,
        code.isWord(first) || code.kind(first) == .string
      else { continue }
      let hasDefault = argument.range.contains { code.isOperator($0, "=") } || code.isOperator(first + 1, "=")
      let name = code.value(first) ?? code.text(first)
      var place = Access(start: first, end: first, need: hasDefault ? .optional : .optional)
      if !hasDefault, isChecked(argumentName(argument), after: access.end) { place.need = .required }
      emit(SettingName(text: name, offset: code.offset(first), isDynamic: false), place, "{ … } = \(idiom.idiom)")
    }
  }

  private func argumentName(_ argument: Argument) -> String { code.text(argument.range.lowerBound) }

  /// The variable that this is the beginning of the value of.
  func assignedName(_ start: Int) -> String? {
    guard code.isOperator(start - 1, in: ["=", ":="]) else { return nil }
    var place = start - 2
    if code.isOperator(place, "?") { place -= 1 }
    // `name: Type = …`
    for distance in 1..<8 where code.isOperator(place - distance, ":") && code.isWord(place - distance - 1) {
      if (place - distance..<place).contains(where: { code.beginsLine($0) }) { break }
      place -= distance + 1
      break
    }
    guard code.isWord(place), !code.isOperator(place - 1, in: [".", "->"]) || code.isWord(place - 2, "this") else {
      return nil
    }
    return code.text(place)
  }

  /// Whether the value ends there or is a copy of the environment.
  private func endsBinding(_ end: Int) -> Bool {
    if code.beginsLine(end) || code.isOperator(end, in: [";", ",", ")", "}", "??", "||", "!"]) { return true }
    if code.isWord(end, in: ["as", "or", "if"]) { return true }
    return code.isOperator(end, ".") && code.isWord(end + 1, in: CodeReading.copies)
  }

  private static let copies: Set<String> = ["copy", "dup", "to_h", "clone", "to_hash"]

  mutating func read(_ call: Idiom.Call, _ idiom: Idiom, _ access: Access) {
    var access = access
    var call = call
    if traits.bangNames, code.isOperator(access.end, "!") {
      access.end += 1
      call.need = .required
    }
    guard let open = openingBracket(access.end) else { return bareCall(call, idiom, access) }
    guard let close = code.partner(open), close > open else { return }
    if close == open + 1, let result = idioms.paths[idiom.path + "()"], case .mapping(let mapping) = result.shape {
      return read(mapping, result, Access(start: access.start, end: close + 1, need: access.need))
    }
    let arguments = arguments(open)
    var place = Access(
      start: access.start, end: close + 1, need: call.need, type: call.type, isReader: call.givesReader)
    if hasFallback(call, arguments, close) { place.hasFallback = true }
    let labelled = arguments.first { $0.label.map(call.labels.contains) ?? false }
    let placed = arguments.indices.contains(call.argument) ? arguments[call.argument] : nil
    guard let argument = labelled ?? (placed?.label == nil || call.labels.isEmpty ? placed : nil) else { return }
    for argument in call.isVariadic ? arguments.filter({ $0.label == nil }) : [argument] {
      var names = prefixed(code.names(in: argument.range, constants), idiom, access.start)
      if call.onlyCapitals { names = names.filter { !$0.isDynamic && $0.text == $0.text.uppercased() } }
      add(names, place, idiom.idiom, call.naming)
    }
  }

  private func prefixed(_ names: [SettingName], _ idiom: Idiom, _ index: Int) -> [SettingName] {
    guard !prefixes.isEmpty else { return names }
    let prefix = prefixes.filter { $0.tokens.contains(index) && idiom.path.hasPrefix($0.owner) }.map(\.text).joined()
    return names.map { SettingName(text: prefix + $0.text, offset: $0.offset, isDynamic: $0.isDynamic) }
  }

  /// The parenthesis of a call, after its type arguments if it has any.
  private func openingBracket(_ index: Int) -> Int? {
    if code.isOperator(index, "("), !code.beginsLine(index) { return index }
    if code.isOperator(index, "?."), code.isOperator(index + 1, "(") { return index + 1 }
    if traits.questionNames, code.isOperator(index, "?"), code.isOperator(index + 1, "(") { return index + 1 }
    var place = code.isOperator(index, "::") ? index + 1 : index
    guard code.isOperator(place, "<") else { return nil }
    let limit = place + 16
    while place < limit, !code.isOperator(place, "(") { place += 1 }
    return place < limit && code.isOperator(place - 1, ">") ? place : nil
  }

  /// `ENV.fetch "X"`, `env :x`.
  private mutating func bareCall(_ call: Idiom.Call, _ idiom: Idiom, _ access: Access) {
    let kind = code.kind(access.end)
    guard call.argument == 0, kind == .string || kind == .template, !code.beginsLine(access.end) else { return }
    let end = code.after(access.end)
    var place = Access(start: access.start, end: end, need: call.need, type: call.type)
    if call.fallback != nil, code.isOperator(end, ",") { place.hasFallback = true }
    if call.blockIsFallback, code.isOperator(end, "{") || code.isWord(end, "do") { place.hasFallback = true }
    add(code.names(in: access.end..<end, constants), place, idiom.idiom, call.naming)
  }

  private func hasFallback(_ call: Idiom.Call, _ arguments: [Argument], _ close: Int) -> Bool {
    if call.blockIsFallback, code.isOperator(close + 1, "{") || code.isWord(close + 1, "do") { return true }
    if let fallback = arguments.first(where: { $0.label.map(call.fallbackLabels.contains) ?? false }) {
      return !isUnset(fallback)
    }
    guard let fallback = call.fallback, arguments.count > fallback, arguments[fallback].label == nil else {
      return false
    }
    return true
  }

  /// `default=undefined`, which some libraries take for none.
  private func isUnset(_ argument: Argument) -> Bool {
    argument.range.count == 1
      && code.isWord(argument.range.lowerBound, in: ["undefined", "UndefinedValue", "Undefined"])
  }
}
