/// What follows from a value being missing, by the code round the place that reads it.
extension CodeReading {
  mutating func add(
    _ names: [SettingName], _ access: Access, _ idiom: String, _ naming: SettingNaming = .asWritten
  ) {
    guard !names.isEmpty else { return }
    var access = access
    if access.need != .written { access.need = need(access) }
    if access.type == nil { access.type = conversion(before: access.start) }
    for name in names {
      var name = name
      name.text = naming.name(of: name.text)
      emit(name, access, idiom)
    }
  }

  mutating func emit(_ name: SettingName, _ access: Access, _ idiom: String) {
    guard name.isPlausible else { return }
    if name.isDynamic, access.need == .written { return }
    add(
      SettingReference(
        name: name.text, need: name.isDynamic ? .dynamic : access.need, offset: name.offset, idiom: idiom,
        type: access.type))
  }

  private func need(_ access: Access) -> SettingReference.Need {
    if access.hasFallback { return .optional }
    if let outer = surrounding(access) { return need(outer) }
    if access.isPlace, traits.assigns, let need = assignment(access) { return need }
    // What follows `!x ||` is another condition and no value in its place.
    let isDenied = code.isOperator(access.start - 1, "!") || code.isWord(access.start - 1, "not")
    if !isDenied, let need = operatorAfter(access.end) { return need }
    if access.need == .optional, isDemanded(access) || isCheckedHere(access) { return .required }
    if let need = memberAfter(access) { return need }
    if access.need == .required { return isCaught(access) ? .optional : .required }
    if let name = assignedName(access.start), isChecked(name, after: access.end) { return .required }
    return access.need
  }

  /// The call round the value that stands for it.
  private func surrounding(_ access: Access) -> Access? {
    guard !traits.transparentFunctions.isEmpty, code.isOperator(access.start - 1, "("),
      code.isOperator(access.end, ")"),
      code.isWord(access.start - 2, in: traits.transparentFunctions)
    else { return nil }
    let start = path(endingAt: access.start - 2).start
    return Access(start: start, end: access.end + 1, need: access.need)
  }

  private func assignment(_ access: Access) -> SettingReference.Need? {
    if code.isOperator(access.end, "=") || code.isOperator(access.end, "+=") { return .written }
    if code.isOperator(access.end, in: ["||=", "??="]) { return .optional }
    if code.isWord(access.start - 1, in: ["del", "delete", "unset"]) { return .written }
    if code.isOperator(access.start - 1, "("), code.isWord(access.start - 2, "unset") { return .written }
    return nil
  }

  private func operatorAfter(_ end: Int) -> SettingReference.Need? {
    if code.isOperator(end, "!!") { return .required }
    if traits.bangUnwraps, code.isOperator(end, "!"), !code.beginsLine(end) { return .required }
    if traits.castsDemand, code.isWord(end, "as"), !code.isWord(end + 1, "any"), !hasNothing(end + 1) {
      return .required
    }
    if traits.questionPropagates, code.isOperator(end, "?") { return .required }
    if code.isOperator(end, in: ["??", "||", "?:"]) || code.isWord(end, "or") { return fallback(end + 1) }
    return code.isOperator(end, "?.") ? .optional : nil
  }

  /// `as string | undefined`
  private func hasNothing(_ index: Int) -> Bool {
    code.isOperator(index + 1, "|") && code.isWord(index + 2, in: ["undefined", "null"])
  }

  /// What stands in for a missing value: nothing that goes on, or a value.
  private func fallback(_ index: Int) -> SettingReference.Need {
    if isAbort(index) { return .required }
    // `?? (() => { throw … })()`
    if code.isOperator(index, "("), let close = code.partner(index), close - index < 40,
      (index..<close).contains(where: { code.isWord($0, "throw") })
    {
      return .required
    }
    return .optional
  }

  /// What is done with the value by the methods that follow, the first decisive one of them.
  private func memberAfter(_ access: Access) -> SettingReference.Need? {
    var place = access.end
    for step in 0..<6 {
      if code.isOperator(place, "&.") { return .optional }
      guard code.isOperator(place, "."), code.isWord(place + 1) else { break }
      let method = code.text(place + 1)
      if traits.copingMethods.contains(method) { return stopsInside(place + 2) ? .required : .optional }
      if traits.demandingMethods.contains(method) { return .required }
      if step == 0, traits.memberNeedsValue, !access.isReader, access.need == .optional, !isGuarded(access) {
        return .required
      }
      place += 2
      if code.isOperator(place, "<") || code.isOperator(place, "::") { place = skipTypeArguments(place) }
      if code.isOperator(place, "(") { place = code.after(place) }
    }
    return place > access.end ? operatorAfter(place) : nil
  }

  /// `unwrap_or_else(|_| panic!())`
  private func stopsInside(_ open: Int) -> Bool {
    guard code.isOperator(open, "("), let close = code.partner(open), close - open < 40 else { return false }
    return stops(in: open..<close)
  }

  private func skipTypeArguments(_ index: Int) -> Int {
    var place = index
    while place < index + 12, !code.isOperator(place, "(") { place += 1 }
    return place
  }

  /// `if os.environ.get("X") and os.environ.get("X").strip()`: a place that is only reached with a value.
  private func isGuarded(_ access: Access) -> Bool {
    code.isOperator(access.start - 1, in: ["&&", "?"]) || code.isWord(access.start - 1, "and")
  }

  /// `try: value = os.environ["X"]` with a handler that goes on without a value.
  private func isCaught(_ access: Access) -> Bool {
    guard traits.catchesMissing else { return false }
    let first = beginningOfStatement(access.start)
    guard code.isOperator(first - 1, ":"), code.isWord(first - 2, "try") else { return false }
    guard let handler = (access.end..<min(code.count, access.end + 60)).first(where: { code.isWord($0, "except") })
    else {
      return false
    }
    let colon = endOfCondition(handler + 1)
    return (handler..<colon).contains { code.isWord($0, in: ["KeyError", "Exception"]) } && !stops(in: body(colon))
  }

  /// `requireNotNull(System.getenv("X"))`, `int(os.getenv("X"))`
  private func isDemanded(_ access: Access) -> Bool {
    guard code.isOperator(access.start - 1, "("), code.isWord(access.start - 2) else { return false }
    let function = code.text(access.start - 2)
    if traits.demandingFunctions.contains(function) { return code.isOperator(access.end, in: [")", ","]) }
    return false
  }

  /// What the function round the value makes of it.
  private func conversion(before start: Int) -> SettingType? {
    guard code.isOperator(start - 1, "("), code.isWord(start - 2) else { return nil }
    switch code.text(start - 2) {
    case "int", "Int", "Integer", "parseInt", "Atoi", "ParseInt", "intval", "to_integer", "parse_int": return .integer
    case "float", "Double", "Float", "parseFloat", "Number", "ParseFloat", "floatval", "Decimal": return .number
    case "bool", "Boolean", "Bool", "ParseBool", "strtobool", "parseBoolean", "boolval": return .boolean
    case "URL", "URI", "urlparse": return .url
    case "Path", "PathBuf": return .path
    default: return nil
    }
  }
}
