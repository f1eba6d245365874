internal import Dotenv
internal import IgnoreRules
internal import SettingDiscovery
package import Settings
internal import Vocabulary

/// All that the checks look at: the files, what they ask for, what is declared, and what is ignored.
package struct PolicySurvey: Sendable {
  package let tree: PolicyTree
  package let settings: SettingSurvey
  package let templates: EnvTemplates
  package let declarations: SettingDeclarations
  let ignores: IgnoreRules
  /// The settings of templates that some file speaks of, in whatever way.
  let mentions: Set<String>
  /// The env files of the tree that hold values, templates left out.
  let envFiles: [EnvFile]

  struct EnvFile: Sendable {
    let file: PolicyTree.File
    let name: EnvFileName
  }

  package init(_ tree: PolicyTree, _ declarations: SettingDeclarations) throws {
    self.tree = tree
    self.declarations = declarations
    settings = try SettingSurvey(tree, SettingConventions(declarations))
    templates = try EnvTemplates(tree)
    ignores = try PolicySurvey.ignoreRules(of: tree)
    let used = Set(settings.uses.map(\.reference.name))
    let unused = Set(templates.all.flatMap { $0.document.settings.map(\.name) }).subtracting(used)
    mentions = try SettingMentions.all(of: unused, in: tree)
    envFiles = tree.files.compactMap { file in EnvFileName(path: file.path.bytes).map { EnvFile(file: file, name: $0) }
    }
  }

  private static func ignoreRules(of tree: PolicyTree) throws -> IgnoreRules {
    var files: [IgnoreFile] = []
    for file in tree.files where file.path.name == ".gitignore" && file.standing != .ignored {
      guard let text = try tree.read(file.path) else { continue }
      files.append(IgnoreFile(path: file.path.bytes, text: text, ignoresCase: tree.ignoresCase))
    }
    return IgnoreRules(files: files, ignoresCase: tree.ignoresCase)
  }

  /// Whether anything here says that the project works with env files: without that, a missing one is nobody's mistake.
  var usesEnvFiles: Bool {
    !templates.all.isEmpty || !settings.namedEnvFiles.isEmpty
      || envFiles.contains { $0.name.kind == .values && !$0.name.isForTests }
  }
}

/// One check of the policy.
protocol PolicyCheck {
  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding]
}

extension PolicySurvey {
  /// Everything that is against the policy, by path and place.
  package func findings(valueScan: @escaping TemplateValues.Scan) throws -> [PolicyFinding] {
    let checks: [any PolicyCheck.Type] = [
      TrackedEnvFiles.self, IgnoreCoverage.self, ImageContexts.self, PublishedFiles.self, TemplateCoverage.self,
      TemplateForm.self, WorkflowSecrets.self,
    ]
    var findings: [PolicyFinding] = []
    for check in checks { findings += try check.findings(in: self) }
    findings += try TemplateValues(scan: valueScan).findings(in: self)
    let order = { (finding: PolicyFinding) in (finding.path, finding.range?.lowerBound ?? 0, finding.rule.rawValue) }
    return findings.sorted { order($0) < order($1) }
  }
}

extension SettingConventions {
  /// Functions that configurations name.
  init(_ declarations: SettingDeclarations) {
    self.init(
      functions: declarations.functions.map { function in
        Function(
          name: function.name, argument: function.argument, label: function.label,
          need: function.isRequired ? .required : .optional)
      })
  }
}

extension SettingDeclaration {
  var path: RepositoryPath { RepositoryPath(file) }
}
