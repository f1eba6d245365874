import Rules
import TOML
import Testing

@Suite struct WrittenProviderTests {
  @Test func whole() throws {
    let text = "[[providers]]\nid = 'p'\nname = 'P'\nholder = 'can do it'\nrevoke = 'there'\n"
    let provider = try #require(try pack(text).providers.first)
    #expect(provider.id == "p")
    #expect(provider.name == "P")
    #expect(provider.holder == "can do it")
    #expect(provider.revoke == "there")
  }

  @Test(arguments: [
    ("name = 'P'", "key id: a provider needs an id"), ("id = 'p'", "provider p, key name: a provider needs a name"),
    ("id = 'p'\nname = 1", "provider p, key name: expected a string"),
  ])
  func mistakes(body: String, expected: String) throws {
    #expect(try mistake("[[providers]]\n\(body)\n").description.hasSuffix(expected))
  }
}
