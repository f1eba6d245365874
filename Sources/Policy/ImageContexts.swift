internal import IgnoreRules
internal import Vocabulary

/// Env files that a Dockerfile would copy into an image together with everything else.
enum ImageContexts: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    for file in survey.tree.files where file.standing != .ignored && isDockerfile(file.path.name) {
      guard FileRole(path: file.path.text) != .aside, let text = try survey.tree.read(file.path),
        let copy = contextCopy(text)
      else { continue }
      findings += try self.findings(in: survey, dockerfile: file.path, copy)
    }
    return findings
  }

  private static func isDockerfile(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == "dockerfile" || name == "containerfile" || name.hasPrefix("dockerfile.")
      || name.hasSuffix(".dockerfile")
  }

  /// The first instruction that copies the whole context into an image, in bytes.
  static func contextCopy(_ text: [UInt8]) -> Range<Int>? {
    var start = 0
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      let words = line.split { $0 == 32 || $0 == 9 || $0 == 13 }.map { String(decoding: $0, as: UTF8.self) }
      guard let instruction = words.first?.uppercased(), instruction == "COPY" || instruction == "ADD" else { continue }
      // What another stage or image holds is no part of the context.
      if words.contains(where: { $0.hasPrefix("--from=") }) { continue }
      let sources = words.dropFirst().filter { !$0.hasPrefix("--") }.dropLast()
      if sources.contains(where: { [".", "./", "/", "*", "./*"].contains($0) }) {
        return start..<(start + line.count)
      }
    }
    return nil
  }

  private static func findings(
    in survey: PolicySurvey, dockerfile: RepositoryPath, _ copy: Range<Int>
  ) throws -> [PolicyFinding] {
    let context = try context(of: dockerfile, survey)
    let prefix = context.isEmpty ? "" : context + "/"
    for candidate in DockerIgnoreRules.paths(dockerfile: dockerfile.text, context: context) {
      let path = RepositoryPath(candidate)
      guard survey.tree.file(at: candidate) != nil, let text = try survey.tree.read(path) else { continue }
      let rules = try DockerIgnoreRules(path: path.bytes, text: text)
      return leaks(survey, dockerfile, copy, context: prefix) { rules.verdict(for: $0) }
    }
    return leaks(survey, dockerfile, copy, context: prefix, nil)
  }

  /// The folder that is sent to be built in, which no Dockerfile says: its own, unless only the root has an ignore file that is
  /// named after it.
  private static func context(of dockerfile: RepositoryPath, _ survey: PolicySurvey) throws -> String {
    let own = dockerfile.folder
    let special = DockerIgnoreRules.paths(dockerfile: dockerfile.text, context: "").first
    return special.map { $0 != ".dockerignore" && survey.tree.file(at: $0) != nil } == true ? "" : own
  }

  /// - Parameter verdict: of the context's ignore file; `nil` where there is none.
  private static func leaks(
    _ survey: PolicySurvey, _ dockerfile: RepositoryPath, _ copy: Range<Int>, context: String,
    _ verdict: ((String) -> IgnoreVerdict)?
  ) -> [PolicyFinding] {
    var paths = Set(
      survey.envFiles.filter { IgnoreCoverage.isToBeIgnored($0.name) }.map { $0.file.path.text }.filter {
        $0.hasPrefix(context)
      })
    for folder in IgnoreCoverage.expectations(survey).keys {
      let path = folder.isEmpty ? ".env" : "\(folder)/.env"
      if path.hasPrefix(context) { paths.insert(path) }
    }
    let open = paths.sorted().compactMap { path -> (path: String, reason: String)? in
      let decision = verdict?(String(path.dropFirst(context.count)))
      if decision?.isIgnored == true { return nil }
      let reason =
        decision.map { verdict in
          verdict.decision.map { "\($0) takes it in again" } ?? "the context's ignore file does not cover it"
        } ?? "there is no .dockerignore for this context"
      return (path, reason)
    }
    guard let first = open.first else { return [] }
    let others = open.count > 1 ? " and \(open.count - 1) more" : ""
    return [
      PolicyFinding(
        .envFileInImage, dockerfile.text, at: dockerfile, copy,
        evidence: [
          "every image that is built here would hold \(first.path)\(others), if it is there: \(first.reason)",
          "add **/.env to .dockerignore",
        ])
    ]
  }
}
