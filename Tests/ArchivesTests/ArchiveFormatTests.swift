import Testing

@testable import Archives

@Suite struct ArchiveFormatTests {
  @Test("archives are known by their first bytes") func formats() {
    #expect(ArchiveFormat(MadeArchive.zip(["a": [1]])) == .zip)
    #expect(ArchiveFormat(MadeArchive.zip([MadeArchive.ZipMember]())) == .zip)
    #expect(ArchiveFormat(MadeArchive.gzip([])) == .gzip)
    #expect(ArchiveFormat(MadeArchive.tarMember("a", [])) == .tar)
  }

  @Test("a tar file from before there was a magic number is one") func oldTar() {
    var bytes = MadeArchive.tarMember("a", [])
    bytes.replaceSubrange(257..<265, with: [UInt8](repeating: 0, count: 8))
    #expect(ArchiveFormat(bytes) == nil)
    let sum = bytes.enumerated().reduce(0) { $0 + (148..<156 ~= $1.offset ? 32 : Int($1.element)) }
    let digits = String(sum, radix: 8)
    bytes.replaceSubrange(
      148..<156, with: Array(String(repeating: "0", count: 6 - digits.count).utf8) + Array(digits.utf8) + [0, 32])
    #expect(ArchiveFormat(bytes) == .tar)
  }

  @Test("other texts are none", arguments: ["", "PK", "PK\u{3}\u{4}", "text of more than eighteen bytes"])
  func none(text: String) {
    #expect(ArchiveFormat(Array(text.utf8)) == nil)
    #expect(ArchiveFormat(Array(text.utf8) + [UInt8](repeating: 0, count: 1024)) == nil || text.hasPrefix("PK\u{3}"))
  }
}
