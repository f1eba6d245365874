import Patterns
import Testing

@Suite struct LazyPatternTests {
  @Test("tasks that ask at once get the same pattern")
  func once() async throws {
    let lazy = LazyPattern("a(b)")
    let identities = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 0..<64 { group.addTask { ObjectIdentifier(try lazy.pattern()) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(identities == [ObjectIdentifier(try lazy.pattern())])
  }

  @Test func nothingIsCompiledBeforeItIsAskedFor() {
    let lazy = LazyPattern("(")
    #expect(lazy.source == "(")
    #expect(throws: PatternError.self) { try lazy.pattern() }
  }
}
