internal import Baselines
internal import Vocabulary

/// Matches other tools' entries with what is in the working tree, or else with what the commits hold that they name.
struct BaselineImporter {
  private let root: String
  private var findings: [Finding]
  private let allowed: [AllowedFinding]
  private var past: CommitTexts

  init(_ found: BaselineWork.Found, _ common: CommonSettings, _ scanning: ScanSettings) {
    root = found.root
    findings = found.files.findings
    allowed = found.files.allowed
    past = CommitTexts(common, scanning)
  }

  /// Looks for nothing in a file that is taken in: a report may hold the secrets, and has not to be accepted itself.
  mutating func exclude(_ file: String) throws {
    let (file, root) = (try FileSelection.resolved(file), try FileSelection.resolved(root))
    findings.removeAll { "\(root)/\($0.provenance.path)" == file }
  }

  mutating func take(_ baseline: ForeignBaseline, into update: inout BaselineUpdate) async throws {
    let matcher = ForeignMatcher(findings, allowed: allowed, text: text)
    let root = try FileSelection.resolved(root)
    let name = baseline.file.split(separator: "/").last.map(String.init) ?? baseline.file
    for entry in baseline.entries {
      let entry = entry.relative(to: root)
      let reason = "from \(name)" + (entry.remark.map { " (\($0))" } ?? "")
      // Lines move: where a report says nothing but the place, its commit is asked, and the files of today only without it.
      if entry.isPlaceAlone, try await past.hold(entry) {
        if let finding = try await past.finding(entry) {
          take(finding, reason, into: &update)
        } else {
          update.miss(entry, because: "stanch finds nothing there in that commit")
        }
        continue
      }
      switch matcher.match(entry) {
      case .found(let findings): update.take(accepted: findings, everywhere: entry.path == nil, reason: reason)
      case .allowed(let allowance): update.miss(entry, because: "it is allowed already, by \(allowance)")
      case .missed(let why):
        if let finding = try await past.finding(entry) {
          take(finding, reason, into: &update)
        } else {
          update.miss(entry, because: why)
        }
      }
    }
  }

  /// Takes what a commit held: where the working tree has it, or as a thing of the past.
  private func take(_ finding: Finding, _ reason: String, into update: inout BaselineUpdate) {
    let now = findings.filter { $0.fingerprint == finding.fingerprint }
    guard let path = (now.first { $0.provenance.path == finding.provenance.path } ?? now.first)?.provenance.path else {
      return update.take(acceptedInHistory: finding, reason: reason)
    }
    update.take(accepted: now.filter { $0.provenance.path == path }, everywhere: false, reason: reason)
  }

  private func text(_ path: RepositoryPath) -> [UInt8]? {
    // One that cannot be read has been told by the scan, and proves nothing.
    do { return try Files.contents(of: "\(root)/\(path)") } catch { return nil }
  }
}
