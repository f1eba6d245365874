internal import Patterns
internal import Rules

/// For each rule of a group, the parts of a text in which it can match: round the places where its keywords stand.
final class MatchWindows {
  private let unconditional: [Int]
  /// Of each keyword its length, and where its rules begin in `owners`; one more at the end.
  private let keywords: [Keyword]
  private let owners: [Int32]
  private let reaches: [Reach]
  // They are touched at every keyword of a text, by one worker only, and never while they are being changed.
  /// The window of each rule that may still grow; empty where there is none.
  @exclusivity(unchecked) private var open: [Range<Int>]
  @exclusivity(unchecked) private var touched: [Int32] = []

  private struct Keyword {
    let length: Int32
    let firstOwner: Int32
  }

  private struct Reach {
    let longestMatch: Int
    let isOfEachKeyword: Bool
  }

  private static let beyondEveryText = Int(Int32.max) * 2

  init(_ group: RuleGroup) {
    let table = group.keywords
    unconditional = table.unconditional
    keywords =
      (0..<table.count).map { keyword in
        Keyword(length: Int32(table.length(of: keyword)), firstOwner: Int32(table.owners(of: keyword).lowerBound))
      } + [Keyword(length: 0, firstOwner: Int32(table.ownerCount))]
    owners = (0..<table.ownerCount).map { Int32(table.rule(at: $0)) }
    reaches = group.reaches.map { reach in
      Reach(longestMatch: MatchWindows.longestMatch(reach), isOfEachKeyword: reach.isOfEachKeyword)
    }
    unsafe open = Array(repeating: 0..<0, count: group.reaches.count)
  }

  /// The longest match of a rule in bytes, or a number beyond every text.
  static func longestMatch(_ reach: RuleDefinition.Reach) -> Int {
    switch reach {
    case .window(let longest), .eachKeyword(let longest): longest
    case .wholeText: beyondEveryText
    }
  }

  /// In bytes, or a number beyond every text.
  func longestMatch(ofRule rule: Int) -> Int { reaches[rule].longestMatch }

  /// Where the keyword begins that was found.
  func start(of hit: LiteralHit) -> Int { hit.end - Int(keywords[hit.literal].length) }

  /// Calls `body` with every window, rule by number and range, and with the keyword for rules that look at each by itself.
  /// The other windows of one rule do not touch.
  ///
  /// - Parameter hits: in the order of their ends.
  func forEach(_ hits: [LiteralHit], length: Int, _ body: (Int, Range<Int>, Range<Int>?) -> Void) {
    for rule in unconditional { body(rule, 0..<length, nil) }
    for hit in hits {
      let start = start(of: hit)
      for owner in keywords[hit.literal].firstOwner..<keywords[hit.literal + 1].firstOwner {
        let rule = Int(owners[Int(owner)])
        let reach = reaches[rule]
        let longest = reach.longestMatch
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
    for place in unsafe 0..<touched.count {
      let rule = unsafe Int(touched[place])
      body(rule, unsafe open[rule], nil)
      unsafe open[rule] = 0..<0
    }
    unsafe touched.removeAll(keepingCapacity: true)
  }

  private func add(_ window: Range<Int>, to rule: Int, _ body: (Int, Range<Int>, Range<Int>?) -> Void) {
    let last = unsafe open[rule]
    if last.isEmpty {
      unsafe touched.append(Int32(rule))
      unsafe open[rule] = window
    } else if window.lowerBound <= last.upperBound {
      unsafe open[rule] = min(last.lowerBound, window.lowerBound)..<max(last.upperBound, window.upperBound)
    } else {
      body(rule, last, nil)
      unsafe open[rule] = window
    }
  }
}
