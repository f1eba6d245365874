/// Variables that GitHub and its runners set.
enum WorkflowNames {
  private static let beginnings = [
    "GITHUB_", "RUNNER_", "ACTIONS_", "INPUT_", "STATE_", "JAVA_HOME", "GOROOT", "ANDROID_",
  ]
  private static let names: Set<String> = [
    "CI", "GITHUB_TOKEN", "ImageOS", "ImageVersion", "AGENT_TOOLSDIRECTORY", "CONDA", "VCPKG_INSTALLATION_ROOT",
    "LEIN_HOME", "GRADLE_HOME", "HOMEBREW_PREFIX", "CHROMEWEBDRIVER", "EDGEWEBDRIVER", "GECKOWEBDRIVER",
    "pythonLocation",
  ]

  static func isKnown(_ name: String) -> Bool {
    names.contains(name) || beginnings.contains(where: name.hasPrefix)
  }
}
