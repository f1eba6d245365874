import CRulePacks
import FoundationEssentials
import Rules
import Scanning
import Testing
import Vocabulary

@testable import Commands

@Suite struct BuiltInRulesTests {
  /// The folder rules/ of this package.
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../rules")
    .standardized

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".toml") }.sorted()
  }

  @Test("the program carries each file of rules/ as it is; else run scripts/list-rule-packs")
  func packsAreTheFiles() throws {
    var count = 0
    let first = unsafe stanch_rule_packs(&count)
    let packs = unsafe UnsafeBufferPointer(start: first, count: count)
    let names = unsafe packs.map { unsafe String(cString: $0.name) }
    #expect(try names == Self.files())
    for index in packs.indices {
      let name = unsafe String(cString: packs[index].name)
      let bytes = unsafe Array(UnsafeBufferPointer(start: packs[index].bytes, count: packs[index].size))
      #expect(try bytes == Array(Data(contentsOf: Self.folder.appending(path: name))), "\(name)")
    }
  }

  @Test("packs are read under the names of their files")
  func packs() throws {
    #expect(try BuiltInRules.packs().map(\.file) == Self.files().map { "rules/" + $0 })
    #expect(try BuiltInRules.packs().flatMap(\.notices) == [])
  }

  @Test("the compiled image holds the rules of the packs, in every part")
  func imageIsThePacks() throws {
    var compiler = RuleCompiler(keywordsStandInMatches: true)
    try compiler.add(try BuiltInRules.packs())
    let ruleSet = try BuiltInRules.ruleSet()
    let (found, expected) = (ruleSet.rules.map(\.definition), compiler.rules)
    #expect(found.count == expected.count)
    for (one, other) in zip(found, expected) where one != other { Issue.record("\(other.summary.id) differs") }
    #expect(ruleSet.allowlists.map(\.description) == compiler.allowlists.map(\.description))
  }

  @Test("every rule is proven on its own examples")
  func selfCheck() throws {
    let check = try RuleSelfCheck(try BuiltInRules.packs(), isBuiltIn: true)
    #expect(check.problems.map(\.description) == [])
    #expect(check.checkedRules == (try BuiltInRules.ruleSet()).rules.count)
  }

  @Test("no global allowlist falls into gitleaks' trap of anchors that hold for the outer words alone")
  func anchoredAlternations() throws {
    for pack in try BuiltInRules.packs() {
      for allowlist in pack.allowlists + pack.rules.flatMap(\.allowlists) {
        for regex in allowlist.regexes { #expect(!Self.hasLooseAnchor(regex), "\(pack.file): \(regex)") }
      }
    }
  }

  /// Whether `^` holds for the first branch alone and `$` for the last, in an alternation outside of every group.
  private static func hasLooseAnchor(_ regex: String) -> Bool {
    var (depth, inClass, escaped) = (0, false, false)
    var branches = [""]
    for character in regex {
      if escaped {
        escaped = false
      } else if character == "\\" {
        escaped = true
      } else if inClass {
        inClass = character != "]"
      } else if character == "[" {
        inClass = true
      } else if character == "(" {
        depth += 1
      } else if character == ")" {
        depth -= 1
      } else if character == "|", depth == 0 {
        branches.append("")
        continue
      }
      branches[branches.count - 1].append(character)
    }
    func opens(_ branch: String?) -> Bool { branch?.replacing("(?i)", with: "").hasPrefix("^") == true }
    func closes(_ branch: String?) -> Bool { branch?.hasSuffix("$") == true }
    return opens(branches.first) && !closes(branches.first) && closes(branches.last) && !opens(branches.last)
  }

  @Test func theCheckForLooseAnchorsWorks() {
    #expect(Self.hasLooseAnchor("(?i)^true|false|null$"))
    #expect(!Self.hasLooseAnchor("(?i)^(?:true|false|null)$"))
    #expect(!Self.hasLooseAnchor("a|b"))
    #expect(!Self.hasLooseAnchor("^a$|^b$"))
  }
}
