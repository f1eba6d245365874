import Testing
import Vocabulary

@testable import Git

@Suite struct ObjectBatchTests {
  private static let blob = GitSandbox.name(1)

  private func answers(_ text: String, _ count: Int, complaint: String = "") -> [String] {
    var rest = Array(text.utf8)[...]
    return (0..<count).map { _ in
      switch ObjectBatch.next(in: &rest, expecting: Self.blob, complaint: complaint) {
      case .bytes(let bytes): "bytes " + String(decoding: bytes, as: UTF8.self)
      case .oversize(let size): "oversize \(size)"
      case .failed(let error): "\(error.code) \(error.cause)"
      }
    }
  }

  @Test(
    "contents are as long as the header says, whatever they hold",
    arguments: [
      ("X blob 3\nabc\n", ["bytes abc"]), ("X blob 0\n\n", ["bytes "]), ("X blob 3\n\n\n\n\n", ["bytes \n\n\n"]),
      ("X blob 5\na\nb\nc\nX blob 1\nd\n", ["bytes a\nb\nc", "bytes d"]),
      ("X blob 11\nX blob 1\n\0\n\nX blob 1\ny\n", ["bytes X blob 1\n\0\n", "bytes y"]),
      ("X missing\nX blob 1\na\n", ["missing it is not there", "bytes a"]),
      ("X blob 9\nabc\n", ["corrupt git ended early", "corrupt git ended early"]),
      ("X blob 3\nabc", ["corrupt git ended early"]),
      ("", ["corrupt git ended early"]), ("X blo", ["corrupt git ended early"]),
      ("X blob x\n", ["corrupt it is not a blob"]), ("X ambiguous\n", ["corrupt it is not a blob"]),
      ("\n", ["corrupt it is not a blob"]),
    ])
  func answers(text: String, expected: [String]) {
    #expect(answers(text, expected.count) == expected)
  }

  @Test("git's own words say why it ended early")
  func complaint() {
    #expect(answers("", 1, complaint: "fatal: gone\nmore\n") == ["corrupt fatal: gone"])
  }

  @Test(
    "headers",
    arguments: [
      ("X blob 12", 12, nil), ("X blob 0", 0, nil), ("X missing", nil, .missing), ("X tree 12", nil, .corrupt),
      ("X commit 12", nil, .corrupt), ("X blob", nil, .corrupt), ("", nil, .corrupt), ("X blob 1 2", nil, .corrupt),
      ("X blob -5", nil, .corrupt),
    ] as [(String, Int?, GitError.Code?)])
  func headers(line: String, size: Int?, code: GitError.Code?) {
    switch ObjectBatch.header(Array(line.utf8)[...], of: Self.blob) {
    case .success(let found): #expect(found == size)
    case .failure(let error):
      #expect(error.code == code)
      #expect(error.subject == Self.blob.description)
    }
  }

  @Test("a request is a name a line")
  func request() {
    let names = [GitSandbox.name(1), GitSandbox.name(2)]
    #expect(String(decoding: ObjectBatch.request(names), as: UTF8.self) == "\(names[0])\n\(names[1])\n")
    #expect(ObjectBatch.request([]).isEmpty)
  }

  @Test("a batch takes what fits in memory, and always one")
  func batches() {
    var batch = ObjectBatch()
    #expect(batch.fits(.max))
    batch.append(3, size: 60 << 20)
    #expect(batch.fits(4 << 20))
    #expect(!batch.fits((4 << 20) + 1))
    batch.append(1, size: 4 << 20)
    #expect(!batch.fits(1))
    #expect(batch.take() == [3, 1])
    #expect(batch.take() == [])
    #expect(batch.fits(1 << 40))
  }
}
