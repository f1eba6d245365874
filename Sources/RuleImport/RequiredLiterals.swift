/// Literals of which every match of an expression holds at least one: what a rule can be looked for by.
///
/// In lower case: keywords are found in either case.
struct RequiredLiterals {
  private let source: [Character]
  private var place = 0
  private var isUnderstood = true
  private var depth = 0

  /// What is known of the texts that a part matches.
  private struct Knowledge {
    /// All of them, where they are few.
    var exact: Set<String>?
    /// Some that stand in every one of them: any of these is there.
    var inside: Set<String>?

    static let empty = Knowledge(exact: [""])
    static let anything = Knowledge()

    /// The better of what stands inside for certain.
    var best: Set<String>? { RequiredLiterals.better(inside, exact) }
  }

  private static let mostTexts = 64
  private static let longest = 24
  private static let deepest = 100

  /// The literals, or none where there are none of at least `shortest` characters.
  static func of(_ expression: String, shortest: Int = 3) -> [String] {
    var reader = RequiredLiterals(source: Array(expression))
    let knowledge = reader.alternation()
    guard reader.isUnderstood, reader.place == reader.source.count, let best = knowledge.best,
      best.allSatisfy({ $0.count >= shortest })
    else { return [] }
    return best.sorted()
  }

  private init(source: [Character]) {
    self.source = source
  }

  /// Longer ones are rarer; of the same length the fewer.
  private static func better(_ left: Set<String>?, _ right: Set<String>?) -> Set<String>? {
    func rank(_ texts: Set<String>?) -> (Int, Int) {
      guard let texts, !texts.isEmpty else { return (0, 0) }
      return (texts.map(\.count).min() ?? 0, -texts.count)
    }
    return rank(left) >= rank(right) ? left : right
  }

  private var next: Character? { place < source.count ? source[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func skip(to end: Character) {
    while let character = next {
      place += 1
      if character == end { return }
    }
  }

  private mutating func alternation() -> Knowledge {
    depth += 1
    defer { depth -= 1 }
    guard depth < RequiredLiterals.deepest else {
      isUnderstood = false
      place = source.count
      return .anything
    }
    var result = sequence()
    while take("|") {
      let other = sequence()
      let inside = result.best.flatMap { one in other.best.map { one.union($0) } }
      let exact = result.exact.flatMap { one in other.exact.map { one.union($0) } }
      result.inside = inside.flatMap { $0.count <= RequiredLiterals.mostTexts ? $0 : nil }
      result.exact = exact.flatMap { $0.count <= RequiredLiterals.mostTexts ? $0 : nil }
    }
    return result
  }

  private mutating func sequence() -> Knowledge {
    var result = Knowledge.empty
    /// The texts of the last parts in a row that are known in full.
    var run: Set<String> = [""]
    while let character = next, character != "|", character != ")", isUnderstood {
      let part = repeated(atom())
      if let exact = part.exact, let joined = RequiredLiterals.joined(run, exact) {
        run = joined
        continue
      }
      result.inside = RequiredLiterals.better(RequiredLiterals.better(result.inside, run), part.best)
      result.exact = nil
      // A text that may go on in any way begins a new run, with what is known of the part itself.
      run = part.exact.flatMap { $0.count <= RequiredLiterals.mostTexts ? $0 : nil } ?? [""]
    }
    if result.exact != nil { return Knowledge(exact: run, inside: nil) }
    result.inside = RequiredLiterals.better(result.inside, run)
    return result
  }

  private static func joined(_ left: Set<String>, _ right: Set<String>) -> Set<String>? {
    guard left.count * right.count <= mostTexts else { return nil }
    var joined: Set<String> = []
    for one in left {
      for other in right {
        guard one.count + other.count <= longest else { return nil }
        joined.insert(one + other)
      }
    }
    return joined
  }

  // MARK: Repeats

  private mutating func repeated(_ part: Knowledge) -> Knowledge {
    var part = part
    while let (least, most) = quantifier() {
      if least == 0 {
        part = Knowledge(exact: most == 1 ? part.exact.map { $0.union([""]) } : nil, inside: nil)
      } else if least == 1, most == 1 {
        continue
      } else if let exact = part.exact, least == most, least <= 8 {
        var all: Set<String>? = [""]
        for _ in 0..<least { all = all.flatMap { RequiredLiterals.joined($0, exact) } }
        part = all.map { Knowledge(exact: $0, inside: nil) } ?? Knowledge(exact: nil, inside: part.best)
      } else {
        part = Knowledge(exact: nil, inside: part.best)
      }
    }
    return part
  }

  private mutating func quantifier() -> (least: Int, most: Int)? {
    var range: (Int, Int)
    switch next {
    case "?": range = (0, 1)
    case "*": range = (0, .max)
    case "+": range = (1, .max)
    case "{":
      guard let bounds = braces() else { return nil }
      range = bounds
    default: return nil
    }
    place += 1
    if next == "?" || next == "+" { place += 1 }
    return range
  }

  /// `{n}`, `{n,}`, `{n,m}`; stops before the closing brace.
  private mutating func braces() -> (Int, Int)? {
    guard let end = source[place...].firstIndex(of: "}") else { return nil }
    let parts = String(source[(place + 1)..<end]).split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let least = Int(parts[0]) else { return nil }
    if parts.count == 2, !parts[1].isEmpty, Int(parts[1]) == nil { return nil }
    let most = parts.count == 1 ? least : Int(parts[1]) ?? .max
    place = end
    return (least, most)
  }

  // MARK: Atoms

  private mutating func atom() -> Knowledge {
    guard let character = next else { return .anything }
    place += 1
    switch character {
    case "(": return group()
    case "[": return characterClass()
    case "\\": return escape()
    case "^", "$": return .empty
    case ".": return .anything
    default: return Knowledge(exact: [character.lowercased()])
    }
  }

  private mutating func group() -> Knowledge {
    var isAround = false
    if take("?") {
      _ = take("P")
      if take("<") {
        isAround = take("=") || take("!")
        if !isAround { skip(to: ">") }
      } else if take("=") || take("!") {
        isAround = true
      } else if !take(":"), !take(">") {
        while let letter = next, "imsUx-".contains(letter) { place += 1 }
        if take(")") { return .empty }
        guard take(":") else {
          isUnderstood = false
          return .anything
        }
      }
    } else if next == "*" {
      isUnderstood = false
      return .anything
    }
    let inner = alternation()
    if !take(")") { isUnderstood = false }
    // What is looked at and not matched may be outside of the match.
    return isAround ? .empty : inner
  }

  private mutating func escape() -> Knowledge {
    guard let letter = next else { return .anything }
    place += 1
    switch letter {
    case "b", "B", "A", "z", "Z", "G": return .empty
    case "n": return Knowledge(exact: ["\n"])
    case "r": return Knowledge(exact: ["\r"])
    case "t": return Knowledge(exact: ["\t"])
    case "p", "P":
      if take("{") { skip(to: "}") } else { place += 1 }
      return .anything
    case "x":
      if take("{") { skip(to: "}") } else { place += 2 }
      return .anything
    default:
      if letter.isLetter || letter.isNumber { return .anything }
      return Knowledge(exact: [String(letter)])
    }
  }

  /// After `[`: the characters, where they are few.
  private mutating func characterClass() -> Knowledge {
    var isWide = take("^")
    var characters: Set<String> = []
    var isFirst = true
    while let character = next, character != "]" || isFirst {
      isFirst = false
      place += 1
      if character == "\\" {
        guard let letter = next else { break }
        place += 1
        if letter.isLetter || letter.isNumber { isWide = true } else { characters.insert(String(letter)) }
      } else if character == "[", next == ":" {
        isWide = true
        skip(to: "]")
      } else if next == "-", place + 1 < source.count, source[place + 1] != "]" {
        isWide = true
        place += 2
        if source[place - 1] == "\\" { place += 1 }
      } else {
        characters.insert(character.lowercased())
      }
    }
    if !take("]") { isUnderstood = false }
    return isWide || characters.isEmpty || characters.count > 6 ? .anything : Knowledge(exact: characters)
  }
}
