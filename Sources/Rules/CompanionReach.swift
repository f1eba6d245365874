/// How far from a match its companion may be, as betterleaks writes it: `5L`, `5L,100C`, `-2L,+4C`.
///
/// Numbers with `L` are lines and with `C`, or nothing, columns; `-` is before the match, `+` after it, and without a sign
/// both.
struct CompanionReach: Equatable {
  private(set) var lines: ClosedRange<Int>?
  private(set) var columns: ClosedRange<Int>?

  /// `nil` for what is not of this form.
  init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let (unit, range) = CompanionReach.part(part) else { return nil }
      switch unit {
      case .lines: lines = CompanionReach.union(lines, range)
      case .columns: columns = CompanionReach.union(columns, range)
      }
    }
  }

  private enum Unit { case lines, columns }

  private static func part(_ part: Substring) -> (Unit, ClosedRange<Int>)? {
    var rest = part.drop { $0 == " " }
    while rest.last == " " { rest.removeLast() }
    var unit = Unit.columns
    if let last = rest.last, "lLcC".contains(last) {
      unit = "lL".contains(last) ? .lines : .columns
      rest.removeLast()
    }
    let sign = rest.first.flatMap { "+-".contains($0) ? $0 : nil }
    if sign != nil { rest.removeFirst() }
    guard !rest.isEmpty, rest.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(rest) else { return nil }
    switch sign {
    case "-": return (unit, -number...0)
    case "+": return (unit, 0...number)
    default: return (unit, -number...number)
    }
  }

  private static func union(_ known: ClosedRange<Int>?, _ other: ClosedRange<Int>) -> ClosedRange<Int> {
    guard let known else { return other }
    return min(known.lowerBound, other.lowerBound)...max(known.upperBound, other.upperBound)
  }
}
