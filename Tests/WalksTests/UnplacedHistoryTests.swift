import FoundationEssentials
import Git
import Packs
import Rules
import Scanning
import Suppression
import Testing
import Vocabulary

@testable import Walks

@Suite struct UnplacedHistoryTests {
  /// Breaks when a scan that is ended before it knows where things are loses what it has found.
  @Test func whatWasFoundIsToldByTheNamesOfItsObjects() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "stanch-unplaced-\(UInt64.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let git = GitProgram()
    _ = try await git.output(["init", "-q", folder.path])
    let secret = "tok-" + String(UInt64.random(in: 10_000_000...99_999_999))
    var blobs: [String] = []
    for text in ["k = \(secret)\n", "another: \(secret)\n\(secret)\n", "nothing\n"] {
      let arguments = ["-C", folder.path, "hash-object", "-w", "--stdin"]
      blobs.append(try await git.output(arguments, input: Array(text.utf8)).text)
    }

    var compiler = RuleCompiler(keywordsStandInMatches: true)
    let rule = "[[rules]]\nid = 'a'\nregex = 'tok-[0-9]{8}'\nkeywords = ['tok-']\n"
    try compiler.add([WrittenPack(rule, file: "pack.toml")])
    let rules = RuleSet(try RuleGroup(compiler.rules))
    let store = try ObjectStore(folders: [folder.path + "/.git/objects"])
    let visitors = try await store.visit(kind: .blob, workers: 1, sizeLimit: 1 << 20) {
      BlobVisitor(try VersionScanner(rules), isExhaustive: false, ScanMeter())
    }
    var record = HistoryRecord()
    for visitor in visitors { record.take(visitor.record, uses: visitor.uses, isMessages: false) }
    let common = ScanConfiguration(rules: rules, suppression: Suppression(), judgesPaths: false)
    let configurations = HistoryConfigurations(common: common, hasOthers: false) { _ in common }
    let verdict = try UnplacedHistory(HistoryTexts(store), record, configurations).verdict()

    #expect(verdict.isInterrupted && !verdict.isComplete)
    #expect(verdict.coverage.blobs == 3)
    let finding = try #require(verdict.findings.first)
    #expect(verdict.findings.count == 1 && finding.occurrences == 3)
    #expect(blobs.prefix(2).contains(finding.provenance.path.description))
  }
}
