import Testing

@testable import Archives

@Suite struct ArchiveWalkTests {
  private func open(
    _ bytes: [UInt8], at path: String = "outer", unwanted: Set<String> = [],
    _ change: (inout ArchiveLimits) -> Void = { _ in }
  ) throws -> Recorder {
    var limits = ArchiveLimits(memberSize: 1 << 20)
    change(&limits)
    guard var walk = ArchiveWalk(Recorder(unwanted: unwanted), limits) else { throw MemberFailure.limits("no memory") }
    walk.open(bytes, at: Array(path.utf8))
    return walk.visitor
  }

  private let text = Array("some text\nof two lines\n".utf8)

  @Test("what is no archive is one text") func plain() throws {
    let seen = try open(text)
    #expect(seen.texts == ["": "some text\nof two lines\n"] && seen.gaps.isEmpty)
  }

  @Test(
    "members, stored and deflated, are shown once: the archive's own bytes hold them no more", arguments: [true, false])
  func members(isDeflated: Bool) throws {
    let bytes = MadeArchive.zip(
      [.init(name: "./dir/a.txt", contents: text, isDeflated: isDeflated), .init(name: "dir/", contents: [])],
      comment: "a remark")
    let seen = try open(bytes)
    #expect(seen.members == ["dir/a.txt": "some text\nof two lines\n"] && seen.gaps.isEmpty)
    let own = try #require(seen.texts[""])
    #expect(!own.contains("two lines") && own.hasSuffix("a remark") && own.utf8.count >= bytes.count)
    #expect(isDeflated || own.utf8.filter { $0 == 10 }.count == 2)
  }

  @Test("a member that is not wanted is not unpacked, and not shown with the archive") func unwanted() throws {
    let bytes = MadeArchive.zip([.init(name: "a", contents: text, checksum: 1)])
    let seen = try open(bytes, unwanted: ["a"])
    #expect(seen.members.isEmpty && seen.gaps.isEmpty)
    #expect(seen.texts[""]?.contains("two lines") == false)
  }

  @Test("archives are opened in archives as deep as is allowed, and then shown as they are") func depth() throws {
    var bytes = text
    for name in ["c", "b", "a"] { bytes = MadeArchive.zip([name: bytes]) }
    #expect(try open(bytes).texts["a!b!c"] == "some text\nof two lines\n")
    #expect(try open(bytes).gaps.isEmpty)
    let shallow = try open(bytes) { $0.depth = 2 }
    #expect(shallow.gaps == ["limits a!b: it is an archive deeper than 2 archives one in another, and was not opened"])
    #expect(Set(shallow.members.keys) == ["a", "a!b"])
  }

  @Test("a tar file in gzip is one archive") func compressedTar() throws {
    let bytes = MadeArchive.gzip(MadeArchive.tarMember("dir/a", text) + MadeArchive.tarEnd)
    let seen = try open(bytes, at: "x.tgz") { $0.depth = 1 }
    #expect(seen.members == ["dir/a": "some text\nof two lines\n"] && seen.gaps.isEmpty)
  }

  @Test("all members of a gzip file are one text") func gzipMembers() throws {
    let bytes = MadeArchive.gzip(Array("some ".utf8)) + MadeArchive.gzip([]) + MadeArchive.gzip(Array("text".utf8))
    let seen = try open(bytes, at: "dir/a.txt.gz")
    #expect(seen.members == ["a.txt": "some text"] && seen.gaps.isEmpty)
    #expect(try open(bytes + [0, 0, 0]).gaps.isEmpty)
    #expect(
      try open(bytes + [1, 2]).gaps == ["unreadable : 2 bytes at its end are no gzip file, and were not unpacked"])
  }

  // MARK: Gaps

  @Test("what is damaged is told, and its bytes are shown as they are", arguments: [1, 9, 15])
  func damage(cut: Int) throws {
    let seen = try open(MadeArchive.gzip(text).dropLast(cut))
    #expect(seen.gaps == ["unreadable : it is damaged or cut off"] && seen.members.isEmpty)
    #expect(seen.texts[""] != nil)
    #expect(try open(MadeArchive.zip(["a": text]).dropLast(cut)).gaps.map { $0.prefix(10) } == ["unreadable"])
  }

  @Test(
    "what cannot be unpacked is told with its name",
    arguments: [
      (MadeArchive.ZipMember(name: "a", contents: [1, 2], checksum: 7), "it is damaged: its checksum is wrong"),
      (MadeArchive.ZipMember(name: "a", contents: [1, 2], isDeflated: true, size: 3), "it is damaged"),
      (MadeArchive.ZipMember(name: "a", contents: [1, 2], flags: 1), "it is encrypted"),
      (
        MadeArchive.ZipMember(name: "a", contents: [1, 2], method: 12),
        "it is packed in a way that is not known (method 12)"
      ),
    ])
  func unreadable(member: MadeArchive.ZipMember, reason: String) throws {
    let seen = try open(MadeArchive.zip([member, .init(name: "b", contents: text)]))
    #expect(seen.gaps == ["unreadable a: \(reason)"])
    #expect(Set(seen.members.keys) == ["b"])
  }

  @Test("a member over the limit of size is told") func oversize() throws {
    let zip = try open(MadeArchive.zip(["a": text, "b": [1]])) { $0.memberSize = 22 }
    #expect(zip.gaps == ["oversize a: it has 23 bytes, over the limit of 22"])
    #expect(Set(zip.members.keys) == ["b"])
    #expect(try open(MadeArchive.zip(["a": text])) { $0.memberSize = 23 }.gaps.isEmpty)
    let gzip = try open(MadeArchive.gzip(text)) { $0.memberSize = 22 }
    #expect(gzip.gaps == ["oversize : it has more than 22 bytes when it is unpacked, the limit"])
    #expect(try open(MadeArchive.gzip(text)) { $0.memberSize = 23 }.gaps.isEmpty)
  }

  @Test("what grows too much is not unpacked, unless it is small all the same", arguments: [true, false])
  func ratio(isZip: Bool) throws {
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    let bytes = isZip ? MadeArchive.zip(["a": zeros]) : MadeArchive.gzip(zeros)
    let bomb = try open(bytes) { $0.freeSize = 1000 }
    #expect(bomb.gaps == ["limits \(isZip ? "a" : ""): it becomes more than 200 times as large when it is unpacked"])
    #expect(bomb.members.isEmpty)
    #expect(try open(bytes).gaps.isEmpty)
  }

  @Test("what an archive becomes in all is limited, over all that is in it") func total() throws {
    let inner = MadeArchive.zip(["c": text])
    let bytes = MadeArchive.zip(["a": text, "b": inner, "d": [1, 2, 3]])
    let seen = try open(bytes) { $0.total = inner.count + 40 }
    #expect(seen.gaps == ["limits b!c: the archive becomes larger than \(inner.count + 40) bytes in all"])
    #expect(Set(seen.members.keys) == ["a", "b", "d"])
    #expect(try open(bytes) { $0.total = inner.count + 49 }.gaps.isEmpty)
  }

  @Test("members that an archive holds and does not list are told") func unlisted() throws {
    let hidden = MadeArchive.zip([.init(name: "hidden", contents: text)])
    // Another archive, put before the first member, is no part of what is listed.
    let seen = try open(MadeArchive.zip([.init(name: "a", contents: text)], prefix: hidden))
    #expect(seen.gaps == ["unreadable : it holds members that it does not list, which were not unpacked"])
    #expect(Set(seen.members.keys) == ["a"])
    // A member that is an archive itself, and is not packed, has members of its own.
    #expect(try open(MadeArchive.zip([.init(name: "b", contents: hidden)])).gaps.isEmpty)
  }

  @Test("members are limited in number") func memberCount() throws {
    let seen = try open(MadeArchive.zip(["a": text, "b": text, "c": text])) { $0.members = 2 }
    #expect(seen.gaps == ["limits : it has more than 2 members; the rest was not opened"])
    #expect(Set(seen.members.keys) == ["a", "b"])
  }

  @Test("of many gaps the first are told one by one, and the others counted") func manyGaps() throws {
    let members = (0..<120).map { MadeArchive.ZipMember(name: "\($0)", contents: [1], flags: 1) }
    let seen = try open(MadeArchive.zip(members))
    #expect(seen.gaps.count == 101)
    #expect(seen.gaps.last == "unreadable : 20 more members of it were not looked at")
  }
}
