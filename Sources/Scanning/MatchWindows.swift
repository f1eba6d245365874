internal import Patterns
internal import Rules

/// For each rule of a group, the parts of a text in which it can match: round the places where its keywords stand.
final class MatchWindows {
  private struct Owner {
    let rule: Int32
    /// The longest match in bytes, or a number beyond every text.
    let reach: Int
    /// Whether each keyword is a window of its own.
    let isAlone: Bool
  }

  /// The rules of each keyword stand together; `owners[starts[k]..<starts[k + 1]]` are those of keyword `k`.
  private let owners: [Owner]
  private let starts: [Int32]
  private let unconditional: [Int]
  let lengths: [Int32]
  let longestKeyword: Int
  /// Literals from this one on are markers of escapes, and no keywords.
  let firstMarker: Int
  /// The window of each rule that may still grow; empty where there is none.
  private var open: [Range<Int>]
  private var touched: [Int32] = []

  private static let beyondEveryText = Int(Int32.max) * 2

  init(_ group: RuleGroup) {
    var owners: [Owner] = []
    var starts: [Int32] = [0]
    for entry in group.keywords.entries {
      for rule in entry.rules {
        let reach = group.reaches[rule]
        owners.append(
          Owner(rule: Int32(rule), reach: MatchWindows.longestMatch(reach), isAlone: reach.isOfEachKeyword))
      }
      starts.append(Int32(owners.count))
    }
    self.owners = owners
    self.starts = starts
    unconditional = group.keywords.unconditional
    lengths = group.keywords.entries.map { Int32($0.keyword.count) }
    longestKeyword = group.keywords.entries.map(\.keyword.count).max() ?? 0
    firstMarker = group.keywords.firstMarker
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
    for rule in unconditional { body(rule, 0..<length, nil) }
    for hit in hits {
      let keyword = hit.literal
      let start = hit.end - Int(lengths[keyword])
      for place in Int(starts[keyword])..<Int(starts[keyword + 1]) {
        let owner = owners[place]
        // A match holds the keyword, so it begins at most its length before the keyword's end; one byte more on the far side
        // keeps the window's end from being taken for a word's end.
        let window = max(0, hit.end - owner.reach)..<min(length, start + owner.reach + 1)
        if owner.isAlone {
          body(Int(owner.rule), window, start..<hit.end)
        } else {
          add(window, to: Int(owner.rule), body)
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
