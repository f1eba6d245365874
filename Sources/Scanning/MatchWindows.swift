internal import Patterns
internal import Rules

/// For each rule of a group, the parts of a text in which it can match: round the places where its keywords stand.
final class MatchWindows {
  private let keywords: KeywordTable
  private let reaches: ReachTable
  /// The window of each rule that may still grow; empty where there is none.
  private var open: [Range<Int>]
  private var touched: [Int32] = []

  private static let beyondEveryText = Int(Int32.max) * 2

  init(_ group: RuleGroup) {
    keywords = group.keywords
    reaches = group.reaches
    open = Array(repeating: 0..<0, count: group.reaches.count)
  }

  /// The longest match of a rule in bytes, or a number beyond every text.
  static func longestMatch(_ reach: RuleDefinition.Reach) -> Int {
    switch reach {
    case .window(let longest), .eachKeyword(let longest): longest
    case .wholeText: beyondEveryText
    }
  }

  /// Calls `body` with every window, rule by number and range, and with the keyword for rules that look at each by itself.
  /// The other windows of one rule do not touch.
  ///
  /// - Parameter hits: in the order of their ends.
  func forEach(_ hits: [LiteralHit], length: Int, _ body: (Int, Range<Int>, Range<Int>?) -> Void) {
    for rule in keywords.unconditional { body(rule, 0..<length, nil) }
    for hit in hits {
      let start = hit.end - keywords.length(of: hit.literal)
      for owner in keywords.owners(of: hit.literal) {
        let rule = keywords.rule(at: owner)
        let reach = reaches[rule]
        let longest = MatchWindows.longestMatch(reach)
        // A match holds the keyword, so it begins at most its length before the keyword's end; one byte more on the far side
        // keeps the window's end from being taken for a word's end.
        let window = max(0, hit.end - longest)..<min(length, start + longest + 1)
        if reach.isOfEachKeyword {
          body(rule, window, start..<hit.end)
        } else {
          add(window, to: rule, body)
        }
      }
    }
    for rule in touched {
      body(Int(rule), open[Int(rule)], nil)
      open[Int(rule)] = 0..<0
    }
    touched.removeAll(keepingCapacity: true)
  }

  private func add(_ window: Range<Int>, to rule: Int, _ body: (Int, Range<Int>, Range<Int>?) -> Void) {
    let last = open[rule]
    if last.isEmpty {
      touched.append(Int32(rule))
      open[rule] = window
    } else if window.lowerBound <= last.upperBound {
      open[rule] = min(last.lowerBound, window.lowerBound)..<max(last.upperBound, window.upperBound)
    } else {
      body(rule, last, nil)
      open[rule] = window
    }
  }
}
