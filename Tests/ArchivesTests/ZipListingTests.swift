import Testing

@testable import Archives

@Suite struct ZipListingTests {
  private let bytes = MadeArchive.zip([
    .init(name: "/a", contents: [1, 2, 3]), .init(name: "dir/", contents: []), .init(name: "", contents: [4]),
  ])

  @Test("members are listed by their paths, and folders are none") func names() {
    let listing = ZipListing.read(bytes, limit: 10)
    #expect(listing.entries.map { String(decoding: $0.name, as: UTF8.self) } == ["a", "unnamed"])
    #expect(listing.failure == nil)
  }

  @Test("what was put before the first member moves all places") func prefix() {
    let moved = ZipListing.read([9, 9, 9] + bytes, limit: 10)
    #expect(moved.failure == nil)
    #expect(
      moved.entries.map(\.range)
        == ZipListing.read(bytes, limit: 10).entries.map { $0.range.map { $0.lowerBound + 3..<$0.upperBound + 3 } })
  }

  @Test("an archive of nothing holds nothing") func empty() {
    let listing = ZipListing.read(MadeArchive.zip([MadeArchive.ZipMember]()), limit: 10)
    #expect(listing.entries.isEmpty && listing.failure == nil)
  }

  @Test("damage anywhere never traps, and what is cut off is told") func damage() {
    for cut in 1..<bytes.count { #expect(ZipListing.read(Array(bytes.dropLast(cut)), limit: 10).failure != nil) }
    for place in bytes.indices {
      var damaged = bytes
      for value: UInt8 in [0, 0x7F, 0xFF] {
        damaged[place] = value
        _ = ZipListing.read(damaged, limit: 10)
      }
    }
  }

  @Test("zip64 is refused") func zip64() {
    var large = bytes
    let end = bytes.count - 22
    large.replaceSubrange((end + 16)..<(end + 20), with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(ZipListing.read(large, limit: 10).failure?.reason.contains("zip64") == true)
  }
}
