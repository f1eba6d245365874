import Testing

@testable import Archives

@Suite struct GzipHeaderTests {
  @Test(
    "the contents have the name of the file without its ending",
    arguments: [
      ("dir/a.env.gz", "a.env"), ("x.tgz", "x.tar"), ("pic.svgz", "pic.svg"), ("A.GZ", "A"), (".gz", "contents"),
      ("blob", "contents"),
    ])
  func derived(path: String, name: String) {
    #expect(GzipHeader.name(MadeArchive.gzip([]), outer: Array(path.utf8)) == Array(name.utf8))
  }

  @Test("or the name that they were packed with") func written() {
    var bytes = MadeArchive.gzip([])
    bytes[3] = 8
    bytes.insert(contentsOf: Array("b.txt\0".utf8), at: 10)
    #expect(GzipHeader.name(bytes, outer: Array("a.gz".utf8)) == Array("b.txt".utf8))
  }
}
