/// The readers for deployment and configuration files, the more particular ones first: the first that reads a file is taken.
package enum DeploymentReaders {
  package static let all: [any SettingReader.Type] = [
    ComposeReader.self, WorkflowReader.self, GitLabReader.self, DockerfileReader.self, ShellReader.self,
    MakefileReader.self,
    TerraformReader.self, HelmTemplateReader.self, RenderReader.self, ServerlessReader.self, SpringReader.self,
    HOCONReader.self, SymfonyReader.self, PlatformTOMLReader.self, ProcfileReader.self, SystemdReader.self,
    EditorJSONReader.self, ManifestReader.self,
  ]

  /// The reader for a file; `nil` for a file that none of them is for.
  package static func reader(for path: String, beginning: RawSpan) -> (any SettingReader.Type)? {
    all.first { $0.reads(path, beginning: beginning) }
  }
}
