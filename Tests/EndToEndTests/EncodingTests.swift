import Testing

/// Texts in every encoding, and bytes that are no text.
@Suite struct EncodingTests {
  private let token = FakeSecret.gitHubToken()

  private func found(in bytes: [UInt8], named name: String = "a.txt") throws -> ScanReport {
    let repository = try GitRepository()
    try repository.stage(name, bytes)
    return try repository.scan("--reveal")
  }

  private func expectToken(_ report: ScanReport, line: Int, column: Int? = nil) {
    #expect(report.places == ["a.txt:\(line) \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.first?.secret == token.text)
    if let column { #expect(report.verdict?.findings.first?.startColumn == column) }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func wide(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  /// Breaks when the mark glues itself to the secret, or counts as a line.
  @Test func aByteOrderMarkIsPassedOver() throws {
    expectToken(try found(in: Self.byteOrderMark + Array(token.text.utf8)), line: 1)
  }

  /// Breaks when UTF-16 is taken for binary content.
  @Test(arguments: [true, false], [true, false])
  func utf16IsDecoded(_ bigEndian: Bool, _ mark: Bool) throws {
    let text = "first line, long enough\r\nkey = '\(token.text)'\r\n"
    let report = try found(in: Self.wide(text, bigEndian: bigEndian, mark: mark))
    expectToken(report, line: 2, column: 8)
  }

  /// Breaks when UTF-16 of mostly other scripts is not recognised without its mark.
  @Test(arguments: [true, false])
  func utf16OfOtherScriptsIsDecoded(_ bigEndian: Bool) throws {
    let text = String(repeating: "日本語の文章です。", count: 40) + "\n\(token.text)\n"
    let report = try found(in: Self.wide(text, bigEndian: bigEndian, mark: false))
    #expect(report.verdict?.findings.map(\.secret) == [token.text], "\(report)")
    let marked = try found(in: Self.wide(text, bigEndian: bigEndian, mark: true))
    expectToken(marked, line: 2, column: 1)
  }

  /// Breaks when an odd byte at the end of UTF-16 loses the text.
  @Test(arguments: [true, false])
  func utf16MayEndWithHalfACharacter(_ mark: Bool) throws {
    let report = try found(in: Self.wide("x = \(token.text)\n", bigEndian: false, mark: mark) + [0x41])
    #expect(report.verdict?.findings.map(\.secret) == [token.text], "\(report)")
  }

  @Test(arguments: [true, false])
  func utf32IsDecoded(_ bigEndian: Bool) throws {
    let bytes = ("\u{FEFF}key = \(token.text)\n").unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
      return bigEndian ? bytes.reversed() : bytes
    }
    expectToken(try found(in: bytes), line: 1, column: 7)
  }

  /// Breaks when bytes that are no UTF-8 stop a match: PCRE2 refuses them where it expects UTF-8.
  @Test(arguments: [[UInt8]([0xE9]), [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88]])
  func invalidUTF8IsNoObstacle(_ odd: [UInt8]) throws {
    // Not at the very beginning, where two of them are a mark.
    let bytes = Array("caf ".utf8) + odd + [10] + odd + Array(token.text.utf8) + odd + [10]
    expectToken(try found(in: bytes), line: 2)
  }

  /// Breaks when a zero byte makes a text binary, or ends it.
  @Test func zeroBytesInTextAreNoObstacle() throws {
    let bytes = Array("before\0after\nx\0y ".utf8) + Array(token.text.utf8) + [0, 10]
    expectToken(try found(in: bytes), line: 2, column: 5)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsOfEveryKindAreNoObstacle(_ end: String) throws {
    let report = try found(in: Array("first\(end)\(token.text)\(end)last\(end)".utf8))
    // A lone CR ends no line.
    expectToken(report, line: end == "\r" ? 1 : 2)
  }

  /// Breaks when the fingerprint of a secret of several lines depends on its line ends.
  @Test func lineEndsDoNotChangeAFingerprint() throws {
    let key = FakeSecret.privateKey()
    let unix = try found(in: Array(key.line.utf8))
    let windows = try found(in: Array(key.line.split(separator: "\n").joined(separator: "\r\n").utf8))
    #expect(unix.places == ["a.txt:1 \(key.rule)"], "\(unix)")
    #expect(windows.places == unix.places, "\(windows)")
    #expect(unix.verdict?.findings.map(\.fingerprint) == windows.verdict?.findings.map(\.fingerprint))
  }

  /// Breaks when a window is cut at the ends of a text.
  @Test(arguments: ["", "\n", " "], ["", "\n", " "])
  func theEndsOfAFileAreLookedAt(_ before: String, _ after: String) throws {
    expectToken(try found(in: Array((before + token.text + after).utf8)), line: before == "\n" ? 2 : 1)
  }

  /// Breaks when long lines are passed by, or the report shows them whole.
  @Test(.timeLimit(.minutes(2)))
  func aVeryLongLineIsLookedAt() throws {
    let half = String(repeating: "lorem ipsum dolor sit amet, ", count: 90_000)
    let report = try found(in: Array((half + token.text + " " + half).utf8))
    expectToken(report, line: 1, column: half.count + 1)
    #expect((report.verdict?.findings.first?.line.utf8.count ?? 0) < 400)
  }

  /// Breaks when binary content is passed by.
  @Test func binaryContentIsLookedAt() throws {
    let noise = (0..<4000).map { _ in UInt8.random(in: 0...31) }
    let bytes = [0x7F] + Array("ELF".utf8) + noise + Array(token.text.utf8) + noise
    let report = try found(in: bytes, named: "a.txt")
    #expect(report.verdict?.findings.map(\.secret) == [token.text], "\(report)")
  }

  /// Breaks when the 16-bit strings of a Windows program are passed by.
  @Test func wideStringsInBinaryContentAreLookedAt() throws {
    let noise = (0..<4001).map { _ in UInt8.random(in: 1...31) }
    let report = try found(in: noise + Self.wide(token.text, bigEndian: false, mark: false) + [0, 0] + noise)
    #expect(report.verdict?.findings.map(\.secret) == [token.text], "\(report)")
  }

  /// Breaks when attributes that say «binary» or «no diff» hide a file, or a working-tree encoding is applied.
  @Test(arguments: ["*.txt binary", "*.txt -diff", "*.txt -text -diff", "*.txt working-tree-encoding=UTF-16"])
  func attributesHideNothing(_ attribute: String) throws {
    let repository = try GitRepository()
    try repository.stage("a.txt", token.line)
    try repository.write(".gitattributes", attribute + "\n")
    expectToken(try repository.scan("--reveal"), line: 1)
  }
}
