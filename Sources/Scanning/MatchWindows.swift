internal import Patterns
internal import Rules

/// For each rule, the parts of a text in which it can match: round the places where its keywords stand.
struct MatchWindows {
  private var windows: [Int: [Range<Int>]] = [:]
  private let length: Int

  /// - Parameter hits: in the order of their ends.
  init(_ hits: [LiteralHit], in group: RuleGroup, length: Int) {
    self.length = length
    for rule in group.keywords.unconditional { windows[rule] = [0..<length] }
    for hit in hits {
      let entry = group.keywords.entries[hit.literal]
      let keyword = (hit.end - entry.keyword.count)..<hit.end
      for rule in entry.rules { add(keyword, to: rule, group.reaches[rule]) }
    }
  }

  /// The rules that have a window, in a stable order.
  var rules: [Int] { windows.keys.sorted() }

  func windows(of rule: Int) -> [Range<Int>] { windows[rule] ?? [] }

  private mutating func add(_ keyword: Range<Int>, to rule: Int, _ reach: RuleDefinition.Reach) {
    guard case .window(let longest) = reach else {
      windows[rule] = [0..<length]
      return
    }
    // A match holds the keyword, so it begins at most its length before the keyword's end; one byte more on the far side
    // keeps the window's end from being taken for a word's end.
    let window = max(0, keyword.upperBound - longest)..<min(length, keyword.lowerBound + longest + 1)
    if let last = windows[rule]?.last, window.lowerBound <= last.upperBound {
      let count = windows[rule]?.count ?? 1
      windows[rule]?[count - 1] = min(last.lowerBound, window.lowerBound)..<max(last.upperBound, window.upperBound)
    } else {
      windows[rule, default: []].append(window)
    }
  }
}
