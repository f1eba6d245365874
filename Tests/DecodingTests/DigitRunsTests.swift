import Testing

@testable import Decoding

@Suite struct DigitRunsTests {
  private static func runs(_ text: [UInt8], _ range: Range<Int>? = nil) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while let run = unsafe DigitRuns.next(in: text.span.bytes, range ?? 0..<text.count, after: start) {
      runs.append(run)
      start = run.upperBound
    }
    return runs
  }

  /// The same by looking at every byte.
  private static func plainRuns(_ text: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for place in 0...text.count where place == text.count || !DigitRuns.isDigit(text[place]) {
      if place - start >= DigitRuns.shortest { runs.append(start..<place) }
      start = place + 1
    }
    return runs
  }

  @Test("every run of the shortest length is found, wherever it begins", arguments: 0..<70)
  func places(start: Int) {
    for length in 20...60 {
      let text =
        Array(repeating: UInt8(ascii: " "), count: start) + Array(repeating: UInt8(ascii: "A"), count: length) + [10]
      #expect(Self.runs(text) == (length >= DigitRuns.shortest ? [start..<(start + length)] : []))
      let end = Array(text.dropLast())
      #expect(Self.runs(end) == (length >= DigitRuns.shortest ? [start..<(start + length)] : []))
    }
  }

  @Test func everyByteIsTakenForWhatItIs() {
    for byte in UInt8.min...UInt8.max {
      let text =
        Array(repeating: UInt8(ascii: "a"), count: 32) + [byte] + Array(repeating: UInt8(ascii: "z"), count: 32)
      #expect(Self.runs(text) == (DigitRuns.isDigit(byte) ? [0..<65] : [0..<32, 33..<65]), "\(byte)")
    }
    #expect((UInt8.min...UInt8.max).count(where: DigitRuns.isDigit) == 66)
  }

  @Test("random texts, as by looking at every byte", arguments: 0..<60)
  func randomTexts(seed: UInt64) {
    var state = seed &* 2 + 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("aZ09+/-_ .=\u{1}é".utf8)
    var text: [UInt8] = []
    for _ in 0..<60 {
      let digits = next(3) > 0
      text += (0..<next(50)).map { _ in digits ? alphabet[next(8)] : alphabet[next(alphabet.count)] }
      text.append(alphabet[8 + next(alphabet.count - 8)])
    }
    let expected = Self.plainRuns(text)
    #expect(Self.runs(text) == expected)
    // Of the runs that touch a range none is missed when it is widened.
    for _ in 0..<40 {
      let place = next(text.count)
      let wide = max(0, place - DigitRuns.shortest - 1)..<min(text.count, place + DigitRuns.shortest + 1)
      let found = Self.runs(text, wide)
      for run in expected where run.lowerBound <= place && place <= run.upperBound { #expect(found.contains(run)) }
      #expect(found.allSatisfy(expected.contains))
    }
  }

  @Test func shortTexts() {
    for length in 0..<24 { #expect(Self.runs(Array(repeating: 65, count: length)) == []) }
  }
}
