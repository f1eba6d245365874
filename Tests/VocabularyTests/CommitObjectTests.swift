import Testing

@testable import Vocabulary

@Suite struct CommitObjectTests {
  private static let id = ObjectID(bytes: [UInt8](repeating: 1, count: 20))

  private func commit(_ text: String) throws -> CommitObject {
    try CommitObject(Array(text.utf8), id: CommitObjectTests.id)
  }

  /// Breaks when an object name of either length is cut off, or a field is taken for another.
  @Test(arguments: [40, 64]) func everythingHasItsPlace(_ digits: Int) throws {
    let names = ["a", "b", "c"].map { String(repeating: $0, count: digits) }
    let commit = try commit(
      """
      tree \(names[0])
      parent \(names[1])
      parent \(names[2])
      author Ada <ada@example.org> 1700000000 +0130
      committer Bob <bob@example.org> 1700000060 -0030

      subject

      body
      """)
    #expect([commit.tree] + commit.parents == names.map { ObjectID(hex: Array($0.utf8)) })
    #expect(commit.author == "Ada <ada@example.org>")
    #expect(commit.authorTime == GitTime(seconds: 1_700_000_000, zone: 90))
    #expect(commit.committerTime == GitTime(seconds: 1_700_000_060, zone: -30))
    #expect(commit.origin == Origin(id: CommitObjectTests.id, author: commit.author, time: commit.authorTime))
    #expect(
      String(decoding: commit.text, as: UTF8.self) == """
        subject

        body
        author Ada <ada@example.org> 1700000000 +0130
        committer Bob <bob@example.org> 1700000060 -0030

        """)
  }

  private static let tree = "tree " + String(repeating: "a", count: 40) + "\n"

  /// Breaks when what git accepts is refused, or is left out of what is scanned.
  @Test(arguments: [
    ("", ""),
    ("\nonly a message\n", "only a message\n"),
    ("author Ada <a@b> 1 +0000", "author Ada <a@b> 1 +0000"),
    ("note one\n two\n three\n\nm", "m\nnote one\n two\n three\n"),
    ("gpgsig -----BEGIN\n secret\n -----END\nnote kept\n\nm\n", "m\nnote kept\n"),
    ("gpgsig-sha256 x\n y\n\nm\n", "m\n"),
    (
      "mergetag object 1\n type commit\n \n message of the tag\n\nm\n",
      "m\nmergetag object 1\n type commit\n \n message of the tag\n"
    ),
    ("author\n\nm\0n", "m\0n\nauthor\n"),
    ("encoding ISO-8859-1\nparent later\n\nm", "m\nencoding ISO-8859-1\nparent later\n"),
  ])
  func whatPeopleWroteIsScanned(_ rest: String, _ text: String) throws {
    let commit = try commit(CommitObjectTests.tree + rest)
    #expect(String(decoding: commit.text, as: UTF8.self) == text)
    #expect(commit.parents.isEmpty)
  }

  /// Breaks when a commit without a tree counts as one with nothing in it.
  @Test(arguments: ["", "\n", "tree", "tree \n", "tree 1234\n", "author Ada <a@b> 1 +0000\n", "\0", " tree x\n"])
  func aCommitWithoutATreeIsAnError(_ text: String) {
    #expect(throws: ObjectFormatError.self) { try commit(text) }
  }

  @Test func aParentThatIsNoneIsAnError() {
    #expect(throws: ObjectFormatError.self) { try commit(CommitObjectTests.tree + "parent 12\n\nm\n") }
  }

  /// Breaks when a hostile time overflows, or one that is no number is an error.
  @Test(arguments: [
    ("99999999999999999999999999 +0000", 253_370_764_799, 0), ("-99999999999999999999 +0000", -62_135_596_800, 0),
    ("-5 -0100", -5, -60), ("x +0100", 0, 60), ("", 0, 0), ("7", 7, 0), ("7 +9999", 7, 0), ("7 0100", 7, 0),
    ("7 +99999999999999999999", 7, 0), ("7 +", 7, 0), ("1e5 +0000", 0, 0), ("7 -2359", 7, -1439),
  ])
  func anyTimeIsTaken(_ written: String, _ seconds: Int, _ zone: Int) throws {
    let commit = try commit(CommitObjectTests.tree + "author A <a@b> \(written)\n\nm\n")
    #expect(commit.authorTime == GitTime(seconds: seconds, zone: zone))
    #expect(commit.committerTime == commit.authorTime)
    #expect(!commit.authorTime.description.isEmpty)
  }

  /// Breaks when some cut-off or garbled commit stops the program.
  @Test func noBytesStopTheProgram() throws {
    let whole = Array((CommitObjectTests.tree + "author A <a@b> 1 +0\ngpgsig a\n b\n\nmessage\n").utf8)
    for length in 0...whole.count {
      let cut = Array(whole.prefix(length))
      #expect(
        (try? CommitObject(cut, id: CommitObjectTests.id)) != nil || length < CommitObjectTests.tree.utf8.count - 1)
    }
    for index in whole.indices {
      for byte: UInt8 in [0, 10, 32, 62, 255] {
        var garbled = whole
        garbled[index] = byte
        _ = try? CommitObject(garbled, id: CommitObjectTests.id)
        _ = try? TagObject(garbled, id: CommitObjectTests.id)
      }
    }
  }
}
