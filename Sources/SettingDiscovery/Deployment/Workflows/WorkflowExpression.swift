/// What the expressions of workflows ask for: `secrets.X`, `vars['X']`, `env.X`.
struct WorkflowExpression {
  struct Use {
    enum Context: String { case secrets, vars, env }

    var context: Context
    /// Of a name that is made when the workflow runs, what is written of it.
    var name: String
    var place: Int
    var isDynamic = false
    /// Whether something follows that is taken instead, or it is only compared or tested.
    var hasFallback = false
    /// The whole context is handed on: `toJSON(secrets)`.
    var isWhole = false
  }

  private let text: [UInt8]
  private var place: Int
  private let limit: Int
  private var uses: [Use] = []

  /// - Parameter range: the expression, without `${{` and `}}`.
  static func uses(in text: [UInt8], _ range: Range<Int>) -> [Use] {
    var expression = WorkflowExpression(text, range)
    while expression.place < expression.limit { expression.step() }
    return expression.uses
  }

  /// The expressions of a value.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place + 2 < text.count {
      guard text[place] == "$", text[place + 1] == "{", text[place + 2] == "{" else {
        place += 1
        continue
      }
      let start = place + 3
      place = start
      var isQuoted = false
      while place < text.count, isQuoted || !text.holds("}}", at: place) {
        if text[place] == "'" { isQuoted.toggle() }
        place += 1
      }
      if place >= text.count { place = text[start...].firstIndex(of: 0x0A) ?? text.count }
      ranges.append(start..<min(place, text.count))
      place = min(place + 2, text.count)
    }
    return ranges
  }

  private init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    place = range.lowerBound
    limit = range.upperBound
  }

  private func byte(_ index: Int) -> UInt8 { index < limit && index >= 0 ? text[index] : 0 }

  private mutating func step() {
    if byte(place) == "'" {
      place += 1
      while place < limit, byte(place) != "'" { place += 1 }
      place += 1
    } else if byte(place).beginsVariable {
      word()
    } else {
      place += 1
    }
  }

  private mutating func word() {
    let start = place
    while place < limit, isInName(byte(place)) { place += 1 }
    guard start == 0 || byte(start - 1) != ".",
      let context = Use.Context(rawValue: text.string(start..<place).lowercased())
    else {
      return
    }
    if byte(place) == "." {
      let name = place + 1
      place = name
      while place < limit, isInName(byte(place)) { place += 1 }
      guard place > name else { return }
      add(Use(context: context, name: text.string(name..<place), place: name), from: start)
    } else if byte(place) == "[" {
      subscripted(context, from: start)
    } else if context != .env {
      uses.append(Use(context: context, name: "", place: start, isDynamic: true, isWhole: true))
    }
  }

  private func isInName(_ byte: UInt8) -> Bool { byte.isInVariable || byte == "-" }

  private mutating func subscripted(_ context: Use.Context, from start: Int) {
    var open = 0
    let inside = place + 1
    var literal: Range<Int>?
    var isPlain = true
    while place < limit {
      switch byte(place) {
      case "[": open += 1
      case "]":
        open -= 1
      case "'":
        let first = place + 1
        place = first
        while place < limit, byte(place) != "'" { place += 1 }
        if literal == nil { literal = first..<place }
      case " ": break
      default: isPlain = false
      }
      place += 1
      if open == 0 { break }
    }
    place = min(place, limit)
    if isPlain, let literal {
      add(Use(context: context, name: text.string(literal), place: literal.lowerBound), from: start)
    } else {
      let beginning = literal.map { text.string($0).prefix { $0 != "{" } } ?? ""
      uses.append(
        Use(context: context, name: String(beginning), place: literal?.lowerBound ?? inside, isDynamic: true))
    }
  }

  private mutating func add(_ use: Use, from start: Int) {
    var use = use
    use.hasFallback = isFollowedByFallback || isNegated(start)
    uses.append(use)
  }

  /// `||`, or a comparison, behind what was read.
  private var isFollowedByFallback: Bool {
    var next = place
    while byte(next) == " " { next += 1 }
    switch byte(next) {
    case "|", "=", "!", "&", "<", ">": return true
    default: return false
    }
  }

  private func isNegated(_ start: Int) -> Bool {
    var before = start - 1
    while before > 0, byte(before) == " " { before -= 1 }
    return byte(before) == "!" || (byte(before) == "=" && before > 0 && [0x3D, 0x21].contains(byte(before - 1)))
  }
}
