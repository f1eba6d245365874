import Testing

@testable import Rules

@Suite struct CompanionReachTests {
  @Test(
    arguments: [
      ("5L", -5...5, nil), ("5L,100C", -5...5, -100...100), ("-2L,+4C", -2...0, 0...4), ("+3L,-1L", -1...3, nil),
      ("7", nil, -7...7), (" 2l , 3c ", -2...2, -3...3), ("0L", 0...0, nil),
    ] as [(String, ClosedRange<Int>?, ClosedRange<Int>?)])
  func forms(text: String, lines: ClosedRange<Int>?, columns: ClosedRange<Int>?) throws {
    let reach = try #require(CompanionReach(text))
    #expect(reach.lines == lines && reach.columns == columns)
  }

  @Test(arguments: ["", "L", "5X", "5L,", "--5L", "5 L 3", "99999999999999999999L"])
  func others(text: String) { #expect(CompanionReach(text) == nil) }
}
