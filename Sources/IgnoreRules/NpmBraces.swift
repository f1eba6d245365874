/// Expands the braces of a pattern: `a{b,c}` is `ab` and `ac`.
struct NpmBraces {
  /// Patterns that make more than this are not understood: braces inside of braces would make any number.
  private static let limit = 512
  /// Nor are those that would have to be gone through more often than this allows, in symbols.
  private static let work = 1 << 20

  private let pattern: [UInt32]

  /// - Returns: nil where the braces are not understood: ranges such as `{1..3}`, `${`, or too many.
  static func expand(_ pattern: [UInt32]) -> [[UInt32]]? {
    guard pattern.contains("{") else { return [pattern] }
    var results: [[UInt32]] = []
    var waiting = [pattern]
    // Where the next braces are looked for, since those that are no choice stay.
    var starts = [0]
    var steps = 0
    while let next = waiting.popLast(), let start = starts.popLast() {
      steps += 1
      guard steps * next.count < work, results.count + waiting.count < limit else { return nil }
      guard let group = NpmBraces(pattern: next).group(from: start) else {
        results.append(next)
        continue
      }
      guard let options = group.options else { return nil }
      if options.count == 1 {
        waiting.append(next)
        starts.append(group.open + 1)
        continue
      }
      for option in options.reversed() {
        waiting.append(next[..<group.open] + option + next[(group.close + 1)...])
        starts.append(group.open)
      }
    }
    return results
  }

  private struct Group {
    let open: Int
    let close: Int
    /// What the braces offer; one where there is no comma; nil if they are not understood.
    let options: [[UInt32]]?
  }

  /// The first braces from `start` on that are closed.
  private func group(from start: Int) -> Group? {
    let closes = closings()
    guard let open = (start..<pattern.count).first(where: { closes[$0] != nil }), let close = closes[open] else {
      return nil
    }
    var (depth, place, option) = (0, open + 1, [UInt32]())
    var options: [[UInt32]] = []
    var hasRange = false
    while place < close {
      let symbol = pattern[place]
      if symbol == "{", closes[place] != nil { depth += 1 }
      if symbol == "}", depth > 0 { depth -= 1 }
      if symbol == ".", pattern[place + 1] == ".", depth == 0 { hasRange = true }
      if symbol == ",", depth == 0 {
        options.append(option)
        option = []
      } else {
        option.append(symbol)
      }
      if symbol == "\\", place + 1 < close {
        place += 1
        option.append(pattern[place])
      }
      place += 1
    }
    options.append(option)
    let isStrange = (open > 0 && pattern[open - 1] == "$") || (options.count == 1 && hasRange)
    return Group(open: open, close: close, options: isStrange ? nil : options)
  }

  /// For each opening brace, where it is closed.
  private func closings() -> [Int?] {
    var closes = [Int?](repeating: nil, count: pattern.count)
    var (opens, place) = ([Int](), 0)
    while place < pattern.count {
      switch pattern[place] {
      case "\\": place += 1
      case "{": opens.append(place)
      case "}": if let open = opens.popLast() { closes[open] = place }
      default: break
      }
      place += 1
    }
    return closes
  }
}
