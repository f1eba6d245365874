internal import SettingDiscovery
internal import Settings
internal import Vocabulary

/// Secrets that workflows use and nothing declares; asked where settings are declared at all.
enum WorkflowSecrets: PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    guard !survey.declarations.all.isEmpty else { return [] }
    var seen: Set<String> = []
    return survey.settings.uses.compactMap { use in
      let name = use.reference.name
      guard use.reference.origin == .workflowSecret, use.reference.need != .written, use.reference.need != .dynamic,
        survey.declarations.named(name) == nil, !survey.declarations.ignores(name),
        !survey.templates.all.contains(where: { EnvTemplates.document(name, in: [$0]) }), seen.insert(name).inserted
      else { return nil }
      return PolicyFinding(
        .workflowSecretUndeclared, name, at: use.path, use.reference.range,
        evidence: ["no [[setting]] of .stanch.toml has this name, and no template"])
    }
  }
}
