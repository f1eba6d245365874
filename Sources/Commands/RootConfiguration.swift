internal import Glibc

/// The configuration that holds for all of a repository.
enum RootConfiguration {
  /// - isForeign: whether it is known to be gitleaks' or betterleaks', whatever its name.
  case file(String, isForeign: Bool = false)
  /// A text that stands in an environment variable, with what it is called.
  case text(String, name: String)

  /// What `--config` names, else our own file, else what gitleaks and betterleaks would read; `nil` where there is none.
  ///
  /// - Parameter root: the root of the working tree, where there is one.
  init?(root: String?, explicit: String?) {
    if let explicit {
      self = .file(explicit)
      return
    }
    if let own = root.map({ "\($0)/.stanch.toml" }), Files.exists(own) {
      self = .file(own)
    } else if let named = RootConfiguration.inEnvironment() {
      self = named
    } else {
      let names = root.map { root in RootConfiguration.foreignNames.map { "\(root)/\($0)" } } ?? []
      guard let file = names.first(where: Files.exists) else { return nil }
      self = .file(file)
    }
  }

  private static let foreignNames = [".betterleaks.toml", ".gitleaks.toml"]

  /// What the variables of betterleaks and gitleaks say, in their order: a file, or the text itself.
  private static func inEnvironment() -> RootConfiguration? {
    for name in ["BETTERLEAKS_CONFIG", "GITLEAKS_CONFIG"] {
      if let file = variable(name) { return .file(file, isForeign: true) }
    }
    for name in ["BETTERLEAKS_CONFIG_TOML", "GITLEAKS_CONFIG_TOML"] {
      if let text = variable(name) { return .text(text, name: name) }
    }
    return nil
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}
