import Rules
import Structure
import Testing
import Vocabulary

@testable import Scanning

/// Scanning a version by what is new in it finds what scanning it whole finds.
@Suite struct VersionScannerTests {
  private static let pack = """
    [[rules]]
    id = 'prefix'
    regex = '\\btok_[a-z0-9]{8,12}\\b'
    keywords = ['tok_']
    [[rules]]
    id = 'assignment'
    regex = '(?i)(?:secret|pass)[ _a-z]{0,6}[=:] {0,2}["]?([a-z0-9]{4,16})(?:["\\s;]|$)'
    keywords = ['secret', 'pass']
    entropy = 1.5
    [[rules.allowlists]]
    regexTarget = 'line'
    regexes = ['sample']
    [[rules]]
    id = 'look-around'
    regex = '(?<=id=)[a-z]{2,5}key[0-9]{1,4}(?![0-9])'
    keywords = ['key']
    [[rules]]
    id = 'run'
    regex = '[0-9]{5}'
    keywords = ['0', '1']
    [[rules]]
    id = 'lines'
    regex = '(?m)^BEGIN\\n(?:[a-z]{1,8}\\n){1,4}END$'
    keywords = ['begin']
    [[rules]]
    id = 'ends'
    regex = '^end[0-9]{1,5}$'
    keywords = ['end']
    [[rules]]
    id = 'unbounded'
    regex = 'open[a-z\\s]*close'
    keywords = ['open']
    [[rules]]
    id = 'unconditional'
    regex = '#[A-F]{4}#'
    [[rules]]
    id = 'low'
    regex = 'low[a-z]{4}'
    keywords = ['low']
    confidence = 'low'
    [[rules]]
    id = 'deep'
    regex = 'deep(?:a|aa|aaa){1,60}[0-9]'
    keywords = ['deep']
    [[rules]]
    id = 'named'
    assigned = 'password'
    keywords = ['pass', 'pwd']
    [[rules]]
    id = 'named-token'
    assigned = 'token'
    keywords = ['token']
    [[rules]]
    id = 'key-id'
    regex = '\\bkid_[a-z]{4}\\b'
    keywords = ['kid_']
    severity = 'critical'
    [[rules.required]]
    ids = ['assignment', 'prefix']
    withinLines = 2
    alone = 'low'
    [[rules]]
    id = 'whole'
    regex = '\\bwhole_[a-z]{4}\\b'
    keywords = ['whole_']
    [[rules.required]]
    id = 'half'
    withinLines = 1
    [[rules.required]]
    id = 'run'
    withinColumns = 40
    [[rules]]
    id = 'half'
    regex = '\\bhalf_[a-z]{4}\\b'
    keywords = ['half_']
    skipReport = true
    [[allowlists]]
    stopwords = ['zzz']
    """

  private static let pieces = [
    "tok_{loweralnum:8}", "tok_{loweralnum:12}", "xtok_{loweralnum:8}", "tok_", "tok_tok_{loweralnum:8}",
    "secret = \"{loweralnum:9}\"", "PASS:{loweralnum:4}", "password = {loweralnum:16};", "pass", " sample ",
    "id={lower:3}key{digits:2}", "id={lower:5}key{digits:5}", "keykey1", "BEGIN\n{lower:5}\n{lower:8}\nEND",
    "BEGIN\nabc\nEND\n", "begin", "END", "end{digits:3}", "open {lower:4} close", "open", "close", "#ABCD#", "#AB",
    "low{lower:4}", "pwd = \"{lower:8}\"", "\"auth_token\": [\"{hex:16}\", \"{hex:16}\"]", "_token=", "\", \"",
    "deep" + String(repeating: "a", count: 70), "zzz", "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}", "\0",
    "kid_{lower:4} ", " kid_{lower:4}\n", "whole_{lower:4} ", " half_{lower:4} ",
    "whole_{lower:4}\n12345 half_{lower:4}\n",
    " ", "\n", "\n", "\n", ";", "_", "{lower:3}", "{digits:7}", "{digits:13}", "{loweralnum:40}", "\r\n", "\"",
    "{lower:60}\n{lower:60}\n",
  ]

  /// Secrets as they stand encoded, and pieces that make and break such runs when they come to stand beside one another.
  private static let encodedPieces = [
    "{b64:x tok_{loweralnum:8} and}", "{b64:secret = \"{loweralnum:9}\" tok_{loweralnum:10}}",
    "{hex:id tok_{loweralnum:8} x}",
    "{b64:{b64:a tok_{loweralnum:9} b c d e f}}", "dG9rX2FiY2RlZmdo", "IHRva19hYmNkZWZnaCB4",
    "746f6b5f6162636465666768", "k%3dtok_{loweralnum:8}%20",
    "tok%5f{loweralnum:9}%2c", "&quot;tok_{loweralnum:8}&quot;", "\\u003dtok_{loweralnum:12}", "%3d", "%20", "&quot;",
    "=", "AAAA",
    "secret%3d%22{loweralnum:9}%22", "{alnum:30}", " ",
  ]

  /// A piece with what is to be encoded in it encoded, the innermost first.
  private static func encodedPiece(_ template: String, seed: UInt64) throws -> String {
    var text = template
    while let start = text.ranges(of: "{b64:").last ?? text.ranges(of: "{hex:").last {
      let isHex = text[start] == "{hex:"
      var depth = 1
      var end = start.upperBound
      while depth > 0 {
        if text[end] == "{" { depth += 1 } else if text[end] == "}" { depth -= 1 }
        if depth > 0 { end = text.index(after: end) }
      }
      let inner = Array(try made(String(text[start.upperBound..<end]), seed: seed).utf8)
      let encoded =
        isHex
        ? inner.map { String($0, radix: 16) }.joined() : String(decoding: Base64.encoded(inner, .url), as: UTF8.self)
      text.replaceSubrange(start.lowerBound...end, with: encoded)
    }
    return try made(text, seed: seed)
  }

  private struct Version {
    var bytes: [UInt8]
    var copies: [CopiedRange]
  }

  /// - Parameter encoded: how many of a hundred pieces are encoded.
  private static func text(_ count: Int, encoded: Int = 0, _ random: inout Seeded) throws -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      if Int.random(in: 0..<100, using: &random) < encoded {
        let piece = encodedPieces[Int.random(in: 0..<encodedPieces.count, using: &random)]
        bytes += Array(try encodedPiece(piece, seed: random.next()).utf8)
        continue
      }
      let piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      bytes += Array(try made(piece, seed: random.next()).utf8)
    }
    return bytes
  }

  /// A version made from another by random edits, as a delta would write them: parts in any order, some twice, some split.
  private static func edited(_ base: [UInt8], encoded: Int = 0, _ random: inout Seeded) throws -> Version {
    var version = Version(bytes: [], copies: [])
    func copy(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      version.copies.append(CopiedRange(source: range.lowerBound, target: version.bytes.count, count: range.count))
      version.bytes += base[range]
    }
    if Int.random(in: 0..<12, using: &random) == 0 { version.bytes += [0xFF, 0xFE] }
    var place = 0
    while place < base.count {
      let end = min(base.count, place + Int.random(in: 1...max(1, base.count / 2), using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: break
      case 1: version.bytes += try text(Int.random(in: 1...3, using: &random), encoded: encoded, &random)
      case 2:
        let start = Int.random(in: 0..<base.count, using: &random)
        copy(start..<min(base.count, start + Int.random(in: 1...200, using: &random)))
        copy(place..<end)
      case 3:
        // The same bytes, written anew.
        version.bytes += base[place..<end]
      default: copy(place..<end)
      }
      place = end
    }
    if Bool.random(using: &random) { version.bytes += try text(1, encoded: encoded, &random) }
    return version
  }

  private static func summary(_ state: VersionScanner.State, _ scanner: VersionScanner) -> [String] {
    let found = state.sightings.map { sighting in
      let use = scanner.uses[sighting.use]
      return
        "\(use.rule)\(use.isAlone ? " alone" : "") \(String(decoding: use.secret.revealedBytes(), as: UTF8.self)) \(sighting.count)"
    }
    return found.sorted() + state.complaints
  }

  /// Breaks when a match across a seam is lost, one that an edit took away is carried over, or a window is taken for unchanged
  /// that is not.
  @Test(arguments: 0..<120)
  func histories(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    let ruleSet = try ruleSet(Self.pack, builtIn: true)
    let delta = try VersionScanner(ruleSet, shortestCopy: [1, 16, 64][seed % 3])
    let whole = try VersionScanner(ruleSet)
    var bytes = try Self.text(Int.random(in: 5...120, using: &random), &random)
    var state = unsafe delta.scan(bytes.span.bytes)
    var found = 0
    for step in 0..<12 {
      let version = try Self.edited(bytes, &random)
      let next = unsafe delta.scan(version.bytes.span.bytes, base: state, copies: version.copies)
      let expected = unsafe whole.scan(version.bytes.span.bytes)
      #expect(
        Self.summary(next, delta) == Self.summary(expected, whole), "seed \(seed), step \(step)")
      found += next.sightings.count
      (bytes, state) = (version.bytes, next)
      if bytes.count > 20_000 || bytes.isEmpty { break }
    }
    #expect(found > 0)
  }

  /// Breaks when something encoded that an edit made, joined, cut or moved is not seen, or what it took away still is.
  @Test(arguments: 0..<160)
  func historiesOfEncodedSecrets(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed) + 5000)
    let ruleSet = try ruleSet(Self.pack, builtIn: true)
    let delta = try VersionScanner(ruleSet, shortestCopy: [1, 16, 64][seed % 3])
    let whole = try VersionScanner(ruleSet)
    // In some histories hardly anything is encoded, so that versions are made from ones that hold nothing.
    let share = [4, 30, 80][seed % 3]
    var bytes = try Self.text(Int.random(in: 5...80, using: &random), encoded: share, &random)
    var state = unsafe delta.scan(bytes.span.bytes)
    for step in 0..<12 {
      let version = try Self.edited(bytes, encoded: share, &random)
      let next = unsafe delta.scan(version.bytes.span.bytes, base: state, copies: version.copies)
      let expected = unsafe whole.scan(version.bytes.span.bytes)
      #expect(Self.summary(next, delta) == Self.summary(expected, whole), "seed \(seed), step \(step)")
      (bytes, state) = (version.bytes, next)
      if bytes.count > 20_000 || bytes.isEmpty { break }
    }
  }

  /// Breaks when scanning without regard to paths differs from scanning a file.
  @Test(arguments: 0..<40)
  func aTextScannedWholeIsWhatAFileIs(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed) + 1000)
    let ruleSet = try ruleSet(Self.pack, builtIn: true)
    let bytes = try Self.text(60, encoded: seed.isMultiple(of: 2) ? 0 : 30, &random)
    let versions = try VersionScanner(ruleSet)
    let state = unsafe versions.scan(bytes.span.bytes)
    let result = try Scanner(ruleSet).scan(blob(bytes))
    let expected = Dictionary(grouping: result.findings, by: { SecretUse($0) }).mapValues(\.count)
    let seen = state.sightings.map { (versions.uses[$0.use], $0.count) }
    #expect(Dictionary(uniqueKeysWithValues: seen) == expected)
    #expect(state.complaints == result.incidents.map(\.reason).sorted())
  }

  /// Breaks when copied text is matched again: then nothing is gained.
  @Test func whatWasCopiedIsNotMatchedAgain() throws {
    let ruleSet = try ruleSet("[[rules]]\nid = 'a'\nregex = 'tok[0-9]{4}'\nkeywords = ['tok']\n", builtIn: true)
    let scanner = try VersionScanner(ruleSet)
    let filler = String(repeating: "some words in a line\n", count: 40)
    let first = Array((filler + "tok1234\n" + filler).utf8)
    let base = unsafe scanner.scan(first.span.bytes)
    // Claimed to be copied and not: what is carried over shows.
    let claimed = Array((filler + "xxx1234\n" + filler).utf8)
    let copies = [CopiedRange(source: 0, target: 0, count: first.count)]
    #expect(unsafe scanner.scan(claimed.span.bytes, base: base, copies: copies).sightings == base.sightings)
  }

  /// Breaks when a match that a path or a comment may allow is taken for sure.
  @Test(
    arguments: [
      ("", "k=abcd", false), ("path = 'x'", "k=abcd", true), ("[[rules.allowlists]]\npaths = ['x']", "k=abcd", true),
      ("[[rules.allowlists]]\nregexes = ['zz']", "k=abcd", false), ("", "k=abcd // remark:", true),
      ("", "remark:", false),
      ("[[rules.allowlists]]\ncondition = 'AND'\npaths = ['x']\nregexes = ['abcd']", "k=abcd", true),
      ("[[rules.allowlists]]\ncondition = 'AND'\npaths = ['x']\nregexes = ['efgh']", "k=abcd", false),
    ])
  func whatDependsOnThePlaceSaysSo(rule: String, text: String, needsPlace: Bool) throws {
    let ruleSet = try ruleSet("[[rules]]\nid = 'a'\nregex = 'k=([a-z]{4})'\n\(rule)\n")
    let scanner = try VersionScanner(ruleSet, remarks: [Array("remark:".utf8)])
    let state = unsafe scanner.scan(Array(text.utf8).span.bytes)
    #expect(state.needsPlace == needsPlace)
    #expect(state.sightings.isEmpty == !text.contains("k="))
  }
}
