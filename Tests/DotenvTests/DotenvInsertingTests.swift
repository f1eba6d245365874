import Dotenv
import Testing

@Suite struct DotenvInsertingTests {
  private func inserted(_ text: String, _ draft: DotenvDraft, _ placement: DotenvPlacement) throws -> String {
    String(decoding: try document(text).inserting(draft, placement).bytes, as: UTF8.self)
  }

  private func code(_ change: () throws -> DotenvDocument) -> DotenvEditError.Code? {
    do {
      _ = try change()
      return nil
    } catch {
      return (error as? DotenvEditError)?.code
    }
  }

  private static let bare = DotenvDraft("NEW")
  private static let commented = DotenvDraft("NEW", comments: ["What for", "Type: integer"])

  @Test(
    "at the end",
    arguments: [
      ("", bare, "NEW=\n"), ("A=1\n", bare, "A=1\nNEW=\n"), ("A=1", bare, "A=1\nNEW=\n"),
      ("A=1\r\n", bare, "A=1\r\nNEW=\r\n"),
      ("A=1\r\nB=2", bare, "A=1\r\nB=2\r\nNEW=\r\n"), ("", commented, "# What for\n# Type: integer\nNEW=\n"),
      ("A=1\n", commented, "A=1\n\n# What for\n# Type: integer\nNEW=\n"),
      ("A=1\n\n", commented, "A=1\n\n# What for\n# Type: integer\nNEW=\n"),
      ("\u{FEFF}", bare, "\u{FEFF}NEW=\n"), ("A=1\n", DotenvDraft("NEW", isOptional: true), "A=1\n# NEW=\n"),
      ("A=1\n", DotenvDraft("NEW", value: Array("a b".utf8)), "A=1\nNEW=a b\n"),
      ("A=1\n", DotenvDraft("NEW", comments: ["one\ntwo", ""]), "A=1\n\n# one\n# two\n#\nNEW=\n"),
    ])
  func atEnd(before: String, draft: DotenvDraft, after: String) throws {
    #expect(try inserted(before, draft, .atEnd) == after)
  }

  @Test(
    "behind another",
    arguments: [
      ("A=1\nB=2\n", bare, "A=1\nNEW=\nB=2\n"), ("B=2\nA=1", bare, "B=2\nA=1\nNEW=\n"),
      ("A='x\ny' # c\nB=2\n", bare, "A='x\ny' # c\nNEW=\nB=2\n"), ("# A=1\nB=2\n", bare, "# A=1\nNEW=\nB=2\n"),
      ("# a\nA=1\n\n# b\nB=2\n", commented, "# a\nA=1\n\n# What for\n# Type: integer\nNEW=\n\n# b\nB=2\n"),
      ("# a\nA=1\n# b\nB=2\n", commented, "# a\nA=1\n# What for\n# Type: integer\nNEW=\n# b\nB=2\n"),
      ("A=1\r\nB=2\r\n", commented, "A=1\r\n# What for\r\n# Type: integer\r\nNEW=\r\nB=2\r\n"),
    ])
  func behind(before: String, draft: DotenvDraft, after: String) throws {
    #expect(try inserted(before, draft, .after("A")) == after)
  }

  @Test(
    "by the alphabet among those of its prefix",
    arguments: [
      ("SMTP_HOST=\nSMTP_USER=\nZ=1\n", "SMTP_PORT", "SMTP_HOST=\nSMTP_PORT=\nSMTP_USER=\nZ=1\n"),
      ("A=1\nSMTP_HOST=\nSMTP_USER=\n", "SMTP_AUTH", "A=1\nSMTP_AUTH=\nSMTP_HOST=\nSMTP_USER=\n"),
      ("SMTP_USER=\nSMTP_HOST=\nA=1\n", "SMTP_PORT", "SMTP_USER=\nSMTP_HOST=\nSMTP_PORT=\nA=1\n"),
      ("Z=1\nA=1\nM=2\n", "NEW", "Z=1\nA=1\nM=2\nNEW=\n"),
      ("A=1\nM=1\nZ=2\n", "NEW", "A=1\nM=1\nNEW=\nZ=2\n"),
      ("SMTP_HOST=\n# SMTP_PORT=25\nA=1\n", "SMTP_USER", "SMTP_HOST=\n# SMTP_PORT=25\nSMTP_USER=\nA=1\n"),
      ("# mail\nSMTP_HOST=\nA=1\n", "SMTP_AUTH", "SMTP_AUTH=\n# mail\nSMTP_HOST=\nA=1\n"),
      ("\u{FEFF}SMTP_HOST=\nA=1\n", "SMTP_AUTH", "\u{FEFF}SMTP_AUTH=\nSMTP_HOST=\nA=1\n"),
      ("", "NEW", "NEW=\n"),
    ])
  func inGroup(before: String, name: String, after: String) throws {
    #expect(try inserted(before, DotenvDraft(name), .inGroup) == after)
  }

  @Test func newSettingHasItsComments() throws {
    let document = try document("# a\nA=1\n").inserting(DotenvInsertingTests.commented, .after("A"))
    let entry = try #require(document.entry(named: "NEW"))
    #expect(document.commentText(entry.comments) == ["What for", "Type: integer"])
    #expect(document.entry(named: "A").map { document.commentText($0.comments) } == ["a"])
  }

  @Test func twoInARow() throws {
    let text = "B=1\n"
    let once = try document(text).inserting(DotenvDraft("C"), .inGroup)
    #expect(code { try once.inserting(DotenvDraft("C"), .inGroup) } == .nameTaken)
    #expect(once.settings.map(\.name) == ["B", "C"])
  }

  @Test func whatIsRefused() {
    #expect(code { try document("A=1\n").inserting(DotenvDraft("A"), .atEnd) } == .nameTaken)
    #expect(code { try document("A=1\n").inserting(DotenvDraft("A", isOptional: true), .atEnd) } == .nameTaken)
    #expect(code { try document("# A=1\n").inserting(DotenvDraft("A"), .atEnd) } == nil)
    #expect(code { try document("A=1\n").inserting(DotenvDraft("B"), .after("X")) } == .noSuchName)
    for name in ["", "1A", "a-b", "a b", "é", "A=", "A\nB"] {
      #expect(code { try document("A=1\n").inserting(DotenvDraft(name), .atEnd) } == .invalidName)
    }
    let comment = DotenvDraft("B", comments: ["C=1"])
    #expect(code { try document("A=1\n").inserting(comment, .atEnd) } == .commentIsSetting)
    let long = DotenvDraft("B", value: Array("a\nb".utf8), isOptional: true)
    #expect(code { try document("A=1\n").inserting(long, .atEnd) } == .notCarried([.compose]))
    #expect(
      code { try document("A=1\n").inserting(DotenvDraft("B", value: Array("a\nb".utf8)), .atEnd, in: [.docker]) }
        == .notCarried([.docker]))
  }

  @Test func placeWhereItWouldBeReadOtherwise() {
    // Node takes the next line for the value of the last one.
    #expect(code { try document("A= \n#", .node20).inserting(DotenvDraft("B"), .atEnd) } == nil)
    #expect(code { try document("junk", .node20).inserting(DotenvDraft("B"), .atEnd) } == .changesOthers)
  }

  @Test func everythingElseIsKeptByteForByte() throws {
    var random = SeededGenerator(seed: 5)
    for seed in 0..<1_500 {
      var file = GeneratedFile(seed: UInt64(seed))
      let bytes = file.bytes()
      let dialect = random.choice(DotenvDialect.allCases)
      let old = DotenvDocument(bytes, file: ".env", dialect: dialect)
      let placement = random.choice([DotenvPlacement.atEnd, .inGroup])
      guard let new = try? old.inserting(DotenvInsertingTests.commented, placement) else { continue }
      let prefix = zip(bytes, new.bytes).prefix { $0 == $1 }.count
      let suffix = bytes.count - prefix
      #expect(new.bytes.count > bytes.count)
      #expect(bytes.suffix(suffix) == new.bytes.suffix(suffix))
      #expect(new.entries.count == old.entries.count + 1)
    }
  }
}
