import Testing

@testable import Dotenv

@Suite struct DotenvEditErrorTests {
  private func text(_ code: DotenvEditError.Code) -> String {
    DotenvEditError(code: code, file: "app/.env", name: "KEY").description
  }

  @Test(
    arguments: [
      (DotenvEditError.Code.noSuchName, "there is no such setting"),
      (.nameTaken, "there is such a setting already"),
      (.invalidName, "a name is made of letters, digits and underscores, and begins with no digit"),
      (.notCarried([.docker, .bash]), "docker --env-file, bash cannot hold this value"),
      (.noCommonSpelling([.node, .bash]), "there is no way to write this value that Node, bash all read as it is"),
      (.sharedLine, "another setting stands on the same line"),
      (.changesOthers, "with this change other lines would be read in another way"),
      (.commentIsSetting, "a line of the comment would be read as a setting"),
    ])
  func fileAndNameAreNamed(code: DotenvEditError.Code, reason: String) {
    #expect(text(code) == "app/.env: KEY: \(reason)")
  }
}
