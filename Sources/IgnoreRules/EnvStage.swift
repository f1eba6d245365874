/// An environment that programs run in, as the names of files speak of it.
package enum EnvStage: String, Sendable, CaseIterable {
  case development, staging, production, preview, test
  case continuousIntegration

  /// By the words that stand for it.
  static let words: [String: EnvStage] = [
    "development": .development, "dev": .development, "develop": .development,
    "staging": .staging, "stage": .staging, "stg": .staging, "uat": .staging, "qa": .staging,
    "production": .production, "prod": .production, "live": .production, "prd": .production,
    "preview": .preview,
    "test": .test, "testing": .test, "tests": .test, "e2e": .test, "spec": .test, "cypress": .test, "playwright": .test,
    "integration": .test, "unit": .test, "vitest": .test, "jest": .test,
    "ci": .continuousIntegration,
  ]
}
