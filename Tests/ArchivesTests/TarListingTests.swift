import Testing

@testable import Archives

@Suite struct TarListingTests {
  private typealias Tar = MadeArchive
  private let text = Array("text".utf8)

  private func names(_ bytes: [UInt8]) -> [String] {
    TarListing.read(bytes, limit: 100).entries.map { String(decoding: $0.name, as: UTF8.self) }
  }

  @Test("names are ustar's, pax's or GNU's") func longNames() {
    #expect(names(Tar.tarMember("b", text, prefix: "a") + Tar.tarEnd) == ["a/b"])
    let pax = Tar.tarMember("p", Tar.pax([("path", "long/name"), ("mtime", "1")]), kind: "x")
    #expect(names(pax + Tar.tarMember("b", text) + Tar.tarMember("c", text)) == ["long/name", "c"])
    let gnu = Tar.tarMember("././@LongLink", Array("gnu/name\0".utf8), kind: "L")
    #expect(names(gnu + Tar.tarMember("b", text) + Tar.tarMember("c", text)) == ["gnu/name", "c"])
  }

  @Test("links hold where they lead, and folders and devices nothing") func links() {
    let bytes =
      Tar.tarMember("l", [], kind: "2", link: "target") + Tar.tarMember("d/", [], kind: "5")
      + Tar.tarMember("h", [], kind: "1", link: "x") + Tar.tarMember("dev", [], kind: "3") + Tar.tarMember("f", text)
    let listing = TarListing.read(bytes, limit: 100)
    #expect(names(bytes) == ["l", "f"])
    guard case .text(let target)? = listing.entries.first?.contents else { return #expect(Bool(false)) }
    #expect(target == Array("target".utf8))
  }

  @Test("sparse files are refused") func sparse() {
    let pax = Tar.tarMember("p", Tar.pax([("GNU.sparse.major", "1"), ("GNU.sparse.name", "s")]), kind: "x")
    for bytes in [Tar.tarMember("s", text, kind: "S"), pax + Tar.tarMember("b", text)] {
      let listing = TarListing.read(bytes, limit: 100)
      #expect(names(bytes) == ["s"])
      guard case .failed(let failure)? = listing.entries.first?.contents else { return #expect(Bool(false)) }
      #expect(failure == .unreadable("it is a sparse file, which is not read"))
    }
  }

  @Test("archives one behind the other are read, with what is between") func joined() {
    let bytes = Tar.tarMember("a", text) + Tar.tarEnd + Tar.tarMember("b", text) + Tar.tarEnd
    #expect(names(bytes) == ["a", "b"])
    #expect(TarListing.read(bytes, limit: 100).failure == nil)
  }

  @Test("what is cut off or follows and is no member is told") func damage() {
    let bytes = Tar.tarMember("a", text) + Tar.tarMember("b", text)
    for cut in [1, 300, 700] where cut != 512 {
      let failure = TarListing.read(Array(bytes.dropLast(cut)), limit: 100).failure
      #expect((failure == nil) == (cut <= 508))
    }
    #expect(TarListing.read(bytes + Tar.tarEnd + text, limit: 100).failure != nil)
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 0xFF
      _ = TarListing.read(damaged, limit: 100)
    }
  }
}
