internal import Vocabulary

/// Reads what `ImageWriter` wrote.
struct ImageReader {
  private let contents: ImageBytes
  private(set) var position: Int

  init(_ contents: ImageBytes, at position: Int) {
    self.contents = contents
    self.position = position
  }

  mutating func number() -> UInt32 {
    var value: UInt32 = 0
    for shift in stride(from: UInt32(0), to: 35, by: 7) {
      value |= UInt32(contents[position]) << shift
      position += 1
    }
    return value
  }

  /// Where the next byte string stands.
  mutating func range() -> Range<Int> {
    let count = Int(number())
    defer { position += count }
    return position..<(position + count)
  }

  mutating func bytes() -> [UInt8] { contents.array(range()) }

  mutating func string() -> String { contents.string(range()) }

  mutating func optional<Value>(_ read: (inout ImageReader) -> Value) -> Value? {
    number() == 0 ? nil : read(&self)
  }

  mutating func list<Value>(_ read: (inout ImageReader) -> Value) -> [Value] {
    let count = Int(number())
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(read(&self)) }
    return values
  }

  mutating func strings() -> [String] { list { $0.string() } }

  mutating func rule() -> RuleDefinition {
    let summary = RuleSummary(
      id: RuleID(string()), title: string(), description: string(), severity: Severity.allCases[Int(number())],
      confidence: Confidence.allCases[Int(number())], holder: optional { $0.string() },
      revoke: optional { $0.string() })
    return RuleDefinition(
      summary: summary, pattern: optional { AbbreviatedPattern(text: $0.string()).pattern },
      pathPattern: optional { $0.string() },
      weighed: optional { NameClass.allCases[Int($0.number())] }, secretGroup: optional { Int($0.number()) },
      keywords: strings(), entropy: optional { Double($0.number()) / 1000 }, checks: strings(),
      rejectsBroken: number() == 1, reach: reach(), allowlists: list { $0.allowlist() },
      companions: list { $0.companion() }, isComponent: number() == 1, specificity: Int(number()))
  }

  private mutating func companion() -> Companion {
    var companion = Companion(
      rules: strings().map { RuleID($0) }, lines: optional { $0.distances() }, columns: optional { $0.distances() },
      alone: optional { Severity.allCases[Int($0.number())] })
    companion.isAboutPath = number() == 1
    return companion
  }

  private mutating func distances() -> ClosedRange<Int> {
    let (low, high) = (Int32(bitPattern: number()), Int32(bitPattern: number()))
    return Int(low)...Int(high)
  }

  mutating func run() -> RequiredRun? {
    let written = number()
    guard written != 0, let alphabet = RequiredRun.Alphabet(rawValue: UInt8(written & 7)) else { return nil }
    return RequiredRun(alphabet: alphabet, length: Int(written >> 3))
  }

  mutating func reach() -> RuleDefinition.Reach {
    let length = number()
    if length == .max { return .wholeText }
    guard length & RuleImage.eachKeyword != 0 else { return .window(Int(length)) }
    return .eachKeyword(Int(length & ~RuleImage.eachKeyword))
  }

  mutating func allowlist() -> AllowlistDefinition {
    AllowlistDefinition(
      description: string(), requiresAll: number() == 1, paths: strings(),
      target: AllowlistDefinition.Target(rawValue: UInt8(number())) ?? .secret, regexes: strings(),
      stopwords: strings(), commits: strings())
  }
}
