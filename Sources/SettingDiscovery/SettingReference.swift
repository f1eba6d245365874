/// A place in source code or in a deployment file that asks for a setting, or gives it a value.
package struct SettingReference: Hashable, Sendable {
  /// What the place asks for; of a name that is only known when the program runs, the part that is written there.
  package var name: String
  package var need: Need
  /// Where the name comes from: a variable of the environment unless a format has other kinds.
  package var origin: Origin
  /// Where the name stands, or the expression that makes it, in bytes from the beginning of the text.
  package var offset: Int
  /// How the place asks, as people would write it, with `…` for the name: `os.environ[…]`.
  package var idiom: String
  /// The type that the code makes of the value, where it says so.
  package var type: SettingType?
  /// Whether the code says that the value is a secret: `SecretStr`, `isSecret: true`, a workflow's `secrets`.
  package var isSecret: Bool

  package init(
    name: String, need: Need, origin: Origin = .environment, offset: Int, idiom: String, type: SettingType? = nil,
    isSecret: Bool = false
  ) {
    self.name = name
    self.need = need
    self.origin = origin
    self.offset = offset
    self.idiom = idiom
    self.type = type
    self.isSecret = isSecret
  }
}

extension SettingReference {
  package enum Need: String, Hashable, Sendable, CaseIterable {
    /// Without a value the program does not do what it is for: it stops, throws or cannot be built.
    case required
    /// There is a default, or the code copes with none.
    case optional
    /// The place gives the setting a value and does not read it.
    case written
    /// The name is made when the program runs, so that nothing can be said of it but its beginning.
    case dynamic
  }

  package enum Origin: String, Hashable, Sendable, CaseIterable {
    case environment
    /// `secrets.NAME` of a workflow.
    case workflowSecret
    /// `vars.NAME` of a workflow.
    case workflowVariable
    /// `ARG NAME` of a Dockerfile, and what is needed to build and not to run.
    case build
    /// `variable "name"` of Terraform: TF_VAR_name in the environment.
    case terraform
    /// A key of a Kubernetes Secret or ConfigMap.
    case cluster
  }
}

/// What a setting's value is read as.
package enum SettingType: String, Hashable, Sendable, CaseIterable {
  case string, integer, number, boolean, url, list, json, duration, path
}
