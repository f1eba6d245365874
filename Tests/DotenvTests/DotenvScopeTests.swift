import Testing

@testable import Dotenv

@Suite struct DotenvScopeTests {
  private let name = Array("A".utf8)

  @Test func environmentWinsButInAShell() {
    var scope = DotenvScope(DotenvEnvironment(["A": "outside"]))
    scope.set(name, to: Array("file".utf8))
    #expect(scope.value(of: name) == Array("outside".utf8))
    #expect(scope.shellValue(of: name) == Array("file".utf8))
    #expect(scope.inherited(name) == Array("outside".utf8))
  }

  @Test func nameWithoutAValueIsHeldAndHasNone() {
    var scope = DotenvScope(.empty)
    #expect(!scope.holds(name))
    scope.set(name, to: nil)
    #expect(scope.holds(name))
    #expect(scope.value(of: name) == nil)
  }

  @Test func referencesAreTakenOnce() {
    var scope = DotenvScope(.empty)
    _ = scope.value(of: name)
    _ = scope.shellValue(of: name)
    #expect(scope.takeReferences() == [name, name])
    #expect(scope.takeReferences().isEmpty)
    _ = scope.value(of: name)
    scope.forgetReferences()
    #expect(scope.takeReferences().isEmpty)
  }

  @Test(
    "lines that double each other's length are refused before they fill the memory",
    arguments: [DotenvDialect.compose, .python, .bash])
  func doubling(dialect: DotenvDialect) {
    let text = "A0=xxxxxxxx\n" + (1...60).map { "A\($0)=${A\($0 - 1)}${A\($0 - 1)}\n" }.joined()
    let document = document(text, dialect)
    #expect(document.problems.first?.code == .expandsTooFar)
    #expect(throws: DotenvError.self) { try document.variables() }
  }

  @Test(arguments: [DotenvDialect.compose, .python, .bash])
  func muchIsFine(dialect: DotenvDialect) throws {
    let text = "A=\(String(repeating: "x", count: 1_000))\n" + String(repeating: "K=${A}\n", count: 2_000)
    #expect(try document(text, dialect).variables().count == 2)
  }
}
