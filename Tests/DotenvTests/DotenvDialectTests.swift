import Dotenv
import Testing

@Suite struct DotenvDialectTests {
  @Test func eachHasATitleOfItsOwn() {
    #expect(Set(DotenvDialect.allCases.map(\.title)).count == DotenvDialect.allCases.count)
  }

  @Test func currentOnesAreAllButTheOldNode() {
    #expect(Set(DotenvDialect.allCases).subtracting(DotenvDialect.current) == [.node20])
  }

  @Test(arguments: DotenvDialect.allCases)
  func plainFileIsReadByAll(dialect: DotenvDialect) {
    let text = "# The port\nPORT=8080\n\nURL=https://example.org/a?b=c\nEMPTY=\n"
    #expect(reading(text, dialect) == ["PORT=8080", "URL=https://example.org/a?b=c", "EMPTY="])
  }
}
