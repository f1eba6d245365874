internal import IgnoreRules
internal import SettingDiscovery
internal import Vocabulary

/// Whether the repository's own ignore files cover env files, those that are there and those that will be, and leave templates alone.
enum IgnoreCoverage: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    existing(survey) + expected(survey) + templates(survey)
  }

  /// Env files on the disk that are not tracked.
  private static func existing(_ survey: PolicySurvey) -> [PolicyFinding] {
    survey.envFiles.compactMap { envFile in
      let path = envFile.file.path
      guard envFile.file.standing != .tracked, isToBeIgnored(envFile.name), FileRole(path: path.text) != .aside else {
        return nil
      }
      let verdict = survey.ignores.verdict(for: path.bytes)
      guard !verdict.isIgnored else { return nil }
      var evidence = [uncovered(verdict)]
      if envFile.file.standing == .ignored {
        evidence.append(
          "only .git/info/exclude or your own excludes ignore it, which nobody else has; they do not count")
      }
      return PolicyFinding(.envFileNotIgnored, path.text, at: path, evidence: evidence + remedy(path.bytes, survey))
    }
  }

  static func isToBeIgnored(_ name: EnvFileName) -> Bool {
    switch name.kind {
    case .values: name.isLocal || name.isBackup || name.conventions.isEmpty || name.stage == nil
    case .keys: true
    case .template, .script, .encrypted, .shared: false
    }
  }

  /// `.env` where somebody is told to make one.
  private static func expected(_ survey: PolicySurvey) -> [PolicyFinding] {
    let folders = expectations(survey)
    let present = Set(survey.envFiles.map { $0.file.path.text })
    var findings: [PolicyFinding] = []
    for (folder, reason) in folders.sorted(by: { $0.key < $1.key }) {
      let path = folder.isEmpty ? ".env" : "\(folder)/.env"
      guard !present.contains(path) else { continue }
      let verdict = survey.ignores.verdict(for: path)
      guard !verdict.isIgnored else { continue }
      findings.append(
        PolicyFinding(
          .envFileNotIgnored, path, at: reason.path,
          evidence: ["\(path) is to be expected: \(reason.text)", uncovered(verdict)]
            + remedy(Array(path.utf8), survey))
      )
    }
    return findings
  }

  struct Expectation {
    let path: RepositoryPath
    let text: String
  }

  /// The folders in which an env file is to be expected, and why.
  static func expectations(_ survey: PolicySurvey) -> [String: Expectation] {
    var folders: [String: Expectation] = [:]
    for template in survey.templates.all where FileRole(path: template.path.text) != .aside {
      folders[template.path.folder] = Expectation(path: template.path, text: "people copy \(template.path.text)")
    }
    for (path, by) in survey.settings.namedEnvFiles where FileRole(path: by.text) != .aside {
      let folder = RepositoryPath(path).folder
      guard EnvFileName(path: path)?.kind == .values, folders[folder] == nil else { continue }
      folders[folder] = Expectation(path: by, text: "\(by.text) reads it")
    }
    // What Compose starts from the root is what people run; further down are suites, examples and parts.
    guard survey.usesEnvFiles, folders[""] == nil else { return folders }
    let use = survey.settings.uses.first { use in
      use.role == .compose && use.path.folder.isEmpty && use.reference.need == .required
        && use.reference.origin == .environment
    }
    if let use { folders[""] = Expectation(path: use.path, text: "Compose fills in \(use.path.text) from it") }
    return folders
  }

  private static func templates(_ survey: PolicySurvey) -> [PolicyFinding] {
    survey.envFiles.compactMap { envFile in
      guard envFile.name.kind == .template, envFile.file.standing != .tracked else { return nil }
      let path = envFile.file.path
      guard case .ignored(let decision) = survey.ignores.verdict(for: path.bytes) else { return nil }
      return PolicyFinding(
        .envTemplateIgnored, path.text, at: path,
        evidence: ["\(decision) ignores it", "take it in again with a line !\(path.name) behind that"])
    }
  }

  private static func uncovered(_ verdict: IgnoreVerdict) -> String {
    switch verdict {
    case .included(let decision): "\(decision) takes it in again"
    case .ignored, .unmatched: "no line of an ignore file of this repository covers it"
    }
  }

  /// The least that would cover a file, proven by what the rules then say of it and of the templates.
  private static func remedy(_ path: [UInt8], _ survey: PolicySurvey) -> [String] {
    switch survey.ignores.advice(toIgnore: path, keeping: survey.templates.all.map(\.path.bytes)) {
    case .nothing: return []
    case .impossible(let obstacle): return ["\(obstacle)"]
    case .add(let addition):
      let lines = addition.lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " and ")
      return ["add to \(String(decoding: addition.file, as: UTF8.self)): \(lines)"]
    }
  }
}
