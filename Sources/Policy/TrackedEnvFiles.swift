internal import Dotenv
internal import IgnoreRules
internal import Vocabulary

/// Env files that are tracked or staged: an ignore pattern is void for them.
enum TrackedEnvFiles: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    for envFile in survey.envFiles where envFile.file.standing == .tracked {
      let path = envFile.file.path
      switch envFile.name.kind {
      case .template, .encrypted, .shared: continue
      case .script, .values:
        if FileRole(path: path.text) == .aside { continue }
        guard try holdsValues(survey, envFile), !path.name.hasSuffix(".patch") else { continue }
      case .keys: break
      }
      findings.append(
        PolicyFinding(
          .envFileTracked, path.text, at: path, evidence: evidence(survey, envFile),
          severity: try severity(survey, envFile)))
    }
    return findings
  }

  /// Keys are graver than values, and values none of which looks secret are less grave.
  private static func severity(_ survey: PolicySurvey, _ envFile: PolicySurvey.EnvFile) throws -> Severity? {
    if envFile.name.kind == .keys { return .critical }
    guard let text = try survey.tree.read(envFile.file.path) else { return nil }
    let document = DotenvDocument(text, file: envFile.file.path.text, dialect: .python)
    let holdsSecret = document.entries.contains {
      SettingName.isSecret($0.nameText) && !PlainValue.isPlain($0.value ?? [])
    }
    return holdsSecret ? nil : .medium
  }

  /// Whether a file sets anything to more than an empty text or another variable.
  private static func holdsValues(_ survey: PolicySurvey, _ envFile: PolicySurvey.EnvFile) throws -> Bool {
    guard let text = try survey.tree.read(envFile.file.path) else { return false }
    let document = DotenvDocument(text, file: envFile.file.path.text, dialect: .python)
    let filled = document.entries.filter { !($0.value ?? []).isEmpty && $0.references.isEmpty }
    // By some tools' documentation such a file is committed, with defaults in it: then only secrets are a mistake.
    guard envFile.name.conventions.isEmpty || envFile.name.isLocal else {
      return filled.contains { SettingName.isSecret($0.nameText) && !PlainValue.isPlain($0.value ?? []) }
    }
    if envFile.name.isForTests {
      return filled.contains { SettingName.isSecret($0.nameText) && !PlainValue.isPlain($0.value ?? []) }
    }
    return !filled.isEmpty
  }

  private static func evidence(_ survey: PolicySurvey, _ envFile: PolicySurvey.EnvFile) -> [String] {
    let path = envFile.file.path
    var evidence = ["git tracks it, so its values are in every clone and in the history"]
    if case .ignored(let decision) = survey.ignores.verdict(for: path.bytes) {
      evidence.append("\(decision) ignores it, which is void for a file that is tracked")
    }
    evidence.append("stop tracking it: git rm --cached -- \(path.text)")
    return evidence
  }
}
