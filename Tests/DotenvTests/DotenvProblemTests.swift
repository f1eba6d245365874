import Testing

@testable import Dotenv

@Suite struct DotenvProblemTests {
  private static let codes: [DotenvProblem.Code] = [
    .unterminatedQuote, .noName, .spaceInName, .unexpectedCharacterInName, .notUTF8, .nulByte, .lineTooLong,
    .notATemplate,
    .required(Array("NAME".utf8)), .nestedTooDeep, .expandsTooFar, .command, .notStatic("a thing"), .notAnEntry,
  ]

  @Test(arguments: codes)
  func messageIsOneSentenceWithoutAPlace(code: DotenvProblem.Code) {
    for dialect in DotenvDialect.allCases {
      let message = DotenvProblem(code: code, offset: 3, dialect: dialect).message
      #expect(!message.isEmpty)
      #expect(!message.hasSuffix("."))
      #expect(!message.contains("\n"))
    }
  }

  @Test func requiredNameIsNamed() {
    let problem = DotenvProblem(code: .required(Array("NAME".utf8)), offset: 0, dialect: .bash)
    #expect(problem.message == "NAME is required here and not set")
  }

  @Test func whichReadersGoOn() {
    func isPassedOver(_ code: DotenvProblem.Code, _ dialect: DotenvDialect) -> Bool {
      DotenvProblem(code: code, offset: 0, dialect: dialect).isPassedOver
    }
    #expect(isPassedOver(.unterminatedQuote, .python))
    #expect(!isPassedOver(.notUTF8, .python))
    #expect(!isPassedOver(.expandsTooFar, .python))
    #expect(isPassedOver(.noName, .node))
    #expect(!isPassedOver(.unterminatedQuote, .compose))
    #expect(!isPassedOver(.noName, .docker))
    #expect(!isPassedOver(.command, .bash))
  }

  @Test func hints() {
    #expect(DotenvProblem(code: .command, offset: 0, dialect: .bash).hint == "put the value between single quotes")
    #expect(DotenvProblem(code: .noName, offset: 0, dialect: .docker).hint == nil)
  }
}
