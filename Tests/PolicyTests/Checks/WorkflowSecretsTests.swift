import Policy
import Testing
import Vocabulary

@Suite struct WorkflowSecretsTests {
  private static let workflow = """
    on: push
    jobs:
      a:
        runs-on: x
        steps:
          - run: deploy
            env:
              TOKEN: ${{ secrets.DEPLOY_TOKEN }}
              OWN: ${{ secrets.GITHUB_TOKEN }}
    """

  @Test("a workflow's secret has to be declared, where settings are")
  func undeclared() throws {
    let texts = [".github/workflows/a.yml": Self.workflow]
    #expect(try CheckedTree(texts).findings(.workflowSecretUndeclared) == [])
    let declared = "[[setting]]\nname = \"OTHER\"\n"
    #expect(
      try CheckedTree(texts, configuration: declared).findings(.workflowSecretUndeclared)
        == ["DEPLOY_TOKEN .github/workflows/a.yml"])
    let both = declared + "[[setting]]\nname = \"DEPLOY_TOKEN\"\nsecret = true\n"
    #expect(try CheckedTree(texts, configuration: both).findings(.workflowSecretUndeclared) == [])
  }
}
