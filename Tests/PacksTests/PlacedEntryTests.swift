import Testing

@testable import Packs

struct PlacedEntryTests {
  // Breaks when entries are put into another order than that of their offsets, or one of equal offsets overtakes another.
  @Test(arguments: [UInt64(1), 2_000, 1 << 33, .max]) func sortsByOffset(_ greatest: UInt64) {
    var random = SystemRandomNumberGenerator()
    var entries = (0..<5_000).map {
      PlacedEntry(offset: .random(in: 0...greatest, using: &random), position: UInt32($0))
    }
    let expected = entries.sorted { ($0.offset, $0.position) < ($1.offset, $1.position) }
    PlacedEntry.sort(&entries)
    #expect(entries.map(\.offset) == expected.map(\.offset))
    #expect(entries.map(\.position) == expected.map(\.position))
  }

  // Breaks when nothing is too little to sort.
  @Test func sortsNothing() {
    var entries: [PlacedEntry] = []
    PlacedEntry.sort(&entries)
    #expect(entries.isEmpty)
  }
}
