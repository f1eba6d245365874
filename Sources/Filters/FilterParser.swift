/// Puts the words of a filter expression together.
struct FilterParser {
  private let source: [UInt8]
  private let tokens: [FilterToken]
  private var position = 0
  /// Names that `let` has given so far.
  private var names: [String]

  private static let roots: Set = ["attributes", "finding", "captures"]
  /// What `validate` expressions ask: networks, environments, clocks. They are read and never run.
  private static let foreignNames: Set = [
    "http", "validate", "env", "strings", "json", "crypto", "hex", "base64", "time", "aws", "gcp", "azure", "bytes",
    "getPath", "analyze", "unknown",
  ]
  /// Expressions within expressions, as deep as any can sensibly be.
  private static let depth = 200
  /// Values that one operator or several join.
  private static let longest = 1000
  private var open = 0
  private let allowsForeign: Bool

  /// - Parameter allowsForeign: whether the functions that ask a network are known.
  static func expression(_ source: [UInt8], allowsForeign: Bool) throws(FilterError) -> FilterExpression {
    var parser = FilterParser(
      source: source, tokens: try FilterLexer.tokens(of: source), names: [], allowsForeign: allowsForeign)
    let expression = try parser.sequence()
    guard parser.token.kind == .end else { throw parser.unexpected() }
    return expression
  }

  private init(source: [UInt8], tokens: [FilterToken], names: [String], allowsForeign: Bool) {
    self.source = source
    self.tokens = tokens
    self.names = names
    self.allowsForeign = allowsForeign
  }

  // MARK: Words

  private var token: FilterToken { tokens[position] }

  private func error(_ cause: String, at offset: Int? = nil) -> FilterError {
    FilterError(cause, at: offset ?? token.offset, in: source)
  }

  private func unexpected() -> FilterError {
    switch token.kind {
    case .end: error("it ends too early")
    case .name(let name): error("«\(name)» is not expected here")
    case .symbol(let symbol): error("«\(symbol)» is not expected here")
    case .text: error("a string is not expected here")
    case .integer, .number: error("a number is not expected here")
    }
  }

  private mutating func advance() { if position + 1 < tokens.count { position += 1 } }

  private mutating func take(_ symbol: String) -> Bool {
    guard token.kind == .symbol(symbol) else { return false }
    advance()
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard token.kind == .name(word) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ symbol: String) throws(FilterError) {
    guard take(symbol) else {
      throw error("«\(symbol)» is expected here")
    }
  }

  private mutating func name() throws(FilterError) -> String {
    guard case .name(let name) = token.kind else { throw error("a name is expected here") }
    advance()
    return name
  }

  // MARK: Expressions

  /// An expression that may begin with `let`.
  private mutating func sequence() throws(FilterError) -> FilterExpression {
    guard take(word: "let") else { return try choice() }
    open += 1
    defer { open -= 1 }
    guard open < FilterParser.depth else { throw error("expressions stand too deep in each other") }
    let name = try name()
    try expect("=")
    let value = try choice()
    try expect(";")
    return try binding(name, value)
  }

  private mutating func binding(_ name: String, _ value: FilterExpression) throws(FilterError) -> FilterExpression {
    names.append(name)
    let body = try sequence()
    names.removeLast()
    return .binding(name, value, body)
  }

  private mutating func choice() throws(FilterError) -> FilterExpression {
    open += 1
    defer { open -= 1 }
    guard open < FilterParser.depth else { throw error("expressions stand too deep in each other") }
    let condition = try binary(0)
    guard take("?") else { return condition }
    let yes = try choice()
    try expect(":")
    return .choice(condition, yes, try choice())
  }

  private mutating func binary(_ least: Int) throws(FilterError) -> FilterExpression {
    open += 1
    defer { open -= 1 }
    guard open < FilterParser.depth else { throw error("expressions stand too deep in each other") }
    var left = try unary()
    var length = 0
    while let (known, words) = binaryOperator(), known.strength >= least {
      length += 1
      guard length < FilterParser.longest else { throw error("too many values stand in a row") }
      for _ in 0..<words { advance() }
      left = .binary(known, left, try binary(known.strength + 1))
    }
    return left
  }

  /// The operator here, and of how many words it is.
  private func binaryOperator() -> (FilterOperator, Int)? {
    switch token.kind {
    case .symbol(let symbol): return FilterOperator(word: symbol).map { ($0, 1) }
    case .name("not"): return tokens[position + 1].kind == .name("in") ? (.isNotIn, 2) : nil
    case .name(let name): return FilterOperator(word: name).map { ($0, 1) }
    default: return nil
    }
  }

  private mutating func unary() throws(FilterError) -> FilterExpression {
    // Both bind as expr-lang's table says: «not» looser than arithmetic, signs tighter.
    if take("!") || take(word: "not") { return .not(try binary(50)) }
    if take("-") { return .negative(try binary(90)) }
    if take("+") { return try binary(90) }
    return try postfix(try primary())
  }

  private mutating func primary() throws(FilterError) -> FilterExpression {
    let start = token
    switch start.kind {
    case .text(let text):
      advance()
      return .literal(.text(text))
    case .integer(let value):
      advance()
      return .literal(.integer(value))
    case .number(let value):
      advance()
      return .literal(.number(value))
    case .name(let name):
      advance()
      return try named(name, start.offset)
    case .symbol("("):
      advance()
      let inner = try sequence()
      try expect(")")
      return inner
    case .symbol("["):
      advance()
      return .list(try elements(until: "]"))
    case .symbol("{"):
      advance()
      return try map()
    default: throw unexpected()
    }
  }

  private mutating func elements(until end: String) throws(FilterError) -> [FilterExpression] {
    var elements: [FilterExpression] = []
    while !take(end) {
      elements.append(try sequence())
      if !take(",") {
        try expect(end)
        break
      }
    }
    return elements
  }

  private mutating func map() throws(FilterError) -> FilterExpression {
    var entries: [(key: FilterExpression, value: FilterExpression)] = []
    while !take("}") {
      let key: FilterExpression
      if case .name(let name) = token.kind {
        advance()
        key = .literal(FilterValue(name))
      } else {
        key = try choice()
      }
      try expect(":")
      entries.append((key, try choice()))
      if !take(",") {
        try expect("}")
        break
      }
    }
    return .map(entries)
  }

  private mutating func named(_ name: String, _ offset: Int) throws(FilterError) -> FilterExpression {
    switch name {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "nil", "null": return .literal(.nothing)
    default: break
    }
    if names.contains(name) { return .variable(name) }
    if FilterParser.roots.contains(name) { return .variable(name) }
    if name == "cel", take(".") { return try celBinding(offset) }
    // The same functions stand in a namespace and bare.
    if name == "filter", take(".") {
      let function = try self.name()
      try expect("(")
      return try call(function, [], offset)
    }
    if allowsForeign, FilterParser.foreignNames.contains(name) { return try foreign() }
    if take("(") { return try call(name, [], offset) }
    throw error("there is nothing of the name «\(name)»", at: offset)
  }

  /// After `cel.`: `bind(name, value, body)`.
  private mutating func celBinding(_ offset: Int) throws(FilterError) -> FilterExpression {
    guard take(word: "bind") else { throw error("of cel only cel.bind is known", at: offset) }
    try expect("(")
    let name = try name()
    try expect(",")
    let value = try choice()
    try expect(",")
    let body = try binding(name, value)
    try expect(")")
    return body
  }

  private mutating func foreign() throws(FilterError) -> FilterExpression {
    if take("(") { return .foreign(try elements(until: ")")) }
    try expect(".")
    _ = try name()
    guard take("(") else { return .foreign([]) }
    return .foreign(try elements(until: ")"))
  }

  /// After `name(`; a receiver is the first of the arguments.
  private mutating func call(
    _ name: String, _ receiver: [FilterExpression], _ offset: Int
  ) throws(FilterError) -> FilterExpression {
    let arguments = receiver + (try elements(until: ")"))
    guard let function = FilterFunction(named: name) else {
      if allowsForeign { return .foreign(arguments) }
      throw error("there is no function «\(name)»", at: offset)
    }
    guard function.arity.contains(arguments.count) else {
      throw error("\(name) does not take \(arguments.count) arguments", at: offset)
    }
    return .call(function, arguments)
  }

  // MARK: What follows a value

  private mutating func postfix(_ value: FilterExpression) throws(FilterError) -> FilterExpression {
    var value = value
    var length = 0
    while true {
      length += 1
      guard length < FilterParser.longest else { throw error("too many values stand in a row") }
      let offset = token.offset
      if take("[") {
        // `[?"key"]` is CEL's way to ask for what may be missing, which every way here allows.
        _ = take("?")
        value = try subscripted(value)
      } else if take(".") || take("?.") || take(".?") {
        value = try member(of: value, offset)
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(_ value: FilterExpression) throws(FilterError) -> FilterExpression {
    var from: FilterExpression?
    if token.kind != .symbol(":") { from = try choice() }
    if take(":") {
      var to: FilterExpression?
      if token.kind != .symbol("]") { to = try choice() }
      try expect("]")
      return .slice(of: value, from: from, to: to)
    }
    try expect("]")
    guard let from else { throw unexpected() }
    return .element(of: value, from)
  }

  private mutating func member(of value: FilterExpression, _ offset: Int) throws(FilterError) -> FilterExpression {
    // `a?.[b]`.
    if take("[") { return try subscripted(value) }
    let name = try name()
    guard take("(") else { return .element(of: value, .literal(FilterValue(name))) }
    switch name {
    case "orValue":
      let other = try choice()
      try expect(")")
      return .binary(.orElse, value, other)
    case "contains", "matches":
      let other = try choice()
      try expect(")")
      return .binary(name == "contains" ? .contains : .matches, value, other)
    default: return try call(name, [value], offset)
    }
  }
}
