package import Vocabulary

/// What the policy check looks for: the rules behind its findings, by ids that stay.
package enum PolicyRule: String, CaseIterable, Sendable {
  case envFileTracked = "env-file-tracked"
  case envFileNotIgnored = "env-file-not-ignored"
  case envTemplateIgnored = "env-template-ignored"
  case envFileInImage = "env-file-in-image"
  case envFilePublished = "env-file-published"
  case envTemplateMissing = "env-template-missing"
  case envTemplateValue = "env-template-value"
  case settingUndocumented = "setting-undocumented"
  case settingStale = "setting-stale"
  case settingWithoutComment = "setting-without-comment"
  case settingInvalid = "setting-invalid"
  case settingDuplicate = "setting-duplicate"
  case settingName = "setting-name"
  case dotenvSyntax = "dotenv-syntax"
  case dotenvDialect = "dotenv-dialect"
  case workflowSecretUndeclared = "workflow-secret-undeclared"

  package var summary: RuleSummary {
    RuleSummary(
      id: RuleID(rawValue), title: title, description: about, severity: severity, confidence: .high)
  }

  private var severity: Severity {
    switch self {
    case .envFileTracked, .envFilePublished, .envTemplateValue: .high
    case .envFileNotIgnored, .envTemplateIgnored, .envFileInImage, .envTemplateMissing, .settingUndocumented,
      .settingInvalid, .dotenvSyntax, .workflowSecretUndeclared:
      .medium
    case .settingStale, .settingWithoutComment, .settingDuplicate, .settingName, .dotenvDialect: .low
    }
  }

  private var title: String {
    switch self {
    case .envFileTracked: "Env file in the repository"
    case .envFileNotIgnored: "Env file that is not ignored"
    case .envTemplateIgnored: "Env template that is ignored"
    case .envFileInImage: "Env file in an image's context"
    case .envFilePublished: "Env file in a published package"
    case .envTemplateMissing: "No env template"
    case .envTemplateValue: "Real value in an env template"
    case .settingUndocumented: "Setting that no template documents"
    case .settingStale: "Setting that nothing asks for"
    case .settingWithoutComment: "Setting without a comment"
    case .settingInvalid: "Value that its setting does not allow"
    case .settingDuplicate: "Setting that stands twice"
    case .settingName: "Name against the convention"
    case .dotenvSyntax: "Line that no reader takes"
    case .dotenvDialect: "Line that readers take differently"
    case .workflowSecretUndeclared: "Workflow secret that nothing declares"
    }
  }

  private var about: String {
    switch self {
    case .envFileTracked: "An env file is tracked or staged: whoever can read the repository reads its values."
    case .envFileNotIgnored:
      "No ignore file of the repository covers an env file, so that the next `git add .` takes it along."
    case .envTemplateIgnored: "A template is made to be committed, and an ignore file leaves it out."
    case .envFileInImage: "A Dockerfile copies a context whose ignore file lets env files in."
    case .envFilePublished: "npm would publish an env file with the package."
    case .envTemplateMissing: "The code asks for settings, and no template tells which."
    case .envTemplateValue:
      "A template is made to be committed and read by everyone, and holds what looks like a real value."
    case .settingUndocumented: "The code asks for a setting that the nearest template does not name."
    case .settingStale: "A template names a setting that no code and no deployment file asks for."
    case .settingWithoutComment: "A template names a setting and does not say what it is for."
    case .settingInvalid: "A template or env file holds a value against what its declaration allows."
    case .settingDuplicate: "A template or env file names a setting twice; readers do not agree which counts."
    case .settingName: "Names of settings are upper case, with digits and underscores."
    case .dotenvSyntax: "A line of a template or env file cannot be read."
    case .dotenvDialect: "Docker, Compose, Node, Python and shells would read a line as different values."
    case .workflowSecretUndeclared: "A workflow uses a secret that neither a declaration nor a template names."
    }
  }
}
