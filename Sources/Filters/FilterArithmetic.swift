internal import Glibc

/// What operators and functions make of values, without a look at the match.
enum FilterArithmetic {
  static func value(
    _ known: FilterOperator, _ left: FilterValue, _ right: FilterValue
  ) throws(FilterFault) -> FilterValue {
    switch known {
    case .less: return .bool(try compare(left, right) < 0)
    case .lessOrEqual: return .bool(try compare(left, right) <= 0)
    case .greater: return .bool(try compare(left, right) > 0)
    case .greaterOrEqual: return .bool(try compare(left, right) >= 0)
    case .plus:
      if case .text(let one) = left { return .text(one + (try right.asText())) }
      if case .list(let one) = left, case .list(let other) = right { return .list(one + other) }
      return try number(left, right, { $0.addingReportingOverflow($1) }, +)
    case .minus: return try number(left, right, { $0.subtractingReportingOverflow($1) }, -)
    case .times: return try number(left, right, { $0.multipliedReportingOverflow(by: $1) }, *)
    case .dividedBy: return .number(try left.asNumber() / right.asNumber())
    case .remainder:
      let (one, other) = (try left.asInteger(), try right.asInteger())
      guard other != 0 else { throw FilterFault(cause: "the remainder of a division by 0") }
      return .integer(other == -1 ? 0 : one % other)
    default: throw FilterFault(cause: "\(known.rawValue) is not for these")
    }
  }

  private static func number(
    _ left: FilterValue, _ right: FilterValue, _ whole: (Int, Int) -> (Int, Bool), _ other: (Double, Double) -> Double
  ) throws(FilterFault) -> FilterValue {
    if case .integer(let one) = left, case .integer(let two) = right {
      let (result, isTooLarge) = whole(one, two)
      if isTooLarge { throw FilterFault(cause: "a number is too large") }
      return .integer(result)
    }
    return .number(other(try left.asNumber(), try right.asNumber()))
  }

  /// Less than 0, 0 or more, for numbers and for texts.
  private static func compare(_ left: FilterValue, _ right: FilterValue) throws(FilterFault) -> Int {
    if case .text(let one) = left {
      let other = try right.asText()
      return one == other ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
    }
    let (one, other) = (try left.asNumber(), try right.asNumber())
    return one == other ? 0 : one < other ? -1 : 1
  }

  static func value(_ function: FilterFunction, _ values: [FilterValue]) throws(FilterFault) -> FilterValue {
    switch function {
    case .containsAny: return .bool(try containsAny(values[0].asText(), values[1].asTexts()))
    case .entropy: return .number(entropy(try values[0].asText()))
    case .len: return .integer(try length(values[0]))
    case .abs:
      if case .integer(let whole) = values[0], whole != .min { return .integer(Swift.abs(whole)) }
      return .number(Swift.abs(try values[0].asNumber()))
    case .int: return .integer(try whole(values[0]))
    case .float: return .number(try fraction(values[0]))
    case .max, .min: return try extreme(values, isLargest: function == .max)
    case .string: return .text(try text(values[0]))
    default: return try FilterTexts.value(function, values)
    }
  }

  /// Terms are looked for in the text in lower case, as betterleaks does.
  private static func containsAny(_ text: [UInt8], _ terms: [[UInt8]]) -> Bool {
    let lowered = Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
    return terms.contains { !$0.isEmpty && lowered.firstRange(of: $0) != nil }
  }

  /// Bits per byte.
  private static func entropy(_ bytes: [UInt8]) -> Double {
    var counts: [UInt8: Int] = [:]
    for byte in bytes { counts[byte, default: 0] += 1 }
    return counts.values.reduce(0) { sum, count in
      let share = Double(count) / Double(bytes.count)
      return sum - share * log2(share)
    }
  }

  private static func length(_ value: FilterValue) throws(FilterFault) -> Int {
    switch value {
    // Of a text expr-lang counts the code points.
    case .text(let text): String(decoding: text, as: UTF8.self).unicodeScalars.count
    case .list(let list): list.count
    case .map(let map): map.count
    default: throw FilterFault(cause: "\(value.kind) has no length")
    }
  }

  private static func whole(_ value: FilterValue) throws(FilterFault) -> Int {
    if case .text(let text) = value, let number = Int(String(decoding: text, as: UTF8.self)) { return number }
    if case .integer(let number) = value { return number }
    guard let number = Int(exactly: try value.asNumber().rounded(.towardZero)) else {
      throw FilterFault(cause: "a number is too large")
    }
    return number
  }

  private static func fraction(_ value: FilterValue) throws(FilterFault) -> Double {
    if case .text(let text) = value, let number = Double(String(decoding: text, as: UTF8.self)) { return number }
    return try value.asNumber()
  }

  private static func text(_ value: FilterValue) throws(FilterFault) -> [UInt8] {
    switch value {
    case .text(let text): text
    case .integer(let number): Array("\(number)".utf8)
    case .number(let number): Array("\(number)".utf8)
    case .bool(let bool): Array("\(bool)".utf8)
    default: throw FilterFault(cause: "\(value.kind) is not made a string")
    }
  }

  private static func extreme(_ values: [FilterValue], isLargest: Bool) throws(FilterFault) -> FilterValue {
    var all = values
    if values.count == 1, case .list(let list) = values[0] { all = list }
    guard var result = all.first else { throw FilterFault(cause: "there is nothing to compare") }
    for value in all.dropFirst() {
      let order = try compare(value, result)
      if isLargest ? order > 0 : order < 0 { result = value }
    }
    return result
  }
}
