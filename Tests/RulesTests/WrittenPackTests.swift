import Rules
import TOML
import Testing

@Suite struct WrittenPackTests {
  @Test("everything that a pack can hold")
  func whole() throws {
    let pack = try pack(
      """
      title = "mine"
      [[providers]]
      id = "p"
      name = "P"
      [[rules]]
      id = "a"
      regex = 'x'
      [[rules]]
      id = "b"
      path = 'y'
      [[allowlists]]
      paths = ['z']
      [[setting]]
      name = "S"
      """)
    #expect(pack.file == "pack.toml")
    #expect(pack.title == "mine")
    #expect(pack.providers.map(\.id) == ["p"])
    #expect(pack.rules.map(\.id) == ["a", "b"])
    #expect(pack.allowlists.map(\.paths) == [["z"]])
    #expect(pack.useDefault == nil)
    #expect(pack.disabledRules.isEmpty)
    #expect(pack.notices.isEmpty)
  }

  @Test(
    "an allowlist in the old form counts as one in the new",
    arguments: ["[allowlist]", "[[allowlists]]", "[Allowlist]"])
  func allowlistForms(header: String) throws {
    #expect(try pack("\(header)\nregexes = ['a']\n").allowlists.map(\.regexes) == [["a"]])
  }

  @Test func bothAllowlistFormsAreAMistake() throws {
    let error = try mistake("[allowlist]\npaths = ['a']\n[[allowlists]]\npaths = ['b']\n")
    #expect(error.place == "key allowlist")
    #expect(error.cause == "stands beside [[allowlists]]")
    #expect(error.hint == "keep [[allowlists]] alone")
  }

  @Test(
    "the forms of extending",
    arguments: [
      ("[extend]\nuseDefault = true", true, [], nil), ("[extend]\nuseDefault = false", false, [], nil),
      ("useDefault = false", false, [], nil), ("useDefault = false\n[extend]\nuseDefault = true", true, [], nil),
      ("[extend]\ndisabledRules = ['a', 'b']", nil, ["a", "b"], nil),
      ("[extend]\npath = 'base.toml'", nil, [], "base.toml"),
      ("[Extend]\nUseDefault = true", true, [], nil),
    ] as [(String, Bool?, [String], String?)])
  func extend(text: String, useDefault: Bool?, disabled: [String], path: String?) throws {
    let pack = try pack(text)
    #expect(pack.useDefault == useDefault)
    #expect(pack.disabledRules == disabled)
    #expect(pack.extendedPath == path)
    #expect(pack.notices.isEmpty)
  }

  @Test(
    "what does nothing is said",
    arguments: [
      ("colour = 1", ["pack.toml: the key colour is not known and does nothing"]),
      ("[extend]\nurl = 'https://a.example'", ["pack.toml: extend.url is not read: nothing is fetched"]),
      (
        "[[rules]]\nid = 'a'\nregex = 'x'\nColour = 1",
        ["pack.toml: rule a: the key Colour is not known and does nothing"]
      ),
      (
        "[[rules]]\nid = 'a'\nregex = 'x'\n[[rules.allowlists]]\npaths = ['p']\nfoo = 1",
        ["pack.toml: rule a: allowlist: the key foo is not known and does nothing"]
      ), ("[allowlist]\npaths = ['p']\nfoo = 1", ["pack.toml: allowlist: the key foo is not known and does nothing"]),
    ])
  func notices(text: String, expected: [String]) throws {
    #expect(try pack(text).notices == expected)
  }

  @Test(
    "a key of the wrong kind is a mistake",
    arguments: [
      ("title = 1", "pack.toml:1: key title: expected a string"),
      ("rules = 1", "pack.toml:1: key rules: expected an array of tables"),
      ("[rules]\nid = 'a'", "key rules: expected an array of tables"),
      ("[extend]\nuseDefault = 'yes'", "key useDefault: expected true or false"),
      ("[extend]\ndisabledRules = 'a'", "key disabledRules: expected a list of strings"),
      ("extend = true", "key extend: expected a table"), ("useDefault = 1", "key useDefault: expected true or false"),
    ])
  func wrongKinds(text: String, expected: String) throws {
    #expect(try mistake(text).description.hasSuffix(expected))
  }
}
