/// A filter expression as it was read.
indirect enum FilterExpression: Sendable {
  case literal(FilterValue)
  case variable(String)
  case list([FilterExpression])
  case map([(key: FilterExpression, value: FilterExpression)])
  /// `a[b]`, `a.b`, `a?.b`.
  case element(of: FilterExpression, FilterExpression)
  /// `a[b:c]`, with either end left out.
  case slice(of: FilterExpression, from: FilterExpression?, to: FilterExpression?)
  case not(FilterExpression)
  case negative(FilterExpression)
  case binary(FilterOperator, FilterExpression, FilterExpression)
  case choice(FilterExpression, FilterExpression, FilterExpression)
  case call(FilterFunction, [FilterExpression])
  /// `let name = value; body`.
  case binding(String, FilterExpression, FilterExpression)
  /// Something that asks a network or an environment; read, and never evaluated.
  case foreign([FilterExpression])

  /// The expression and all within it, the outer ones first.
  func visit(_ body: (FilterExpression) -> Void) {
    body(self)
    for part in parts { part.visit(body) }
  }

  private var parts: [FilterExpression] {
    switch self {
    case .literal, .variable: []
    case .list(let elements), .foreign(let elements), .call(_, let elements): elements
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .element(let value, let key): [value, key]
    case .slice(let value, let from, let to): [value, from, to].compactMap { $0 }
    case .not(let value), .negative(let value): [value]
    case .binary(_, let left, let right): [left, right]
    case .choice(let condition, let yes, let no): [condition, yes, no]
    case .binding(_, let value, let body): [value, body]
    }
  }
}
