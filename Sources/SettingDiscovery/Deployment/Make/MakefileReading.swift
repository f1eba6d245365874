/// A Makefile while it is being read.
struct MakefileReading {
  let bytes: [UInt8]
  let conventions: SettingConventions
  var builder = ReadoutBuilder()
  /// Names with a value, wherever in the file: make expands most of it when all has been read.
  var defined: Set<String> = []
  var uses: [Use] = []
  /// `ifndef X` and `ifeq ($(X),)` that are open, innermost last: the name that is empty within.
  private var conditions: [String?] = []
  /// Names without which make stops.
  var demanded: Set<String> = []
  private var includesOthers = false
  private var recipe: (bytes: [UInt8], places: [Int]) = ([], [])
  private var exported: Set<String> = []

  struct Use {
    var name: String
    var place: Int
    var isTested = false
  }

  init(_ bytes: [UInt8], conventions: SettingConventions) {
    self.bytes = bytes
    self.conventions = conventions
  }

  mutating func readout() -> SettingReadout {
    var place = 0
    while place < bytes.count { place = line(from: place) }
    finishRecipe()
    for use in uses where !defined.contains(use.name) && !MakeNames.isKnown(use.name) { add(use) }
    return builder.readout
  }

  private mutating func add(_ use: Use) {
    let isDemanded = demanded.contains(use.name)
    guard use.name.isConventional, isDemanded || !includesOthers else { return }
    builder.add(
      SettingReference(
        name: use.name, need: isDemanded ? .required : .optional, offset: use.place,
        idiom: use.isTested ? "ifdef …" : "$(…)"))
  }

  /// Reads a line with those that continue it; returns where the next begins.
  private mutating func line(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != "\n" || (end > start && isContinued(end)) { end += 1 }
    let next = min(bytes.count, end + 1)
    if bytes[start] == "\t" {
      recipeLine(start + 1..<end)
    } else {
      finishRecipeUnlessBlank(start..<end)
      statement(start..<end)
    }
    return next
  }

  private func isContinued(_ end: Int) -> Bool {
    let last = bytes[end - 1] == "\r" ? end - 2 : end - 1
    guard last >= 0, bytes[last] == "\\" else { return false }
    // A run of backslashes is looked at no further than any sensible one goes.
    var count = 0
    while count < 16, last - count >= 0, bytes[last - count] == "\\" { count += 1 }
    return count % 2 == 1
  }

  // MARK: Recipes

  private mutating func recipeLine(_ range: Range<Int>) {
    expand(range, isRecipe: true)
    recipe.bytes.append(0x0A)
    recipe.places.append(range.upperBound)
  }

  private mutating func finishRecipeUnlessBlank(_ range: Range<Int>) {
    if bytes[range].contains(where: { !$0.isSpacing && !$0.isLineEnd && $0 != "#" }) { finishRecipe() }
  }

  private mutating func finishRecipe() {
    guard !recipe.bytes.isEmpty else { return }
    let text = PlacedText(recipe.bytes, places: recipe.places + [recipe.places.last ?? 0])
    var scope = ShellScope(known: exported)
    scope.functions = conventions.functions
    _ = ShellText.read(text, scope, into: &builder)
    recipe = ([], [])
  }

  // MARK: Statements

  private mutating func statement(_ range: Range<Int>) {
    var range = range
    if let remark = remark(in: range) { range = range.lowerBound..<remark }
    while let first = bytes[range].first, first.isSpacing { range = range.lowerBound + 1..<range.upperBound }
    guard !range.isEmpty else { return }
    let end = range.first { bytes[$0].isSpacing || bytes[$0] == "(" || bytes[$0] == "\r" } ?? range.upperBound
    let rest = end..<range.upperBound
    switch bytes.string(range.lowerBound..<end) {
    case "ifndef", "ifdef": testName(rest, isEmpty: bytes[range.lowerBound + 2] == "n")
    case "ifeq", "ifneq": testValue(rest, isEqual: end - range.lowerBound == 4)
    case "else":
      if !conditions.isEmpty { conditions[conditions.count - 1] = nil }
    case "endif": _ = conditions.popLast()
    case "include", "-include", "sinclude":
      include(rest, isRequired: bytes[range.lowerBound] == "i")
    case "export", "override", "private", "unexport": declaration(rest, isExport: bytes[range.lowerBound] == "e")
    case "define":
      if let name = names(in: rest).first { defined.insert(bytes.string(name)) }
    case "endef": break
    default: assignmentOrRule(range)
    }
  }

  private func remark(in range: Range<Int>) -> Int? {
    range.first { bytes[$0] == "#" && ($0 == range.lowerBound || bytes[$0 - 1] != "\\") }
  }

  private func names(in range: Range<Int>) -> [Range<Int>] {
    bytes[range].split { $0.isSpacing || $0.isLineEnd }.map { $0.startIndex..<$0.endIndex }
  }

  private mutating func testName(_ range: Range<Int>, isEmpty: Bool) {
    guard let word = names(in: range).first, bytes[word].isVariableName else {
      conditions.append(nil)
      return
    }
    uses.append(Use(name: bytes.string(word), place: word.lowerBound, isTested: true))
    conditions.append(isEmpty ? bytes.string(word) : nil)
  }

  /// `ifeq ($(X),)`, `ifeq "$(X)" ""`
  private mutating func testValue(_ range: Range<Int>, isEqual: Bool) {
    let before = uses.count
    expand(range, isRecipe: false)
    let text = bytes.string(range).filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    let isOnly =
      uses.count == before + 1
      && (text.hasSuffix(",)") || text.hasPrefix("(,") || text.hasSuffix("}")
        || (!text.contains(",") && text.hasSuffix(")")))
    conditions.append(isEqual && isOnly ? uses[before].name : nil)
  }

  private mutating func include(_ range: Range<Int>, isRequired: Bool) {
    for word in names(in: range) {
      let path = bytes.string(word)
      if EnvFileReference.isNamedSo(path) {
        builder.add(EnvFileReference(path: path, isRequired: isRequired, offset: word.lowerBound))
      } else {
        includesOthers = true
      }
    }
    expand(range, isRecipe: false)
  }

  private mutating func declaration(_ range: Range<Int>, isExport: Bool) {
    guard bytes[range].contains(0x3D) else { return }
    var start = range.lowerBound
    while start < range.upperBound, bytes[start].isSpacing { start += 1 }
    let end = bytes.endOfVariable(at: start, limit: range.upperBound)
    if isExport, end > start {
      let name = bytes.string(start..<end)
      exported.insert(name)
      let operation = bytes[end..<range.upperBound].drop { $0.isSpacing }
      if operation.first != 0x3F, !ShellNames.isKnown(name) {
        builder.add(SettingReference(name: name, need: .written, offset: start, idiom: "export …="))
      }
    }
    assignmentOrRule(start..<range.upperBound)
  }

  /// `X = v`, `X ?= v`, `target: prerequisites`, `target: X = v`.
  private mutating func assignmentOrRule(_ range: Range<Int>) {
    guard let equals = operatorPlace(in: range) else {
      if let colon = range.first(where: { bytes[$0] == ":" }),
        let semicolon = bytes[colon..<range.upperBound].firstIndex(of: 0x3B)
      {
        expand(range.lowerBound..<semicolon, isRecipe: false)
        return recipeLine(semicolon + 1..<range.upperBound)
      }
      return expand(range, isRecipe: false)
    }
    var end = equals
    while end > range.lowerBound, [0x3A, 0x3F, 0x2B, 0x21].contains(bytes[end - 1]) { end -= 1 }
    let isConditional = end < equals && bytes[end] == "?"
    while end > range.lowerBound, bytes[end - 1].isSpacing { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1].isInVariable || bytes[start - 1] == "-" || bytes[start - 1] == "."
    { start -= 1 }
    let name = bytes.string(start..<end)
    if !name.isEmpty { defined.insert(name) }
    if isConditional, name.isConventional, !MakeNames.isKnown(name) {
      builder.add(SettingReference(name: name, need: .optional, offset: start, idiom: "… ?="))
    }
    expand(equals + 1..<range.upperBound, isRecipe: false)
  }

  /// The `=` of an assignment: not one within a reference.
  private func operatorPlace(in range: Range<Int>) -> Int? {
    var open = 0
    for place in range {
      switch bytes[place] {
      case "(", "{": open += 1
      case ")", "}": open -= 1
      case "=" where open <= 0: return place
      case ";" where open <= 0: return nil
      default: break
      }
    }
    return nil
  }

  // MARK: References

  /// Whether make stops here where the innermost condition holds.
  private mutating func stops() {
    for case .some(let name) in conditions { demanded.insert(name) }
  }

  private mutating func expand(_ range: Range<Int>, isRecipe: Bool) {
    var expansion = MakeExpansion(bytes: bytes, range: range)
    expansion.run()
    uses += expansion.uses
    defined.formUnion(expansion.defined)
    demanded.formUnion(expansion.demanded)
    if expansion.stops { stops() }
    if isRecipe {
      recipe.bytes += expansion.shell
      recipe.places += expansion.places
    }
  }
}
