/// The references in one stretch of a Makefile, and what is left for a shell when they are put in.
struct MakeExpansion {
  let bytes: [UInt8]
  let range: Range<Int>
  private(set) var uses: [MakefileReading.Use] = []
  /// Names that `$(foreach …)` and `$(eval …)` give a value.
  private(set) var defined: Set<String> = []
  /// Names of `$(if $(X),,$(error …))`.
  private(set) var demanded: Set<String> = []
  /// Whether `$(error …)` stands here for itself.
  private(set) var stops = false
  private(set) var shell: [UInt8] = []
  private(set) var places: [Int] = []
  /// Functions and references that are open: the bracket that ends each, and its function.
  private var open: [Open] = []

  private static let mostDepth = 40

  private struct Open {
    var end: UInt8
    var brackets = 0
    var function = ""
    var firstUse: String?
    var start = 0
  }

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  mutating func run() {
    var place = range.lowerBound
    while place < range.upperBound { place = step(place) }
  }

  private mutating func emit(_ byte: UInt8, _ place: Int) {
    guard open.isEmpty || open.contains(where: { $0.function == "shell" }) else { return }
    shell.append(byte)
    places.append(place)
  }

  private mutating func step(_ place: Int) -> Int {
    let byte = bytes[place]
    if byte == "$", place + 1 < range.upperBound {
      let next = bytes[place + 1]
      if next == "$" {
        emit(byte, place)
        return place + 2
      }
      if next == "(" || next == "{" { return reference(place) }
      // `$@`, `$<`, `$X`.
      emit(TemplateActions.filler, place)
      return place + 2
    }
    if let last = open.last {
      if byte == last.end, last.brackets == 0 {
        open.removeLast()
        if open.isEmpty { emit(TemplateActions.filler, place) }
        return place + 1
      }
      if byte == last.end { open[open.count - 1].brackets -= 1 }
      if byte == (last.end == ")" ? UInt8(ascii: "(") : UInt8(ascii: "{")) { open[open.count - 1].brackets += 1 }
    }
    emit(byte, place)
    return place + 1
  }

  private mutating func reference(_ place: Int) -> Int {
    let start = place + 2
    let end: UInt8 = bytes[place + 1] == "(" ? 0x29 : 0x7D
    var after = start
    while after < range.upperBound, bytes[after].isInVariable || bytes[after] == "-" { after += 1 }
    let name = bytes.string(start..<after)
    let next = after < range.upperBound ? bytes[after] : 0
    if next == end || next == ":" {
      use(name, at: start)
      if next == end {
        if open.isEmpty || open.contains(where: { $0.function == "shell" }) { emit(TemplateActions.filler, place) }
        return after + 1
      }
    } else if MakeNames.functions.contains(name), next.isSpacing || next == "," {
      function(name, after)
      push(Open(end: end, function: name, start: after))
      return after
    }
    push(Open(end: end))
    return max(after, start)
  }

  /// What stands deeper than any sensible text is taken for a part of what it stands in.
  private mutating func push(_ reference: Open) {
    if open.count < MakeExpansion.mostDepth { open.append(reference) }
  }

  private mutating func use(_ name: String, at place: Int) {
    guard name.isVariableName else { return }
    uses.append(MakefileReading.Use(name: name, place: place))
    if !open.isEmpty, open[open.count - 1].firstUse == nil { open[open.count - 1].firstUse = name }
  }

  private mutating func function(_ name: String, _ after: Int) {
    switch name {
    case "error":
      if let condition = open.last(where: { $0.function == "if" || $0.function == "or" }),
        let tested = condition.firstUse
      {
        demanded.insert(tested)
      } else {
        stops = true
      }
    case "foreach", "eval", "origin", "value", "let":
      var start = after
      while start < range.upperBound, bytes[start].isSpacing { start += 1 }
      let end = bytes.endOfVariable(at: start, limit: range.upperBound)
      if end > start, name != "origin", name != "value" { defined.insert(bytes.string(start..<end)) }
    default: break
    }
  }
}
