import Testing

@testable import IgnoreRules

@Suite struct IgnoreFileTests {
  private func texts(_ text: String) -> [String] {
    IgnoreFile(path: ".gitignore", text: text).lines.map { String(decoding: $0.text, as: UTF8.self) }
  }

  @Test(
    "what of a line is its pattern",
    arguments: [
      ("a\n", ["a"]), ("a", ["a"]), ("", []), ("\n\n", []), ("# a\n#", []), ("\\#a", ["\\#a"]), ("a \n", ["a"]),
      ("a\\ \n", ["a\\ "]),
      ("a\\  \n", ["a\\ "]), ("a \\", ["a \\"]), (" a", [" a"]), ("a\t", ["a\t"]), ("a\r\n", ["a"]), ("a\r", ["a"]),
      ("a\r\r\n", ["a\r"]),
      ("a \r\n", ["a"]), ("a\r \n", ["a\r"]), ("\u{FEFF}a\n\u{FEFF}b", ["a", "\u{FEFF}b"]), ("a\0b\n", ["a"]),
      ("   ", []), ("!a/", ["!a/"]),
    ])
  func patterns(text: String, expected: [String]) { #expect(texts(text) == expected) }

  @Test("lines keep their numbers, and say what they are")
  func numbers() throws {
    let file = IgnoreFile(path: "a/.gitignore", text: "# why\n\n!a/\nb\r\n")
    #expect(file.lines.map(\.number) == [3, 4])
    let line = try #require(file.lines.first)
    #expect(line.isNegated && line.isForFolders && line.text == Array("!a/".utf8))
    #expect(file.folder == Array("a/".utf8)[...])
  }

  @Test("any bytes are read", arguments: 0..<300)
  func anyBytes(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let special = Array("*?[]\\!#/ -:\n\r\t\0".utf8)
    let text = (0..<random.number(0..<300)).map { _ in
      random.chance(70) ? random.pick(special) : UInt8(random.number(0..<256))
    }
    for ignoresCase in [false, true] {
      let rules = IgnoreRules(files: [IgnoreFile(path: Array(".gitignore".utf8), text: text, ignoresCase: ignoresCase)])
      for _ in 0..<20 {
        let path = (0..<random.number(0..<20)).map { _ in
          random.chance(50) ? random.pick(special) : UInt8(random.number(0..<256))
        }
        let verdict = rules.verdict(for: path, isDirectory: random.chance(50))
        if let decision = verdict.decision { #expect(decision.line <= text.count { $0 == 10 } + 1) }
      }
      // The two other readers take the same bytes, with a verdict or an error.
      if let docker = try? DockerIgnoreRules(path: [], text: text) { _ = docker.verdict(for: Array(text.prefix(40))) }
      if let npm = try? PackageFiles(files: nil, ignoreFiles: [(".npmignore", text)]) {
        _ = npm.verdict(for: Array(text.prefix(40)))
      }
    }
  }
}
