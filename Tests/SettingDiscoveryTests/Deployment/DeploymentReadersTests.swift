import Testing

@testable import SettingDiscovery

@Suite struct DeploymentReadersTests {
  private func reader(_ path: String, _ beginning: String = "") -> String? {
    let bytes = Array(beginning.utf8)
    let span = unsafe bytes.span.bytes
    return DeploymentReaders.reader(for: path, beginning: span).map { "\($0)" }
  }

  /// Breaks when a file goes to another reader.
  @Test(arguments: [
    ("compose.yaml", "ComposeReader"), ("deploy/docker-compose.prod.yml", "ComposeReader"),
    (".github/workflows/a.yml", "WorkflowReader"), ("x/action.yaml", "WorkflowReader"),
    ("ci/a.gitlab-ci.yml", "GitLabReader"), ("Dockerfile.dev", "DockerfileReader"),
    ("a.containerfile", "DockerfileReader"),
    ("run.sh", "ShellReader"), (".envrc", "ShellReader"), ("GNUmakefile", "MakefileReader"), ("a.mk", "MakefileReader"),
    ("infra/main.tf", "TerraformReader"), ("x.auto.tfvars", "TerraformReader"),
    ("c/templates/a.yaml", "HelmTemplateReader"),
    ("render.yaml", "RenderReader"), ("serverless.yml", "ServerlessReader"), ("application-dev.yml", "SpringReader"),
    ("src/main/resources/application.conf", "HOCONReader"), ("config/packages/a.yaml", "SymfonyReader"),
    ("fly.toml", "PlatformTOMLReader"), ("Procfile", "ProcfileReader"), ("a.service", "SystemdReader"),
    (".devcontainer/devcontainer.json", "EditorJSONReader"), ("k8s/a.yml", "ManifestReader"),
  ])
  func ofPaths(path: String, expected: String) {
    #expect(reader(path) == expected)
  }

  /// Breaks when files that ask for nothing are read.
  @Test(arguments: [
    "configure", "gradlew", "modules/vpc/variables.tf", "Dockerfile.md", "pnpm-lock.yaml", "a.swift", "package.json",
  ])
  func ofNoPath(path: String) {
    #expect(reader(path, "#!/bin/sh\n") == nil || path == "configure.sh")
  }

  @Test(arguments: [
    ("#!/bin/sh\n", true), ("#!/usr/bin/env bash\n", true), ("#!/usr/bin/env -S bash -e\n", true),
    ("#!/usr/bin/python3\n", false),
    ("echo", false),
  ])
  func ofFirstLines(line: String, isShell: Bool) {
    #expect((reader("bin/run", line) == "ShellReader") == isShell)
  }

  /// Breaks when a project's own function is not known in scripts.
  @Test func conventions() throws {
    let text = Array("#!/bin/sh\nX=$(get_secret API_KEY)\n".utf8)
    let conventions = SettingConventions(functions: [.init(name: "get_secret")])
    let found = unsafe ShellReader.references(in: text.span.bytes, conventions: conventions).references
    #expect(found.map(\.name) == ["API_KEY"] && found.first?.need == .required)
  }

  /// Breaks when what could not be read as YAML is called clean.
  @Test func gaps() {
    let found = readout(ComposeReader.self, Array("services:\n  a: ${X:?}\n b: [\n".utf8))
    #expect(found.gaps.count == 1)
    #expect(found.references.map(\.name) == ["X"])
  }

  /// Breaks when substitutions that are too deep are passed by in silence.
  @Test func depth() {
    let text = "#!/bin/sh\n" + String(repeating: "$(", count: 100) + "echo $X"
    #expect(readout(ShellReader.self, Array(text.utf8)).gaps.count == 1)
  }
}
