import Testing
import Vocabulary

@testable import Commands

@Suite struct MergedVerdictTests {
  private func merged(_ verdicts: [Verdict], version: String = "1") throws -> Verdict {
    try MergedVerdict(inputs(verdicts)).verdict
  }

  private func inputs(_ verdicts: [Verdict]) -> [MergeInput] {
    verdicts.enumerated().map { MergeInput(path: "r\($0.offset)", version: "1", verdict: $0.element) }
  }

  private func shard(_ index: Int, of count: Int, _ findings: [Finding] = [], basis: String = "b") -> Verdict {
    var verdict = Verdict(findings: findings, coverage: Coverage(blobs: 1, bytes: 10, messages: 2))
    verdict.shard = Shard(index: index, count: count, basis: basis)
    verdict.ruleSetDigest = "rules"
    return verdict
  }

  /// Breaks when a scan in shards says anything else than the scan in one.
  @Test(arguments: 1...40)
  func ofShardsIsWhatOneRunSays(seed: Int) throws {
    var random = ScanModel.Random(seed: UInt64(seed))
    let model = ScanModel(using: &random)
    let count = Int.random(in: 1...6, using: &random)
    let parts = model.divided(into: count, using: &random)
    let verdicts = parts.enumerated().map { shard($0.offset + 1, of: count, ScanModel.findings(of: $0.element)) }
    let merged = try merged(verdicts.shuffled(using: &random))
    #expect(merged.findings == ScanModel.findings(of: model.places).sorted())
    #expect(merged.coverage == Coverage(blobs: count, bytes: count * 10, messages: count * 2))
    #expect(merged.isComplete && merged.shard == nil && merged.ruleSetDigest == "rules")
  }

  /// Breaks when a shard that nobody ran makes the scan clean.
  @Test func aMissingShardIsAnIncident() throws {
    let merged = try merged([shard(1, of: 4), shard(3, of: 4)])
    #expect(merged.incidents.map(\.subject) == ["shard 2 of 4", "shard 4 of 4"])
    #expect(merged.incidents.allSatisfy { $0.kind == .unreadable && $0.reason == "its report is missing" })
    #expect(!merged.isComplete)
    #expect(ExitStatus(merged) == .incomplete)
  }

  /// Breaks when somebody who tolerates unreadable files tolerates that a whole shard is missing.
  @Test func aMissingShardIsNeverTolerated() throws {
    var only = shard(1, of: 2)
    only.incidents = [Incident(kind: .unreadable, subject: "a", reason: "r")]
    only.tolerated = [.unreadable]
    #expect(ExitStatus(try merged([only])) == .incomplete)
    var other = shard(2, of: 2)
    other.tolerated = [.unreadable]
    #expect(ExitStatus(try merged([only, other])) == .clean)
  }

  /// Breaks when what one shard does not tolerate is tolerated because another does.
  @Test func toleratesWhatAllTolerate() throws {
    var (one, other) = (shard(1, of: 2), shard(2, of: 2))
    one.incidents = [Incident(kind: .oversize, subject: "a", reason: "r")]
    one.tolerated = [.oversize]
    other.incidents = [Incident(kind: .oversize, subject: "b", reason: "r")]
    #expect(try merged([one, other]).tolerated.isEmpty)
    #expect(ExitStatus(try merged([one, other])) == .incomplete)
  }

  /// Breaks when shards of different scans are joined, and some objects were looked at by none of them.
  @Test func refusesWhatIsNotOneScan() throws {
    var otherRules = shard(2, of: 2)
    otherRules.ruleSetDigest = "other"
    for (other, reason) in [
      (shard(2, of: 2, basis: "c"), "different objects"), (shard(2, of: 3), "in 2 shards"),
      (shard(1, of: 2), "are both shard 1 of 2"), (Verdict(), "is not"), (otherRules, "different rules"),
    ] {
      for pair in [[shard(1, of: 2), other], [other, shard(1, of: 2)]] {
        let error = try #require(throws: CommandError.self) { try MergedVerdict(inputs(pair)) }
        #expect(error.description.contains("r0") && error.description.contains("r1"))
        #expect(error.description.contains(reason) || error.description.contains("in 3 shards"))
      }
    }
    let versions = ["1", "2"].enumerated().map {
      MergeInput(path: "r\($0.offset)", version: $0.element, verdict: shard($0.offset + 1, of: 2))
    }
    #expect(throws: CommandError.self) { try MergedVerdict(versions) }
  }

  /// Breaks when shards of different objects are refused without saying what to do.
  @Test func saysToShareTheClone() throws {
    let error = try #require(throws: CommandError.self) {
      try MergedVerdict(inputs([shard(1, of: 2), shard(2, of: 2, basis: "c")]))
    }
    #expect(error.hint?.contains("clone once and share") == true)
  }

  @Test func oneInterruptedShardInterruptsAll() throws {
    var one = shard(1, of: 2)
    one.isInterrupted = true
    let merged = try merged([one, shard(2, of: 2)])
    #expect(merged.isInterrupted && !merged.isComplete)
    #expect(ExitStatus(merged) == .interrupted)
  }

  /// Breaks when what every shard could not look at is reported once a shard.
  @Test func equalIncidentsAndNoticesAreOne() throws {
    let (same, other) = (
      Incident(kind: .shallow, subject: "HEAD", reason: "r"), Incident(kind: .limits, subject: "a", reason: "r")
    )
    let verdicts = (1...3).map { index in
      var verdict = shard(index, of: 3)
      verdict.incidents = index == 2 ? [same, other] : [same]
      verdict.notices = ["n", "n\(index)"]
      return verdict
    }
    let merged = try merged(verdicts)
    #expect(merged.incidents == [same, other].sorted())
    #expect(merged.notices == ["n", "n1", "n2", "n3"])
  }

  /// Breaks when reports of several repositories lose places, or count a place twice that two of them hold.
  @Test func reportsThatAreNoShardsStandSideBySide() throws {
    let (one, other) = (ScanModel.place("a", secret: 1), ScanModel.place("b", secret: 1))
    let findings = [ScanModel.findings(of: [one]), ScanModel.findings(of: [other])].map { group in
      group.map { finding in
        var finding = finding
        finding.trace = nil
        return finding
      }
    }
    let merged = try merged([Verdict(findings: findings[0]), Verdict(findings: findings[1] + findings[0])])
    #expect(merged.findings.map(\.provenance.path.description) == ["a", "b"])
    #expect(merged.findings.map(\.occurrences) == [2, 2])
    #expect(merged.notices.count == 1 && merged.notices[0].contains("no shards"))
  }

  /// Breaks when what is allowed in one shard and not in another is lost on either side.
  @Test func allowedFindingsAreOneASecret() throws {
    let finding = ScanModel.findings(of: [ScanModel.place("a", secret: 1)])[0]
    let verdicts = [(1, "b", "later"), (2, "a", "earlier"), (3, "c", "last")].map { index, path, allowance in
      var verdict = shard(index, of: 4)
      let finding = ScanModel.findings(of: [ScanModel.place(path, secret: 1)])[0]
      verdict.allowed = [AllowedFinding(finding: finding, allowance: allowance)]
      return verdict
    }
    let merged = try merged(verdicts + [shard(4, of: 4, [finding])])
    #expect(merged.allowed.map(\.allowance) == ["earlier"])
    #expect(merged.allowed.map(\.finding.occurrences) == [3])
    #expect(merged.allowed.map(\.finding.provenance.path.description) == ["a"])
    #expect(merged.findings.count == 1 && merged.findings[0].occurrences == 1)
  }

  /// Breaks when of two messages, or two texts that nothing leads to, which share order and path, another is shown than the
  /// one that a scan of everything shows.
  @Test func objectsDecideBetweenPlacesOfEqualRank() throws {
    let finding = ScanModel.findings(of: [ScanModel.place("TAG_EDITMSG", secret: 1)])[0]
    let tags = [3, 1, 2].map { byte in
      var finding = finding
      let id = ObjectID(bytes: Array(repeating: UInt8(byte), count: 20))
      finding.provenance.origin = Origin(id: id, author: "Ada", time: GitTime(seconds: 0, zone: 0))
      return finding
    }
    let merged = try merged(tags.enumerated().map { shard($0.offset + 1, of: 3, [$0.element]) })
    #expect(merged.findings.map(\.provenance.origin) == [tags[1].provenance.origin])
  }

  /// Breaks when numbers that no scan could count stop the program.
  @Test func hostileCountsDoNotOverflow() throws {
    var (one, other) = (shard(1, of: 2), shard(2, of: 2))
    one.coverage.bytes = .max
    other.coverage.bytes = .max
    let finding = ScanModel.findings(of: [ScanModel.place("a", secret: 1)])[0]
    one.findings = [finding]
    one.findings[0].occurrences = .max
    other.findings = [finding]
    let merged = try merged([one, other])
    #expect(merged.coverage.bytes == .max && merged.findings[0].occurrences == .max)
  }
}
