internal import Dotenv
internal import IgnoreRules
internal import Settings
internal import Vocabulary

/// How templates are written: comments, duplicates, names, lines that cannot be read or are read differently.
enum TemplateForm: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    let dialects = try survey.dialects()
    return survey.templates.all.filter { FileRole(path: $0.path.text) != .aside }.flatMap { template in
      uncommented(template) + duplicates(template) + names(template) + problems(template)
        + traps(template, dialects)
    }
  }

  private static func uncommented(_ template: EnvTemplates.Template) -> [PolicyFinding] {
    let settings = template.document.settings
    // A file without comments has another way to tell, or none; that is one finding and not one for each line.
    let documented = settings.filter(\.isDocumented)
    guard documented.count * 2 >= settings.count else { return [] }
    return settings.filter { !$0.isDocumented && !belongsToGroup($0, settings) }.map { setting in
      PolicyFinding(
        .settingWithoutComment, setting.name, at: template.path, setting.key,
        evidence: ["most settings of \(template.path.name) have a comment that says what they are for"])
    }
  }

  /// A comment above a group speaks for all that follow it without a blank line between them.
  private static func belongsToGroup(_ setting: DotenvSetting, _ settings: [DotenvSetting]) -> Bool {
    guard let place = settings.firstIndex(of: setting), place > 0 else { return false }
    let above = settings[place - 1]
    guard above.lines.upperBound + 1 == setting.lines.lowerBound else { return false }
    return above.isDocumented || belongsToGroup(above, settings)
  }

  private static func duplicates(_ template: EnvTemplates.Template) -> [PolicyFinding] {
    template.document.duplicates.compactMap { entries in
      guard let first = entries.first, let last = entries.last, entries.count > 1 else { return nil }
      let line = template.document.position(of: first.key.lowerBound).line
      return PolicyFinding(
        .settingDuplicate, last.nameText, at: template.path, last.key, evidence: ["it stands on line \(line) too"])
    }
  }

  private static func names(_ template: EnvTemplates.Template) -> [PolicyFinding] {
    template.document.entries.filter { !SettingName.isConventional($0.nameText) && !$0.name.isEmpty }.map { entry in
      PolicyFinding(
        .settingName, entry.nameText, at: template.path, entry.key,
        evidence: ["names are upper case, digits and underscores: \(entry.nameText.uppercased())"])
    }
  }

  private static func problems(_ template: EnvTemplates.Template) -> [PolicyFinding] {
    template.document.problems.map { problem in
      PolicyFinding(
        .dotenvSyntax, template.path.text, at: template.path, problem.offset..<problem.offset,
        evidence: [problem.message] + (problem.hint.map { [$0] } ?? []))
    }
  }

  private static func traps(_ template: EnvTemplates.Template, _ dialects: [DotenvDialect]) -> [PolicyFinding] {
    let document = template.document
    let byEntry = Dictionary(
      grouping: document.differences(from: dialects).filter { $0.entry != nil }, by: { $0.entry ?? 0 })
    return byEntry.sorted { $0.key < $1.key }.compactMap { number, differences in
      let entry = document.entries[number]
      var seen: Set<String> = []
      let sentences = differences.map(\.message).filter { seen.insert($0).inserted }
      guard differences.contains(where: { $0.trap != .consequence }) else { return nil }
      return PolicyFinding(
        .dotenvDialect, entry.nameText, at: template.path, entry.key, evidence: Array(sentences.prefix(3)))
    }
  }
}

extension PolicySurvey {
  /// The readers that the files of this repository let expect: what another would make of a line harms nobody here.
  func dialects() throws -> [DotenvDialect] {
    var found: Set<DotenvDialect> = []
    for file in tree.files where file.standing != .ignored {
      let name = file.path.name
      if FileRole(path: file.path.text) == .compose { found.insert(.compose) }
      if name == "package.json", try speaks(file, of: ["dotenv", "--env-file"]) { found.insert(.node) }
      if PolicySurvey.pythonManifests.contains(name),
        try speaks(file, of: ["dotenv", "environ", "pydantic", "decouple"])
      {
        found.insert(.python)
      }
    }
    // A script that reads an env file sources it, as nearly all do.
    if settings.namedEnvFiles.contains(where: { $0.by.name.hasSuffix("sh") }) { found.insert(.bash) }
    return DotenvDialect.current.filter(found.contains)
  }

  private static let pythonManifests: Set = [
    "requirements.txt", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "environment.yml",
  ]

  /// Whether a manifest names one of these.
  private func speaks(_ file: PolicyTree.File, of names: [String]) throws -> Bool {
    guard let text = try tree.read(file.path) else { return false }
    let manifest = String(decoding: text, as: UTF8.self)
    return names.contains(where: manifest.contains)
  }
}
