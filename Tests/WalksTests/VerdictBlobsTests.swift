import Git
import Testing
import Vocabulary

@testable import Walks

@Suite struct VerdictBlobsTests {
  private let path = RepositoryPath("a/b")

  @Test func bytesAreCounted() {
    var verdict = Verdict()
    #expect(verdict.take(.bytes([1, 2, 3]), at: path, limit: 9) == [1, 2, 3])
    #expect(verdict.take(.bytes([]), at: path, limit: 9) == [])
    #expect(verdict.coverage == Coverage(blobs: 2, bytes: 3))
    #expect(verdict.incidents.isEmpty)
  }

  @Test func oversizeIsAnIncident() {
    var verdict = Verdict()
    #expect(verdict.take(.oversize(10), at: path, limit: 9) == nil)
    #expect(verdict.coverage == Coverage())
    #expect(verdict.incidents.map(\.kind) == [.oversize])
    #expect(verdict.incidents.map(\.subject) == ["a/b"])
    #expect(verdict.incidents.first?.hint?.contains("--tolerate oversize") == true)
  }

  @Test func failureIsAnIncidentWithItsCause() {
    var verdict = Verdict()
    let error = GitError(
      code: .missing, operation: "reading the object", subject: "x", cause: "it is not there", hint: "fetch it")
    #expect(verdict.take(.failed(error), at: path, limit: 9) == nil)
    #expect(verdict.incidents.map(\.reason) == ["reading the object x: it is not there"])
    #expect(verdict.incidents.map(\.hint) == ["fetch it"])
    #expect(!verdict.isComplete)
  }
}
