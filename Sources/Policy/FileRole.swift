/// What a file is for, by its path: it decides what follows from a setting that the file asks for.
package enum FileRole: Sendable {
  /// A program's own code.
  case code
  /// What Compose starts; it fills in settings of the env file beside it.
  case compose
  case workflow
  /// Shell scripts, Makefiles, images, clusters: whoever runs them gives what they ask for.
  case deployment
  /// Tests, examples, documentation, and what others wrote: it may use a setting, and documents none.
  case aside

  init(path: String) {
    let parts = path.lowercased().split(separator: "/").map(String.init)
    let name = parts.last ?? ""
    if FileRole.isWorkflow(parts) {
      self = .workflow
    } else if parts.dropLast().contains(where: FileRole.asideFolders.contains) || FileRole.isTest(name) {
      self = .aside
    } else if FileRole.isCompose(name) {
      self = .compose
    } else if FileRole.isDeployment(name) {
      self = .deployment
    } else {
      self = .code
    }
  }

  private static func isWorkflow(_ parts: [String]) -> Bool {
    let isGitHub = parts.count >= 3 && (parts[0] == ".github" || parts[0] == ".gitea" || parts[0] == ".forgejo")
    return isGitHub && (parts[1] == "workflows" || parts[1] == "actions")
      || parts.last == ".gitlab-ci.yml" || parts.first == ".gitlab" || parts.last == "action.yml" && parts.count == 1
  }

  private static func isCompose(_ name: String) -> Bool {
    (name.hasPrefix("compose") || name.hasPrefix("docker-compose") || name.hasPrefix("podman-compose"))
      && (name.hasSuffix(".yml") || name.hasSuffix(".yaml"))
  }

  private static func isDeployment(_ name: String) -> Bool {
    name.hasPrefix("dockerfile") || name.hasPrefix("containerfile") || name.hasSuffix(".dockerfile")
      || name.hasPrefix("makefile") || name == "gnumakefile" || name == "justfile" || name == "procfile"
      || [
        ".sh", ".bash", ".zsh", ".mk", ".tf", ".tfvars", ".hcl", ".yml", ".yaml", ".service", ".toml", ".tpl", ".json",
      ]
      .contains { name.hasSuffix($0) } || !name.contains(".")
  }

  private static let asideFolders: Set = [
    "test", "tests", "testing", "__tests__", "__mocks__", "spec", "specs", "e2e", "fixtures", "testdata", "test-data",
    "mocks", "examples", "example", "samples", "sample", "demo", "demos", "docs", "doc", "documentation", "website",
    "vendor", "vendored", "third_party", "third-party", "node_modules", "bower_components", "pods", "dist", "build",
    "benchmarks", "benchmark", "bench", "stories", "cypress", "playwright", "templates", "cookbook", "tutorial",
    "tutorials", "evals",
  ]

  private static func isTest(_ name: String) -> Bool {
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return stem.hasPrefix("test_") || stem.hasSuffix("_test") || stem.hasSuffix("_spec") || stem == "conftest"
      || stem.hasSuffix("tests") && name.hasSuffix(".swift") || name.hasSuffix("test.java") || name.hasSuffix("test.kt")
      || [".test.", ".spec.", ".stories.", ".min.", ".e2e.", ".config."].contains { name.contains($0) }
  }
}
