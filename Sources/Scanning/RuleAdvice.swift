internal import Patterns
internal import Rules
internal import Vocabulary

/// What is worth a second look in a rule, beside its examples: common words, keywords that no match can hold, and expressions
/// that can run away.
struct RuleAdvice {
  private let rules: [RuleID: Rule]

  init(_ rules: [RuleID: Rule]) { self.rules = rules }

  func warnings(about rule: WrittenRule) -> [String] {
    guard let pattern = rules[RuleID(rule.id)]?.pattern else { return [] }
    var warnings = rule.context.filter(CommonWord.contains).map {
      "the context word «\($0)» is common in code: use a compound of it"
    }
    if rule.context.isEmpty {
      let strays = rule.keywords.filter { !RuleAdvice.canStand($0, in: pattern.source) }
      warnings += strays.map { "the keyword «\($0)» is not in the regex" }
    }
    if let example = rule.examples.first(where: { runsAway(pattern, on: $0) }) {
      warnings.append("repeats of the example «\(example)» make the regex try very often")
    }
    return warnings
  }

  /// Whether the letters and digits of a keyword can be put together from words of an expression.
  static func canStand(_ keyword: String, in pattern: String) -> Bool {
    let source = pattern.lowercased().replacing("\\", with: "")
    return keyword.split { !$0.isLetter && !$0.isNumber }.allSatisfy { part in
      let characters = Array(part)
      // Ends that a sequence of words of the expression reaches.
      var ends: Set<Int> = [0]
      for end in 1...characters.count {
        let isReached = ends.contains { start in
          let word = String(characters[start..<end])
          let isLong = end - start >= min(3, characters.count) || end == characters.count
          return isLong && source.contains(word)
        }
        if isReached { ends.insert(end) }
      }
      return ends.contains(characters.count) || RuleAdvice.isSpelledByClasses(part, in: source)
    }
  }

  /// Prefixes such as `gh[pousr]_` hold classes, which are not read here: the characters have to be found in order, but for
  /// those that a range stands for.
  private static func isSpelledByClasses(_ part: Substring, in source: String) -> Bool {
    guard source.contains("[") || source.contains("(") else { return false }
    let hasLetters = source.contains("a-z")
    let hasDigits = source.contains("0-9")
    var rest = source[...]
    for character in part where !(character.isNumber ? hasDigits : hasLetters) {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// How many steps back an expression may go from one place; the scanner's own limit is a hundred times as high.
  private static let patience: UInt32 = 20_000
  private static let repeatedLength = 4096

  /// Whether an expression tries very often on text that begins like a match, again and again, and never is one.
  private func runsAway(_ pattern: LazyPattern, on template: String) -> Bool {
    do {
      let text = Array(try ExampleTemplate(template).text(seed: 0).utf8)
      let expression = try pattern.pattern()
      var limits = PatternScratch.Limits()
      limits.match = RuleAdvice.patience
      let scratch = try PatternScratch(limits: limits)
      guard let match = try unsafe expression.firstMatch(in: text.span.bytes, window: 0..<text.count, scratch: scratch)
      else { return false }
      // Without its last byte it is no match, mostly; a blank keeps the pieces from growing together.
      let piece = Array(text[match.range].dropLast())
      guard !piece.isEmpty else { return false }
      for end in [piece + [32], piece.filter { $0 != 10 }] where !end.isEmpty {
        var repeated: [UInt8] = []
        while repeated.count < RuleAdvice.repeatedLength { repeated += end }
        // PCRE2 does not even begin where what a match has to end with is nowhere.
        repeated += [32] + text[match.range].suffix(1)
        _ = try expression.matches(repeated, scratch: scratch)
      }
      return false
    } catch let error as PatternError {
      return error.code == .limit
    } catch {
      // A template that cannot be filled is a problem of the examples, and said there.
      return false
    }
  }
}
