internal import Git
internal import Policy
internal import Scanning
internal import Settings
internal import Vocabulary
internal import Walks

/// One run of the policy check over the working tree.
struct PolicyRun {
  private let session: ScanSession

  init(_ session: ScanSession) {
    self.session = session
  }

  func verdict() async throws -> Verdict {
    let repository = try await Repository()
    guard let root = repository.workingTree else {
      throw CommandError(
        "this repository is bare: it has no working tree", hint: "run stanch check in a clone with its files")
    }
    let tree = try await WorkingTreeFiles(root: root).tree()
    let survey = try PolicySurvey(tree, declarations(tree))
    let configurations = try ConfigurationTree(root: root, session.common, session.scanning)
    let findings = try survey.findings { text, path in
      try configurations.examiner(for: path).scan(Blob(provenance: Provenance(path: path), bytes: text)).findings
    }
    var verdict = Verdict()
    verdict.findings = try findings.map { finding in
      finding.finding(in: finding.range == nil ? [] : try tree.read(finding.path) ?? [])
    }
    verdict.findings.sort()
    verdict.notices =
      configurations.notices
      + survey.settings.gaps.map { gap in
        "\(gap.path):\(gap.line): settings further on may not be seen: \(gap.reason)"
      }
    verdict.coverage.blobs = tree.files.count
    let baseline = try BaselineFile(root: root, explicit: session.scanning.baseline)
    baseline.settle(&verdict, baseline.someFiles)
    return verdict
  }

  private func declarations(_ tree: PolicyTree) throws -> SettingDeclarations {
    var declarations = SettingDeclarations()
    if let file = session.common.config {
      guard let text = try Files.text(of: file) else { throw CommandError("\(file): there is no such file") }
      try declarations.add(text, file: file)
      return declarations
    }
    for file in tree.files where file.path.description.hasSuffix(".stanch.toml") && file.standing != .ignored {
      guard let text = try tree.read(file.path) else { continue }
      try declarations.add(String(decoding: text, as: UTF8.self), file: file.path.description)
    }
    return declarations
  }
}
