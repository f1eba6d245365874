import Foundation
import SettingDiscovery
import Testing

/// Texts that nobody writes by mistake: no crash, and no more time than their length is worth.
struct HostileCodeTests {
  private static func read(_ text: [UInt8], _ path: String) -> SettingReadout? {
    guard let reader = unsafe SettingReaders.reader(for: path, beginning: text.span.bytes) else { return nil }
    return unsafe reader.references(in: text.span.bytes, path: path, conventions: SettingConventions())
  }

  @Test(arguments: 1...3) func `Damaged code of all languages is read to its end`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let samples = try LabelledCodeTests.samples()
    let pieces: [[UInt8]] = [
      "\"", "'", "`", "{", "}", "${", "<", "\\", "\n", "/*", "\"\"\"", "(", ")", "#", "\u{0}", "é", "<<~X", "%w[", "f'",
    ].map { Array($0.utf8) }
    for sample in samples {
      var text = sample.text
      for _ in 0..<4 where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &random)
        let piece = pieces.randomElement(using: &random) ?? []
        switch random.next() % 3 {
        case 0: text.insert(contentsOf: piece, at: place)
        case 1: text.removeSubrange(place..<min(text.count, place + Int(random.next() % 8)))
        default: text[place] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      let readout = HostileCodeTests.read(text, sample.path)
      for reference in readout?.references ?? [] { #expect((0...text.count).contains(reference.offset)) }
      for gap in readout?.gaps ?? [] { #expect((0...text.count).contains(gap.offset)) }
    }
  }

  @Test func `What is found stands in the order of the text`() throws {
    for sample in try LabelledCodeTests.samples() {
      let offsets = HostileCodeTests.read(sample.text, sample.path)?.references.map(\.offset) ?? []
      #expect(offsets == offsets.sorted())
    }
  }

  private static let patterns: [(path: String, beginning: String, repeated: String)] = [
    ("a.py", "import os\n", "x = os.environ\n"), ("a.py", "", "os.environ[f'{os.environ["),
    ("a.py", "os.environ", "f'{a:"),
    ("a.py", "import os\n", "for k in [\"A\"]:\n if os.environ.get(k): pass\n"),
    ("a.py", "from environs import Env\nenv = Env()\n", "with env.prefixed(\"A\"): "),
    ("a.py", "from pydantic_settings import BaseSettings\n", "class A(BaseSettings):\n  a: str\n"),
    ("a.py", "os.environ", "(((["),
    ("a.py", "import os\n", "a = os.getenv(\"A\")\nif a:\n"), ("a.ts", "process.env;", "`${"),
    ("a.ts", "process.env;", "/[/"),
    ("a.tsx", "process.env;", " = <a>"), ("a.tsx", "process.env;", "<a b={<c>"),
    ("a.ts", "", "const { A } = process.env; if ("),
    ("a.ts", "process.env;", "const a = z.object({ A: z.string() }).parse(process.env);"), ("a.rb", "ENV[", "<<~A\n"),
    ("a.rb", "ENV[", "a = <<~A, <<~B\nA\n"),
    ("a.rb", "ENV[", "%w[ a "), ("a.rb", "", "raise x unless ENV[\"A\"] and "), ("a.rs", "env::var", "r###\""),
    ("a.rs", "", "env::var(\"A\").ok()."),
    ("a.rs", "struct A {}", "envy::from_env::<A>();"),
    ("a.go", "os.Getenv", "type A struct { B A `envPrefix:\"X\"` }\n"),
    ("a.go", "os.Getenv", "struct {\n"), ("a.go", "", "if os.Getenv(\"A\") == \"\" {\n"),
    ("a.swift", "getenv", "\"\\("), ("a.swift", "getenv", "/* "),
    ("a.swift", "getenv", "#"), ("a.kt", "getenv", "\"${"),
    ("a.java", "", "@ConfigurationProperties(\"a\") class A { private String b; "),
    ("a.php", "<?php getenv", "<<<A\n"), ("a.php", "<?php ", "'%env(A)%' ."),
    ("a.cs", "GetEnvironmentVariable", "$\"{"), ("a.ex", "get_env", "~s("),
    ("a.vue", "process.env", "<script>`"), ("a.php", "env", "<?php // ?>"), ("a.rb", "ENV[", "/ / "),
    ("a.erb", "ENV[", "<% ENV[ "),
  ]

  @Test(arguments: patterns.indices) func `Eight times the text costs about eight times the time`(index: Int) {
    let pattern = HostileCodeTests.patterns[index]
    func text(_ count: Int) -> [UInt8] {
      Array((pattern.beginning + String(repeating: pattern.repeated, count: count / pattern.repeated.utf8.count)).utf8)
    }
    let small = HostileCodeTests.cost(text(10_000), pattern.path)
    let large = HostileCodeTests.cost(text(80_000), pattern.path)
    #expect(large < max(small, 0.004) * 24, "\(pattern): \(small) s, then \(large) s")
  }

  /// The lesser processor time of two runs.
  private static func cost(_ text: [UInt8], _ path: String) -> Double {
    (0..<2).map { _ in
      let start = threadTime()
      _ = read(text, path)
      return threadTime() - start
    }.min() ?? 0
  }

  private static func threadTime() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
