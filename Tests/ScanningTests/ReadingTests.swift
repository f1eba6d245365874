import Testing

@testable import Scanning

@Suite struct ReadingTests {
  private static let wide: [TextEncoding] = [.utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian]

  private func text(_ reading: Reading) -> String { String(decoding: reading.bytes, as: UTF8.self) }

  @Test(
    "one byte for one: UTF-8 with a mark or without, Latin-1, nothing",
    arguments: [
      [], Array("plain\r\ntext".utf8), [0xEF, 0xBB, 0xBF] + Array("marked".utf8), [0xE9, 0x80], Array("käse 日本".utf8),
    ] as [[UInt8]])
  func bytes(bytes: [UInt8]) {
    let readings = Reading.all(of: bytes)
    #expect(readings.map(\.bytes) == [bytes])
    #expect(readings.map(\.encoding) == [.bytes])
    #expect(readings.map(\.isBinary) == [false])
    #expect(readings.first?.sourceOffset(of: 3) == 3)
  }

  @Test("a mark says how to read", arguments: wide, ["key = value\nä", "a", "日本語"])
  func marked(encoding: TextEncoding, text: String) {
    let readings = Reading.all(of: mark(encoding) + encoded(text, encoding))
    #expect(readings.first.map(self.text) == text)
    #expect(readings.first?.encoding == encoding)
    #expect(readings.first?.isBinary == false)
    #expect(readings.first?.sourceOffset(of: 0) == nil)
  }

  @Test("without a mark UTF-16 is seen by its zeros", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian])
  func unmarked(encoding: TextEncoding) {
    let bytes = encoded("key = value\n", encoding)
    let readings = Reading.all(of: bytes)
    #expect(readings.first.map(text) == "key = value\n")
    // What is announced need not hold to the end, so the bytes count as they are too.
    #expect(readings.map(\.encoding) == [encoding, .bytes])
    #expect(readings.last?.bytes == bytes)
    #expect(readings.map(\.isBinary) == [false, true])
  }

  @Test(
    "an odd byte at the end loses nothing before it", arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian],
    [true, false])
  func oddLength(encoding: TextEncoding, isMarked: Bool) {
    let bytes = (isMarked ? mark(encoding) : []) + encoded("token = value", encoding) + [0]
    #expect(Reading.all(of: bytes).contains { text($0).contains("token = value") })
  }

  @Test("what follows a mark in another encoding is read too")
  func mixed() {
    let bytes = mark(.utf16LittleEndian) + encoded("first line\n", .utf16LittleEndian) + Array("second = ascii\n".utf8)
    #expect(Reading.all(of: bytes).contains { text($0).contains("second = ascii") })
  }

  @Test("a zero byte in a text leaves it a text, byte for byte")
  func zeroInText() {
    let bytes = Array("some text with\0one zero, and more".utf8)
    let readings = Reading.all(of: bytes)
    #expect(readings.first?.bytes == bytes)
    #expect(readings.first?.isBinary == false)
  }

  /// Bytes that are no text, without a zero beside a printable one.
  private static func noise(_ count: Int) -> [UInt8] { (0..<count).map { [1, 0xC7, 2, 0xF3, 3, 4][$0 % 6] } }

  @Test(
    "16-bit strings in other bytes, in both orders, at even and odd places, at both ends",
    arguments: [
      TextEncoding.utf16LittleEndian, .utf16BigEndian,
    ], [(0, 0), (0, 60), (1, 60), (2, 61), (60, 0), (61, 1), (100, 1), (101, 30)])
  func wideRuns(encoding: TextEncoding, around: (before: Int, after: Int)) throws {
    let string = "token=Value42"
    let bytes = Self.noise(around.before) + encoded(string, encoding) + Self.noise(around.after)
    let reading = try #require(Reading.all(of: bytes).first { text($0).contains(string) })
    guard reading.encoding == .wideRuns else { return }
    let start = try #require(reading.bytes.indices.first { reading.bytes[$0...].starts(with: string.utf8) })
    for (position, byte) in string.utf8.enumerated() {
      let source = try #require(reading.sourceOffset(of: start + position))
      #expect(bytes[source] == byte)
    }
  }

  @Test("several runs, each on a line of its own and with its own way back")
  func severalRuns() throws {
    let bytes =
      Self.noise(39) + encoded("firstString", .utf16LittleEndian) + Self.noise(36)
      + encoded("secondString", .utf16LittleEndian) + Self.noise(33)
    let reading = try #require(Reading.all(of: bytes).last)
    #expect(reading.encoding == .wideRuns)
    #expect(text(reading) == "firstString\nsecondString\n")
    #expect(reading.isBinary)
    for (position, byte) in reading.bytes.enumerated() where byte != 10 {
      #expect(reading.sourceOffset(of: position).map { bytes[$0] } == byte)
    }
  }

  @Test("six characters are a string, five are none", arguments: [("abcdef", true), ("abcde", false)])
  func shortestRun(string: String, isRead: Bool) {
    let bytes = Self.noise(5) + encoded(string, .utf16LittleEndian) + Self.noise(25)
    #expect(Reading.all(of: bytes).contains { text($0).contains(string) } == isRead)
  }

  @Test(
    "binary: more than one in ten control characters",
    arguments: [
      (0, false), (10, false), (11, true), (100, true),
    ])
  func controls(count: Int, isBinary: Bool) {
    #expect(Reading.isBinary((0..<100).map { $0 < count ? 1 : 65 }) == isBinary)
  }

  @Test(
    "tab, line ends and escape are text, and nothing is text",
    arguments: [
      (Array(repeating: 9, count: 20), false), ([10, 11, 12, 13], false), ([27, 27], false), ([], false), ([0], true),
      ([8], true),
      ([14], true), ([31], true), ([26], true), ([127], false), ([0x80, 0xFF], false),
    ] as [([UInt8], Bool)])
  func kinds(bytes: [UInt8], isBinary: Bool) { #expect(Reading.isBinary(bytes) == isBinary) }

  @Test("only the first 8,192 bytes are asked")
  func beginning() {
    let text = [UInt8](repeating: 65, count: 8192)
    #expect(!Reading.isBinary(text + [UInt8](repeating: 0, count: 100_000)))
    #expect(Reading.isBinary([UInt8](repeating: 1, count: 820) + text))
    #expect(!Reading.isBinary([UInt8](repeating: 1, count: 819) + text))
  }
}

@Suite struct ControlCharacterTests {
  /// Breaks when a control character is missed where eight bytes are looked at together, or white space is taken for one.
  @Test func everyByteAtEveryPlace() {
    let allowed: Set<UInt8> = [9, 10, 11, 12, 13, 27]
    for byte in UInt8.min...UInt8.max {
      for place in 0..<19 {
        for filler in [UInt8(ascii: "a"), 10, 9, 0x80, 0xFF, 0x20] {
          var bytes = [UInt8](repeating: filler, count: 19)
          bytes[place] = byte
          let expected = byte < 32 && !allowed.contains(byte)
          #expect(unsafe bytes.span.bytes.holdsControl(in: 0..<19) == expected)
          #expect(unsafe bytes.span.bytes.holdsControl(in: 0..<place) == false)
        }
      }
    }
  }
}
