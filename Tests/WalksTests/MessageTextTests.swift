import Testing
import Vocabulary

@testable import Walks

@Suite struct MessageTextTests {
  private static let id = String(repeating: "ab", count: 20)

  private static let headers = [
    "parent \(id)\n", "parent \(id)\n", "author A <a@b.test> 1 +0000\n", "committer C <c@d.test> 2 +0000\n",
    "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n", "gpgsig-sha256 x\n y\n",
    "mergetag object \(id)\n type commit\n tag v1\n \n words\n", "encoding latin1\n", "odd\n", "parent later\n", " a\n",
  ]
  private static let messages = [
    "\nsubject\n\nbody\n", "\n", "", "\nno line end", "\n\n\nblank lines\n", "\nNUL \0 in it\n",
  ]

  /// Breaks when the fast way reads another text than the careful one, of commits and tags whole and cut off.
  @Test(arguments: messages)
  func readsWhatTheObjectsHold(message: String) throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let chosen = Self.headers.filter { _ in Bool.random(using: &random) }
      let rest = (Bool.random(using: &random) ? chosen : chosen.shuffled(using: &random)).joined() + message
      let commit = Array("tree \(Self.id)\n\(rest)".utf8)
      let tag = Array("object \(Self.id)\ntype commit\ntag v1\n\(rest)".utf8)
      let id = try #require(ObjectID(hex: Array(Self.id.utf8)))
      for length in [commit.count, Int.random(in: 0...commit.count, using: &random)] {
        let bytes = Array(commit.prefix(length))
        guard let expected = try? CommitObject(bytes, id: id).text else { continue }
        var text = MessageText()
        unsafe text.read(bytes.span.bytes, isCommit: true)
        #expect(text.bytes == expected, "\(String(decoding: bytes, as: UTF8.self))")
      }
      var text = MessageText()
      unsafe text.read(tag.span.bytes, isCommit: false)
      #expect(text.bytes == (try TagObject(tag, id: id).text))
    }
  }
}
