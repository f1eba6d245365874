/// What an expression can stand for. Texts are bytes, as Go's strings are.
package indirect enum FilterValue: Equatable, Sendable {
  case nothing
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text([UInt8])
  case list([FilterValue])
  case map([[UInt8]: FilterValue])

  package init(_ text: String) { self = .text(Array(text.utf8)) }

  /// What a user would call a value of this kind.
  var kind: String {
    switch self {
    case .nothing: "nil"
    case .bool: "a boolean"
    case .integer, .number: "a number"
    case .text: "a string"
    case .list: "a list"
    case .map: "a map"
    }
  }

  func asBool() throws(FilterFault) -> Bool {
    guard case .bool(let value) = self else { throw FilterFault(cause: "a boolean is asked for, not \(kind)") }
    return value
  }

  func asText() throws(FilterFault) -> [UInt8] {
    guard case .text(let value) = self else { throw FilterFault(cause: "a string is asked for, not \(kind)") }
    return value
  }

  func asInteger() throws(FilterFault) -> Int {
    guard case .integer(let value) = self else { throw FilterFault(cause: "a whole number is asked for, not \(kind)") }
    return value
  }

  func asNumber() throws(FilterFault) -> Double {
    switch self {
    case .integer(let value): return Double(value)
    case .number(let value): return value
    default: throw FilterFault(cause: "a number is asked for, not \(kind)")
    }
  }

  func asTexts() throws(FilterFault) -> [[UInt8]] {
    guard case .list(let values) = self else { throw FilterFault(cause: "a list is asked for, not \(kind)") }
    var texts: [[UInt8]] = []
    for value in values { texts.append(try value.asText()) }
    return texts
  }

  /// Whether both are the same; a whole number may equal one with a fraction.
  func equals(_ other: FilterValue) -> Bool {
    switch (self, other) {
    case (.integer(let left), .number(let right)): Double(left) == right
    case (.number(let left), .integer(let right)): left == Double(right)
    default: self == other
    }
  }
}
