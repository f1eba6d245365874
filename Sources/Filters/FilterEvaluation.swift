internal import Patterns

/// Evaluates a filter for one match.
struct FilterEvaluation<Subject: FilterSubject> {
  private let filter: Filter
  private let subject: Subject
  private var bindings: [(name: String, value: FilterValue)] = []

  init(_ filter: Filter, _ subject: Subject) {
    self.filter = filter
    self.subject = subject
  }

  mutating func value(
    of expression: FilterExpression, _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> FilterValue {
    switch expression {
    case .literal(let value): return value
    case .variable(let name): return try variable(name)
    case .list(let elements): return .list(try values(of: elements, scratch))
    case .map(let entries):
      var map: [[UInt8]: FilterValue] = [:]
      for entry in entries {
        map[try value(of: entry.key, scratch).asText()] = try value(of: entry.value, scratch)
      }
      return .map(map)
    case .element(let whole, let key): return try element(whole, key, scratch)
    case .slice(let whole, let from, let to): return try slice(whole, from, to, scratch)
    case .not(let inner): return .bool(try !value(of: inner, scratch).asBool())
    case .negative(let inner): return try negative(value(of: inner, scratch))
    case .binary(let known, let left, let right): return try binary(known, left, right, scratch)
    case .choice(let condition, let yes, let no):
      return try value(of: condition, scratch).asBool() ? value(of: yes, scratch) : value(of: no, scratch)
    case .call(let function, let arguments): return try call(function, arguments, scratch)
    case .binding(let name, let bound, let body):
      bindings.append((name, try value(of: bound, scratch)))
      defer { bindings.removeLast() }
      return try value(of: body, scratch)
    case .foreign: throw FilterFault(cause: "it asks something outside of the text")
    }
  }

  private mutating func values(
    of expressions: [FilterExpression], _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> [FilterValue] {
    var values: [FilterValue] = []
    for expression in expressions { values.append(try value(of: expression, scratch)) }
    return values
  }

  private func variable(_ name: String) throws(FilterFault) -> FilterValue {
    guard let binding = bindings.last(where: { $0.name == name }) else {
      throw FilterFault(cause: "\(name) stands by itself")
    }
    return binding.value
  }

  /// An entry of a map or a list; `nil` where there is none.
  private mutating func element(
    _ whole: FilterExpression, _ key: FilterExpression, _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> FilterValue {
    let key = try value(of: key, scratch)
    if case .variable(let name) = whole, !bindings.contains(where: { $0.name == name }) {
      let entry = String(decoding: try key.asText(), as: UTF8.self)
      switch name {
      case "attributes": return subject.attribute(entry) ?? .nothing
      case "finding": return subject.finding(entry) ?? .nothing
      // Filters are asked before there are any captures, in betterleaks too.
      default: return .nothing
      }
    }
    switch try value(of: whole, scratch) {
    case .map(let map): return map[try key.asText()] ?? .nothing
    case .list(let list):
      let index = try key.asInteger()
      let place = index < 0 ? list.count + index : index
      return list.indices.contains(place) ? list[place] : .nothing
    case .nothing: return .nothing
    case let other: throw FilterFault(cause: "\(other.kind) has no entries")
    }
  }

  /// Ends before the beginning count from the end; ends outside are drawn in, as in expr-lang.
  private mutating func slice(
    _ whole: FilterExpression, _ from: FilterExpression?, _ to: FilterExpression?, _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> FilterValue {
    let whole = try value(of: whole, scratch)
    let count: Int
    switch whole {
    case .text(let text): count = text.count
    case .list(let list): count = list.count
    default: throw FilterFault(cause: "\(whole.kind) cannot be cut")
    }
    func place(_ index: Int) -> Int { Swift.min(count, Swift.max(0, index < 0 ? count + index : index)) }
    var (low, high) = (0, count)
    if let from { low = place(try value(of: from, scratch).asInteger()) }
    if let to { high = place(try value(of: to, scratch).asInteger()) }
    let range = low..<Swift.max(low, high)
    switch whole {
    case .text(let text): return .text(Array(text[range]))
    case .list(let list): return .list(Array(list[range]))
    default: return .nothing
    }
  }

  private func negative(_ value: FilterValue) throws(FilterFault) -> FilterValue {
    if case .integer(let integer) = value { return .integer(0 &- integer) }
    return .number(-(try value.asNumber()))
  }

  // MARK: Operators

  private mutating func binary(
    _ known: FilterOperator, _ left: FilterExpression, _ right: FilterExpression, _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> FilterValue {
    let one = try value(of: left, scratch)
    switch known {
    // What does not decide is not asked.
    case .and: return .bool(try one.asBool() ? value(of: right, scratch).asBool() : false)
    case .or: return .bool(try one.asBool() ? true : value(of: right, scratch).asBool())
    case .orElse: return one == .nothing ? try value(of: right, scratch) : one
    default: break
    }
    let other = try value(of: right, scratch)
    switch known {
    case .equal: return .bool(one.equals(other))
    case .unequal: return .bool(!one.equals(other))
    case .isIn: return .bool(try isIn(one, other))
    case .isNotIn: return .bool(try !isIn(one, other))
    case .contains: return .bool(try one.asText().firstRange(of: other.asText()) != nil)
    case .startsWith: return .bool(try one.asText().starts(with: other.asText()))
    case .endsWith: return .bool(try one.asText().reversed().starts(with: other.asText().reversed()))
    case .matches: return .bool(try matches(one.asText(), [other.asText()], scratch))
    default: return try FilterArithmetic.value(known, one, other)
    }
  }

  private func isIn(_ value: FilterValue, _ whole: FilterValue) throws(FilterFault) -> Bool {
    switch whole {
    case .list(let list): return list.contains { $0.equals(value) }
    case .map(let map): return map[try value.asText()] != nil
    case .text(let text): return text.firstRange(of: try value.asText()) != nil
    default: throw FilterFault(cause: "\(whole.kind) holds nothing")
    }
  }

  private func matches(
    _ text: [UInt8], _ sources: [[UInt8]], _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> Bool {
    guard !sources.isEmpty else { return false }
    return try firstMatch(text, sources, scratch) != nil
  }

  private func firstMatch(
    _ text: [UInt8], _ sources: [[UInt8]], _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> Range<Int>? {
    let pattern = try filter.pattern(anyOf: sources)
    do throws(PatternError) {
      return try unsafe pattern.firstMatch(in: text.span.bytes, window: 0..<text.count, scratch: scratch)?.range
    } catch {
      throw FilterFault(cause: "\(error)")
    }
  }

  // MARK: Functions

  private mutating func call(
    _ function: FilterFunction, _ arguments: [FilterExpression], _ scratch: borrowing PatternScratch
  ) throws(FilterFault) -> FilterValue {
    if function == .get {
      let found = try element(arguments[0], arguments[1], scratch)
      return found == .nothing && arguments.count > 2 ? try value(of: arguments[2], scratch) : found
    }
    let values = try values(of: arguments, scratch)
    switch function {
    case .matchesAny: return .bool(try matches(values[0].asText(), values[1].asTexts(), scratch))
    case .findMatch:
      let text = try values[0].asText()
      let range = try firstMatch(text, [try values[1].asText()], scratch)
      return .text(range.map { Array(text[$0]) } ?? [])
    // The table that betterleaks asks is not carried here, and no answer discards nothing.
    case .failsTokenEfficiency: return .bool(false)
    default: return try FilterArithmetic.value(function, values)
    }
  }
}
