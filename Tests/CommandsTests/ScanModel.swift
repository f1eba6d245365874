import Vocabulary

/// A history as a scan meets it, and what a scan of all of it or of a part says: a plain second opinion on merging.
struct ScanModel {
  /// One place that holds a secret.
  struct Place: Hashable {
    let secret: Int
    let path: String
    let line: Int
    let order: Int
    let reference: String
    let reach: Trace.Reach
    let isInHead: Bool
  }

  let places: [Place]

  init(using random: inout Random) {
    places = (0..<Int.random(in: 0...40, using: &random)).map { number in
      Place(
        secret: Int.random(in: 0..<6, using: &random), path: "p\(Int.random(in: 0..<5, using: &random))",
        // No two alike, as no two places of a history are.
        line: number + 1, order: Int.random(in: 0..<8, using: &random),
        reference: "refs/heads/\(Int.random(in: 0..<3, using: &random))",
        reach: Trace.Reach.allCases.randomElement(using: &random) ?? .nothing, isInHead: Bool.random(using: &random))
    }
  }

  static func place(_ path: String, secret: Int) -> Place {
    Place(
      secret: secret, path: path, line: 1, order: 1, reference: "refs/heads/main", reach: .reference, isInHead: true)
  }

  func divided(into count: Int, using random: inout Random) -> [[Place]] {
    var parts: [[Place]] = Array(repeating: [], count: count)
    for place in places { parts[Int.random(in: 0..<count, using: &random)].append(place) }
    return parts
  }

  /// What a scan of these places reports: a finding a secret.
  static func findings(of places: [Place]) -> [Finding] {
    Dictionary(grouping: places, by: \.secret).map { secret, places in
      let first = places.min { ($0.order, $0.path, $0.line) < ($1.order, $1.path, $1.line) } ?? places[0]
      return finding(secret, at: first, of: places)
    }
  }

  private static func finding(_ secret: Int, at first: Place, of places: [Place]) -> Finding {
    let value = Secret(Array("value \(secret)".utf8))
    let rule = RuleSummary(id: "rule", title: "Rule", description: "", severity: .high, confidence: .high)
    let strength: [Trace.Reach] = [.reference, .stash, .reflog, .nothing]
    let id = ObjectID(bytes: Array(repeating: UInt8(first.order), count: 20))
    return Finding(
      rule: rule, secret: value,
      provenance: Provenance(
        path: RepositoryPath(first.path),
        origin: Origin(id: id, author: "Ada", time: GitTime(seconds: first.order, zone: 0))),
      region: TextRegion(startLine: first.line, startColumn: 1, endLine: first.line, endColumn: 8),
      excerpt: Excerpt(line: first.line, pieces: [.masked(prefix: "", isSubject: true)]),
      fingerprint: Fingerprint(rule: rule.id, secret: value), entropy: 3, evidence: [], occurrences: places.count,
      trace: Trace(
        paths: Set(places.map(\.path)).sorted().map { RepositoryPath($0) },
        isInHead: places.contains(where: \.isInHead), references: Set(places.map(\.reference)).sorted(),
        reach: strength.first { reach in places.contains { $0.reach == reach } } ?? .nothing, order: first.order))
  }

  /// SplitMix64: the same scan for the same seed.
  struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
