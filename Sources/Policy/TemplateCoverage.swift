internal import Dotenv
internal import SettingDiscovery
internal import Settings
internal import Vocabulary

/// Whether templates name what the code asks for, and nothing that nobody asks for.
enum TemplateCoverage: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    missingTemplates(survey) + undocumented(survey) + stale(survey)
  }

  /// Settings that a template has to name: asked for by code, or by what Compose starts.
  static func isToBeDocumented(_ use: SettingSurvey.Use, _ declarations: SettingDeclarations) -> Bool {
    guard use.role == .code || use.role == .compose, use.reference.origin == .environment else { return false }
    guard use.reference.need == .required || use.reference.need == .optional, !use.reference.name.isEmpty else {
      return false
    }
    return PlatformVariables.reason(use.reference.name) == nil && !declarations.ignores(use.reference.name)
  }

  /// The uses of each setting that is to be documented.
  private static func wanted(_ survey: PolicySurvey) -> [(name: String, uses: [SettingSurvey.Use])] {
    let uses = survey.settings.uses.filter { isToBeDocumented($0, survey.declarations) }
    return Dictionary(grouping: uses, by: \.reference.name).filter { !survey.templates.isTold($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Fewer settings are told by name in a readme.
  private static let worthATemplate = 3

  private static func missingTemplates(_ survey: PolicySurvey) -> [PolicyFinding] {
    guard survey.templates.all.isEmpty else { return [] }
    let required = wanted(survey).filter { $0.uses.contains { $0.reference.need == .required } }
    guard let first = required.first?.uses.first, required.count >= worthATemplate || survey.usesEnvFiles else {
      return []
    }
    let names = required.prefix(6).map(\.name).joined(separator: ", ") + (required.count > 6 ? ", …" : "")
    return [
      PolicyFinding(
        .envTemplateMissing, ".env.example", at: first.path, first.reference.range,
        evidence: [
          "\(required.count) settings are required, and there is no .env.example: \(names)",
          "make one that names them, without values",
        ])
    ]
  }

  private static func undocumented(_ survey: PolicySurvey) -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    var minor: [RepositoryPath: [(name: String, use: SettingSurvey.Use)]] = [:]
    for (name, uses) in wanted(survey) {
      let missing = uses.filter { use in
        let templates = survey.templates.governing(use.path)
        return !templates.isEmpty && !EnvTemplates.document(name, in: templates)
      }
      guard let first = missing.first(where: { $0.reference.need == .required }) ?? missing.first else { continue }
      let template = survey.templates.governing(first.path)[0].path
      if first.reference.need == .required || SettingName.isSecret(name) || first.reference.isSecret {
        findings.append(undocumented(name, first, template, others: Set(uses.map(\.path)).count - 1))
      } else {
        minor[template, default: []].append((name, first))
      }
    }
    findings += minor.map { template, settings in optional(settings, template) }
    return findings + undocumentedDeclarations(survey)
  }

  private static func undocumented(
    _ name: String, _ use: SettingSurvey.Use, _ template: RepositoryPath, others: Int
  ) -> PolicyFinding {
    let isRequired = use.reference.need == .required
    var evidence = [
      "\(template) does not name it", "it is \(isRequired ? "required" : "optional"): \(use.reference.idiom)",
    ]
    if others > 0 { evidence.append("asked for in \(others) more \(others == 1 ? "file" : "files")") }
    return PolicyFinding(
      .settingUndocumented, name, at: use.path, use.reference.range, evidence: evidence,
      severity: isRequired ? nil : .low)
  }

  /// Settings that need no value are often many, and one finding tells of them all.
  private static func optional(
    _ settings: [(name: String, use: SettingSurvey.Use)], _ template: RepositoryPath
  ) -> PolicyFinding {
    let shown = settings.prefix(12).map { "\($0.name) (\($0.use.path))" }.joined(separator: ", ")
    let rest = settings.count > 12 ? " and \(settings.count - 12) more" : ""
    let count = settings.count == 1 ? "one optional setting" : "\(settings.count) optional settings"
    return PolicyFinding(
      .settingUndocumented, template.description, at: template,
      evidence: ["it does not name \(count) that the code asks for: \(shown)\(rest)"],
      severity: .low)
  }

  private static func undocumentedDeclarations(_ survey: PolicySurvey) -> [PolicyFinding] {
    guard !survey.templates.all.isEmpty else { return [] }
    return survey.declarations.all.compactMap { declaration in
      let templates = survey.templates.governing(declaration.path)
      guard !templates.isEmpty, !EnvTemplates.document(declaration.name, in: templates) else { return nil }
      return PolicyFinding(
        .settingUndocumented, declaration.name, at: declaration.path,
        evidence: ["it is declared here, and \(templates[0].path.text) does not name it"],
        severity: declaration.isRequired ? nil : .low)
    }
  }

  private static func stale(_ survey: PolicySurvey) -> [PolicyFinding] {
    let used = Set(survey.settings.uses.map(\.reference.name))
    let beginnings = survey.settings.uses.filter { $0.reference.need == .dynamic && !$0.reference.name.isEmpty }
      .map(\.reference.name)
    let declared = Set(survey.declarations.all.map(\.name))
    // Where any name may be asked for, none can be called stale.
    let isOpen = survey.settings.uses.contains {
      $0.reference.need == .dynamic && $0.reference.name.isEmpty && $0.role == .code
    }
    guard !isOpen, !used.isEmpty else { return [] }
    let mentioned = survey.mentions
    var findings: [PolicyFinding] = []
    for template in survey.templates.all where FileRole(path: template.path.text) != .aside {
      for setting in template.document.settings
      where !used.contains(setting.name) && !mentioned.contains(setting.name) && !declared.contains(setting.name)
        && PlatformVariables.reason(setting.name) == nil && !survey.declarations.ignores(setting.name)
        && !beginnings.contains(where: setting.name.hasPrefix)
      {
        findings.append(
          PolicyFinding(
            .settingStale, setting.name, at: template.path, setting.key,
            evidence: [
              "no file here asks for it or speaks of it", "if a library reads it, declare it in .stanch.toml",
            ]))
      }
    }
    return findings
  }
}

extension SettingReference {
  /// Where the name stands, or the expression begins that makes it.
  var range: Range<Int> { offset..<(offset + name.utf8.count) }
}
