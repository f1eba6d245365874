import Testing

@testable import Dotenv

@Suite struct TrapEvidenceTests {
  private func evidence(_ text: String, _ dialect: DotenvDialect = .compose) -> TrapEvidence {
    let document = document(text, dialect)
    return TrapEvidence(document.entries[0], in: document)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func partsOfALine() {
    let parts = evidence("export K = 'a b'  # c\r\n", .python)
    #expect(text(parts.raw) == "'a b'")
    #expect(text(parts.sign) == " = ")
    #expect(text(parts.rest) == "  # c")
    #expect(parts.endsWithCarriageReturn)
    #expect(!parts.isFirstAfterMark)
  }

  @Test(
    arguments: [
      ("K=a#b\n", true), ("K=a #b\n", true), ("K=ab\n", false), ("K='a#b'\n", true), ("K='a' # c\n", true),
    ])
  func hash(text: String, expected: Bool) { #expect(evidence(text).hasHash == expected) }

  @Test(arguments: [("K=a b\n", true), ("K='a b'\n", false), ("K=ab \n", false), ("K=a\tb\n", true)])
  func blank(text: String, expected: Bool) { #expect(evidence(text).hasBlankInValue == expected) }

  @Test(arguments: [("K=a;b\n", true), ("K=a|b\n", true), ("K=a(b)\n", true), ("K='a;b'\n", false), ("K=a,b\n", false)])
  func shellSign(text: String, expected: Bool) { #expect(evidence(text).hasShellSign == expected) }

  @Test(arguments: [("K='a' b\n", true), ("K='a' # b\n", false), ("K='a'\n", false), ("K=a b\n", false)])
  func textBehindQuotes(text: String, expected: Bool) { #expect(evidence(text, .node).hasTextBehindQuotes == expected) }

  @Test(arguments: [("K=\n", false), ("K= \n", true), ("K=\t \r\n", true), ("K=  # c\n", false), ("K=a \n", false)])
  func blankValue(text: String, expected: Bool) { #expect(evidence(text, .python).isBlankValue == expected) }

  @Test(arguments: [("K={\"a\"}\n", true), ("K=it's\n", true), ("K=\"a\"\n", false), ("K=a\n", false)])
  func innerQuotes(text: String, expected: Bool) { #expect(evidence(text).hasInnerQuotes == expected) }

  @Test(
    arguments: [
      ("export K=1\n", false), ("export K=\n", true), ("export  K=1\n", true), ("export\tK=1\n", true), ("K=\n", false),
    ])
  func oddExport(text: String, expected: Bool) { #expect(evidence(text).hasExportOddly == expected) }

  @Test(arguments: [("K1_=1\n", true), ("a.b=1\n", false), ("1K=1\n", false), ("é=1\n", false), ("_=1\n", true)])
  func name(text: String, expected: Bool) { #expect(evidence(text).isPOSIXName == expected) }

  @Test func mark() {
    #expect(evidence("\u{FEFF}K=1\n").isFirstAfterMark)
    #expect(!evidence("\u{FEFF}\nK=1\n").isFirstAfterMark)
  }

  @Test func littleIsLookedAtBehindAValue() {
    #expect(evidence("K='a'" + String(repeating: " ", count: 5_000) + "b\n", .node).rest.count == 1_000)
  }
}
