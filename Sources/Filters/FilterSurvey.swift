/// What can be read off an expression before it is evaluated.
struct FilterSurvey {
  private(set) var dependencies: Set<Filter.Dependency> = []
  private(set) var asksTokenEfficiency = false
  /// Lists of regular expressions that are written out.
  private(set) var patterns: [[[UInt8]]] = []
  /// A key that nothing has.
  private(set) var mistake: String?

  private static let findingKeys: [String: Filter.Dependency?] = [
    "secret": nil, "match": nil, "line": .line, "rule_id": nil, "description": nil, "entropy": nil, "context": .text,
    "fragment_raw": .text, "match_start_idx": .text, "match_end_idx": .text, "match_line_start_idx": .text,
    "match_line_end_idx": .text,
  ]

  init(of expression: FilterExpression) {
    expression.visit { take($0) }
  }

  private mutating func take(_ part: FilterExpression) {
    switch part {
    case .variable("attributes"): dependencies.insert(.path)
    case .element(of: .variable("finding"), let key): takeFinding(key)
    case .call(.get, let arguments):
      if case .variable("finding") = arguments[0] { takeFinding(arguments[1]) }
    case .literal(.text(let text)) where String(decoding: text, as: UTF8.self).hasPrefix("git."):
      dependencies.insert(.commit)
    case .call(.matchesAny, let arguments):
      if case .list(let elements) = arguments[1] { takePatterns(elements) }
    case .call(.findMatch, let arguments): takePatterns([arguments[1]])
    case .binary(.matches, _, let right): takePatterns([right])
    case .call(.failsTokenEfficiency, _): asksTokenEfficiency = true
    default: break
    }
  }

  private mutating func takeFinding(_ key: FilterExpression) {
    guard case .literal(.text(let text)) = key else {
      // A key that is made up on the way may be any.
      dependencies.formUnion([.line, .text])
      return
    }
    let name = String(decoding: text, as: UTF8.self)
    guard let dependency = FilterSurvey.findingKeys[name] else {
      mistake = "finding has no «\(name)»"
      return
    }
    if let dependency { dependencies.insert(dependency) }
  }

  private mutating func takePatterns(_ elements: [FilterExpression]) {
    var texts: [[UInt8]] = []
    for element in elements {
      guard case .literal(.text(let text)) = element else { return }
      texts.append(text)
    }
    if !texts.isEmpty { patterns.append(texts) }
  }
}
