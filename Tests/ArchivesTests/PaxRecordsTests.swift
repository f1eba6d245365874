import Testing

@testable import Archives

@Suite struct PaxRecordsTests {
  @Test("records give their values, line feeds and all") func values() {
    let records = PaxRecords(MadeArchive.pax([("path", "a\nb=c"), ("size", "12")])[...])
    #expect(records.values == ["path": Array("a\nb=c".utf8), "size": Array("12".utf8)])
    #expect(!records.isDamaged && !records.isSparse)
  }

  @Test(
    "what is no record is damage",
    arguments: ["x", "5 a=b\n", "99 a=b\n", "6 a=b!", "3 \n", "99999999999999999999 a=b\n"])
  func damage(text: String) { #expect(PaxRecords(Array(text.utf8)[...]).isDamaged) }
}
