import Git
import Testing

@Suite struct GitErrorTests {
  @Test(
    arguments: [(nil, "reading the index: it is gone"), ("a/b", "reading the index a/b: it is gone")]
      as [(String?, String)])
  func sentence(subject: String?, expected: String) {
    #expect(
      GitError(code: .corrupt, operation: "reading the index", subject: subject, cause: "it is gone").description
        == expected)
  }
}
