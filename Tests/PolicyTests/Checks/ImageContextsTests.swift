import Policy
import Testing
import Vocabulary

@Suite struct ImageContextsTests {
  @Test(
    "a context that is copied lets no env file in",
    arguments: [
      ("COPY . .\n", nil, true), ("COPY . .\n", ".env\n", false), ("COPY . .\n", "**/.env*\n", false),
      ("COPY . .\n", "node_modules\n", true), ("ADD ./ /app\n", nil, true), ("COPY src src\n", nil, false),
      ("COPY --from=build . .\n", nil, false), ("COPY --chown=a:b . .\n", nil, true),
      ("COPY . .\n", "*\n!src\n", false), ("COPY . .\n", ".env\n!.env\n", true),
    ] as [(String, String?, Bool)])
  func contexts(copy: String, ignore: String?, isFound: Bool) throws {
    var texts = ["Dockerfile": "FROM scratch\n\(copy)", ".env.example": "A=\n", ".gitignore": ".env\n"]
    texts[".dockerignore"] = ignore
    #expect(
      try CheckedTree(texts).findings(.envFileInImage) == (isFound ? ["Dockerfile Dockerfile"] : []))
  }

  @Test("without env files a context is nobody's business")
  func nothing() throws {
    #expect(try CheckedTree(["Dockerfile": "FROM scratch\nCOPY . .\n"]).findings(.envFileInImage) == [])
  }
}
