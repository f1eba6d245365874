import Testing

@testable import Commands

@Suite struct ShardChoiceTests {
  /// Breaks when I of N is read the other way round, or the last shard is none.
  @Test(arguments: [("1/1", 1, 1), ("3/8", 3, 8), ("8/8", 8, 8), ("100000/100000", 100_000, 100_000), ("01/02", 1, 2)])
  func readsIOfN(text: String, index: Int, count: Int) {
    let number = ShardNumber(index, of: count)
    #expect(number != nil)
    #expect(ShardChoice(argument: text) == number.map(ShardChoice.number))
  }

  @Test func readsAuto() {
    #expect(ShardChoice(argument: "auto") == .auto)
  }

  /// Breaks when a part that does not exist is scanned in place of one that does.
  @Test(arguments: [
    "", "/", "1", "1/", "/2", "0/2", "3/2", "-1/2", "+1/2", " 1/2", "1/2 ", "1 / 2", "1/2/3", "a/b", "1/0", "0/0",
    "Auto",
    "1/100001", "1/99999999999999999999999", "99999999999999999999999/2", "١/٢", "1.0/2",
  ])
  func refusesEverythingElse(text: String) {
    #expect(ShardChoice(argument: text) == nil)
  }

  /// Breaks when the bounds of a number are not those of its count.
  @Test func aNumberIsWithinItsCount() {
    #expect(ShardNumber(1, of: 0) == nil)
    #expect(ShardNumber(0, of: 1) == nil)
    #expect(ShardNumber(2, of: 1) == nil)
    #expect(ShardNumber(.max, of: .max) == nil)
    #expect(ShardNumber(2, of: 3)?.description == "2/3")
  }
}
