internal import Vocabulary

/// Writes the values of a rule image: numbers as five groups of seven bits, the lowest first; everything else after its
/// length. So the whole stays valid UTF-8, and can stand in a string literal.
struct ImageWriter {
  private(set) var contents: [UInt8] = []

  mutating func number(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 35, by: 7) { contents.append(UInt8(value >> shift & 127)) }
  }

  /// A number below 2,097,152, in three groups of seven bits: for tables that are looked up where they stand.
  mutating func small(_ value: Int) {
    precondition((0..<1 << 21).contains(value))
    for shift in [0, 7, 14] { contents.append(UInt8(value >> shift & 127)) }
  }

  mutating func bytes(_ value: [UInt8]) {
    number(UInt32(value.count))
    contents += value
  }

  mutating func string(_ value: String) { bytes(Array(value.utf8)) }

  mutating func optional<Value>(_ value: Value?, _ write: (inout ImageWriter, Value) -> Void) {
    number(value == nil ? 0 : 1)
    if let value { write(&self, value) }
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout ImageWriter, Value) -> Void) {
    number(UInt32(values.count))
    for value in values { write(&self, value) }
  }

  mutating func strings(_ values: [String]) { list(values) { $0.string($1) } }

  mutating func rule(_ rule: RuleDefinition) {
    string(rule.summary.id.name)
    string(rule.summary.title)
    string(rule.summary.description)
    number(UInt32(rule.summary.severity.rank))
    number(UInt32(rule.summary.confidence.rank))
    optional(rule.summary.holder) { $0.string($1) }
    optional(rule.summary.revoke) { $0.string($1) }
    optional(rule.pattern) { $0.string(AbbreviatedPattern($1).text) }
    optional(rule.pathPattern) { $0.string($1) }
    optional(rule.weighed) { $0.number(UInt32($1.rank)) }
    optional(rule.secretGroup) { $0.number(UInt32($1)) }
    strings(rule.keywords)
    optional(rule.entropy) { $0.number(UInt32(($1 * 1000).rounded())) }
    strings(rule.checks)
    number(rule.rejectsBroken ? 1 : 0)
    reach(rule.reach)
    list(rule.allowlists) { $0.allowlist($1) }
    list(rule.companions) { $0.companion($1) }
    number(rule.isComponent ? 1 : 0)
    number(UInt32(rule.specificity))
  }

  private mutating func companion(_ companion: Companion) {
    strings(companion.rules.map(\.name))
    optional(companion.lines) { $0.range($1) }
    optional(companion.columns) { $0.range($1) }
    optional(companion.alone) { $0.number(UInt32($1.rank)) }
    number(companion.isAboutPath ? 1 : 0)
  }

  /// A range of distances, which may be negative.
  private mutating func range(_ range: ClosedRange<Int>) {
    for bound in [range.lowerBound, range.upperBound] {
      number(UInt32(bitPattern: Int32(clamping: bound)))
    }
  }

  /// The length, and the alphabet in the lowest bits; zero for none.
  mutating func run(_ run: RequiredRun?) {
    number(run.map { UInt32($0.length) << 3 | UInt32($0.alphabet.rawValue) } ?? 0)
  }

  mutating func reach(_ reach: RuleDefinition.Reach) {
    switch reach {
    case .wholeText: number(.max)
    case .window(let length): number(UInt32(length))
    case .eachKeyword(let length): number(UInt32(length) | RuleImage.eachKeyword)
    }
  }

  mutating func allowlist(_ allowlist: AllowlistDefinition) {
    string(allowlist.description)
    number(allowlist.requiresAll ? 1 : 0)
    strings(allowlist.paths)
    number(UInt32(allowlist.target.rawValue))
    strings(allowlist.regexes)
    strings(allowlist.stopwords)
    strings(allowlist.commits)
  }
}
