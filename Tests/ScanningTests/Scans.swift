import Rules
import Testing
import Vocabulary

@testable import Scanning

/// The rule set of a pack written as TOML.
func ruleSet(_ text: String, builtIn: Bool = false) throws -> RuleSet {
  var compiler = RuleCompiler(keywordsStandInMatches: builtIn)
  try compiler.add([WrittenPack(text, file: "pack.toml")])
  return RuleSet(try RuleGroup(compiler.rules), allowlists: compiler.allowlists.map(Allowlist.init))
}

func blob(_ bytes: [UInt8], path: String = "a.txt") -> Blob {
  Blob(provenance: Provenance(path: RepositoryPath(path)), bytes: bytes)
}

func scan(_ bytes: [UInt8], _ rules: String, path: String = "a.txt", builtIn: Bool = false) throws -> ScanResult {
  let scanner = try Scanner(ruleSet(rules, builtIn: builtIn))
  return scanner.scan(blob(bytes, path: path))
}

func scan(_ text: String, _ rules: String, path: String = "a.txt", builtIn: Bool = false) throws -> ScanResult {
  try scan(Array(text.utf8), rules, path: path, builtIn: builtIn)
}

extension ScanResult {
  /// The secrets found, as text, in the order of the findings.
  var secrets: [String] { findings.map { String(decoding: $0.secret.revealedBytes(), as: UTF8.self) } }

  var rules: [String] { findings.map(\.rule.id.name) }
}

extension TextRegion {
  /// `1:5-1:9`.
  var text: String { "\(startLine):\(startColumn)-\(endLine):\(endColumn)" }
}

/// A text with made-up secrets in it.
func made(_ template: String, seed: UInt64 = 1) throws -> String { try ExampleTemplate(template).text(seed: seed) }

/// UTF-16 or UTF-32 without a mark.
func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
  func bytes(_ value: UInt32, _ size: Int, big: Bool) -> [UInt8] {
    let little = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return big ? little.reversed() : little
  }
  return switch encoding {
  case .bytes, .wideRuns: Array(text.utf8)
  case .utf16LittleEndian: text.utf16.flatMap { bytes(UInt32($0), 2, big: false) }
  case .utf16BigEndian: text.utf16.flatMap { bytes(UInt32($0), 2, big: true) }
  case .utf32LittleEndian: text.unicodeScalars.flatMap { bytes($0.value, 4, big: false) }
  case .utf32BigEndian: text.unicodeScalars.flatMap { bytes($0.value, 4, big: true) }
  }
}

/// The byte order mark of an encoding.
func mark(_ encoding: TextEncoding) -> [UInt8] { encoded("\u{FEFF}", encoding) }
