/// Takes the blanks and remarks out of an expression that is written with them, as Rust's `(?x)` allows.
///
/// Rust passes blanks by inside classes too, which PCRE2 does not, so the expression is written anew without them.
struct FreeSpacing {
  private let source: [Character]
  private var place = 0
  private var output = ""
  /// Whether blanks count for nothing, for each group that is open, the whole being the first.
  private var modes = [false]
  private(set) var problem: String?

  /// The same expression, and what in it PCRE2 would read in another way.
  static func packed(_ source: String) -> (expression: String, problem: String?) {
    var reader = FreeSpacing(source)
    while let character = reader.next { reader.take(character) }
    return (reader.output, reader.problem)
  }

  private init(_ source: String) {
    self.source = Array(source)
  }

  private var next: Character? { place < source.count ? source[place] : nil }

  private var skipsBlanks: Bool { modes.last ?? false }

  private func isNext(_ text: String) -> Bool { source[place...].starts(with: text) }

  private mutating func copy(_ count: Int = 1) {
    output += String(source[place..<min(source.count, place + count)])
    place += count
  }

  private mutating func take(_ character: Character) {
    switch character {
    case "\\": copy(2)
    case "[": characterClass()
    case "(": group()
    case ")":
      if modes.count > 1 { modes.removeLast() }
      copy()
    default: if !passBlank(character) { copy() }
    }
  }

  /// Passes a blank by, or a remark up to the end of its line, where they count for nothing.
  private mutating func passBlank(_ character: Character) -> Bool {
    guard skipsBlanks else { return false }
    if character.isWhitespace {
      place += 1
      return true
    }
    guard character == "#" else { return false }
    while let next, !next.isNewline { place += 1 }
    return true
  }

  private mutating func group() {
    guard isNext("(?"), !isNext("(?:"), !isNext("(?P<"), !isNext("(?<"), !isNext("(?="), !isNext("(?!"), !isNext("(?>")
    else {
      modes.append(skipsBlanks)
      return copy(isNext("(?") ? 3 : 1)
    }
    guard let end = source[place...].firstIndex(where: { $0 == ")" || $0 == ":" }) else { return copy(2) }
    let flags = source[(place + 2)..<end]
    let off = flags.firstIndex(of: "-") ?? flags.endIndex
    var mode = skipsBlanks
    if flags[..<off].contains("x") { mode = true }
    if flags[off...].contains("x") { mode = false }
    // What Rust's u says, PCRE2 says by other means; bytes are what is matched here.
    let kept = String(flags.filter { !"xu".contains($0) })
    let flagsText = kept.hasSuffix("-") ? String(kept.dropLast()) : kept
    place = end + 1
    if source[end] == ":" {
      modes.append(mode)
      output += flagsText.isEmpty ? "(?:" : "(?\(flagsText):"
    } else {
      modes[modes.count - 1] = mode
      if !flagsText.isEmpty { output += "(?\(flagsText))" }
    }
  }

  private mutating func characterClass() {
    copy()
    if isNext("^") { copy() }
    if isNext("]") {
      output += "\\"
      copy()
    }
    while let character = next {
      switch character {
      case "]": return copy()
      case "\\": copy(2)
      case "[" where isNext("[:"): copy(2)
      case "[":
        problem = "it has a class inside a class"
        copy()
      case "&", "~", "-":
        if isNext("&&") || isNext("~~") || isNext("--") { problem = "it computes with classes" }
        copy()
      default: if !passBlank(character) { copy() }
      }
    }
  }
}
