import Policy
import Testing
import Vocabulary

@Suite struct PublishedFilesTests {
  @Test(
    "npm would publish an env file",
    arguments: [
      (#"{"name": "a"}"#, nil, true), (#"{"name": "a", "private": true}"#, nil, false),
      (#"{"name": "a", "files": ["dist"]}"#, nil, false), (#"{"name": "a"}"#, ".env\n", false),
      (#"{"name": "a""#, nil, false), (#"{"name": "a", "files": ["*.env", ".env"]}"#, nil, true),
    ] as [(String, String?, Bool)])
  func published(manifest: String, ignore: String?, isFound: Bool) throws {
    var texts = ["package.json": manifest, ".env": "A=1\n"]
    texts[".npmignore"] = ignore
    let found = try CheckedTree(texts, [".env": .untracked]).findings(.envFilePublished)
    #expect(found == (isFound ? [".env package.json"] : []))
  }
}
