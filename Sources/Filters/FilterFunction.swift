/// A function that filters may call.
enum FilterFunction: String, Sendable {
  case matchesAny, findMatch, containsAny, entropy, failsTokenEfficiency
  case get, len, lower, upper, trim, max, min, replace, split, string, int, float, abs, substring, lastIndexOf, indexOf
  case hasPrefix, hasSuffix, trimPrefix, trimSuffix

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .matchesAny, .findMatch, .containsAny, .split, .lastIndexOf, .indexOf, .hasPrefix, .hasSuffix, .trimPrefix,
      .trimSuffix:
      2...2
    case .entropy, .failsTokenEfficiency, .len, .lower, .upper, .string, .int, .float, .abs: 1...1
    case .trim: 1...2
    case .get, .substring: 2...3
    case .max, .min: 1...16
    case .replace: 3...3
    }
  }

  /// The spellings of CEL that older configurations use.
  init?(named name: String) {
    switch name {
    case "size": self = .len
    case "lowerAscii": self = .lower
    case "upperAscii": self = .upper
    case "double": self = .float
    case "startsWith": self = .hasPrefix
    case "endsWith": self = .hasSuffix
    default: self.init(rawValue: name)
    }
  }
}
