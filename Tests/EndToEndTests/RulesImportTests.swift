import Testing

/// `stanch rules import`.
@Suite struct RulesImportTests {
  private static let rules = """
    rules:
      - name: Example key
        id: example.key.1
        pattern: |
          (?xi)
          example [_-] key    # the name
          \\s{0,3} = \\s{0,3}
          ( [a-f0-9 ]{12} )
        min_entropy: 1.5
        confidence: high
        examples: ['example_key = 0123456789ab', "EXAMPLE-KEY=a1b2c3d4e5f6"]
        pattern_requirements: {min_digits: 2, ignore_if_contains: [sample]}
        depends_on_rule:
          - {rule_id: example.id.1, variable: ID}
        validation:
          type: Http
      - name: Example id
        id: example.id.1
        pattern: '\\bexid_([0-9]{6})\\b'
        visible: false

    """

  /// Breaks when what is imported does not prove itself, or finds something else than it should.
  @Test func anImportedPackWorks() throws {
    let repository = try GitRepository()
    try repository.write("rules.yml", Self.rules)
    let ending = try repository.stanch().run("rules", "import", "rules.yml", "--output", "pack.toml")
    #expect(ending.status == 0 && ending.errors.contains("example.key.1: validation is left out"), "\(ending.errors)")
    let check = try repository.stanch().run("rules", "check", "pack.toml")
    #expect(check.status == 0, "\(check.text)")
    try repository.stage("a.txt", "exid_123456 example_key = 0123456789ab\nexample_key = abcdefabcde1\n")
    try repository.stage("b.txt", "example_key = 0123456789ab\n")
    let report = try repository.scan("--config", "pack.toml")
    #expect(report.places == ["a.txt:1 example.key.1", "b.txt:1 example.key.1"], "\(report)")
  }

  /// Breaks when a mistake does not name its file and line.
  @Test func mistakesNameTheirPlace() throws {
    let repository = try GitRepository()
    for (text, words) in [
      ("rules:\n  - id: a\n    pattern: [\n", "rules.yml:4: did not find expected node content"),
      ("a: b\n", "rules.yml:1: there is no list of rules"),
      ("rules:\n  - id: a\n", "rules.yml:2: a rule needs an id and a pattern"),
    ] {
      try repository.write("rules.yml", text)
      let ending = try repository.stanch().run("rules", "import", "rules.yml")
      #expect(ending.status == 2 && ending.errors.contains(words) && ending.output.isEmpty, "\(ending.errors)")
    }
    #expect(try repository.stanch().run("rules", "import", "none.yml").status == 2)
  }
}
