internal import Dotenv
internal import IgnoreRules
internal import Settings
package import Vocabulary

/// Values in templates that look real, are those of an env file, or are against the setting's declaration.
package struct TemplateValues {
  /// What the scanner's rules find in a text: the place of each secret and what it is.
  package typealias Scan = ([UInt8], RepositoryPath) throws -> [Finding]

  let scan: Scan

  func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    let known = try localValues(survey)
    var findings: [PolicyFinding] = []
    for template in survey.templates.all {
      findings += try realValues(template, known)
      findings += invalid(template.document, template.path, survey, isTemplate: true)
    }
    for envFile in survey.envFiles where envFile.name.kind == .values {
      guard let text = try survey.tree.read(envFile.file.path) else { continue }
      let document = DotenvDocument(text, file: envFile.file.path.text, dialect: .python)
      findings += invalid(document, envFile.file.path, survey, isTemplate: false)
    }
    return findings
  }

  /// The values of env files that are not tracked, by setting.
  private func localValues(_ survey: PolicySurvey) throws -> [String: Set<[UInt8]>] {
    var values: [String: Set<[UInt8]>] = [:]
    for envFile in survey.envFiles where envFile.name.kind == .values && envFile.file.standing != .tracked {
      guard let text = try survey.tree.read(envFile.file.path) else { continue }
      for entry in DotenvDocument(text, file: envFile.file.path.text, dialect: .python).entries {
        guard let value = entry.value, !PlainValue.isPlain(value) else { continue }
        values[entry.nameText, default: []].insert(value)
      }
    }
    return values
  }

  private func realValues(
    _ template: EnvTemplates.Template, _ known: [String: Set<[UInt8]>]
  ) throws -> [PolicyFinding] {
    let found = try scan(template.document.bytes, template.path)
    return template.document.entries.compactMap { entry in
      guard let value = entry.value, !value.isEmpty else { return nil }
      let line = template.document.position(of: entry.key.lowerBound).line
      if let finding = found.first(where: { $0.lines.contains(line) && $0.confidence > .low }) {
        return PolicyFinding(
          .envTemplateValue, entry.nameText, at: template.path, entry.key,
          evidence: ["it looks like a real one: \(finding.rule.title)"])
      }
      if SettingName.isSecret(entry.nameText), known[entry.nameText]?.contains(value) == true {
        return PolicyFinding(
          .envTemplateValue, entry.nameText, at: template.path, entry.key,
          evidence: ["an env file of this working tree has the same value"])
      }
      return nil
    }
  }

  private func invalid(
    _ document: DotenvDocument, _ path: RepositoryPath, _ survey: PolicySurvey, isTemplate: Bool
  ) -> [PolicyFinding] {
    document.entries.compactMap { entry in
      guard let declaration = survey.declarations.named(entry.nameText), let value = entry.value,
        !value.isEmpty, !(isTemplate && PlainValue.isPlaceholder(String(decoding: value, as: UTF8.self))),
        let problem = declaration.problem(with: String(decoding: value, as: UTF8.self))
      else { return nil }
      return PolicyFinding(.settingInvalid, entry.nameText, at: path, entry.key, evidence: [problem])
    }
  }
}
