internal import YAML

/// Pipelines of GitLab: what scripts and values read, and what `variables:` gives.
package enum GitLabReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    guard file.isYAML else { return false }
    return file.stem == ".gitlab-ci" || file.stem.hasSuffix(".gitlab-ci") || file.stem.hasPrefix(".gitlab-ci")
      || file.isIn(".gitlab") || file.isIn(".gitlab-ci") || file.isIn("gitlab-ci")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var reading = GitLabReading(file: file, conventions: conventions)
    for document in file.documents { reading.gather(document) }
    for document in file.documents { reading.document(document) }
    file.report(to: &reading.builder)
    return reading.builder.readout
  }
}

/// One pipeline while it is being read.
private struct GitLabReading {
  let file: DeploymentYAML
  let conventions: SettingConventions
  var builder = ReadoutBuilder()
  /// Every name that the file gives a value: jobs inherit and extend one another, so one set serves all.
  private var known: Set<String> = []

  private static let scripts: Set<String> = ["script", "before_script", "after_script", "pre_get_sources_script"]
  private static let foreign = [
    "CI_", "GITLAB_", "FF_", "TRIGGER_PAYLOAD", "CHAT_", "DOCKER_TLS_", "GIT_", "ARTIFACT_", "SAST_", "DS_", "CS_",
    "KUBECONFIG",
    "SECURE_", "DAST_",
  ]

  init(file: DeploymentYAML, conventions: SettingConventions) {
    self.file = file
    self.conventions = conventions
  }

  private static func isKnown(_ name: String) -> Bool {
    name == "CI" || foreign.contains(where: name.hasPrefix) || ShellNames.isKnown(name)
  }

  /// Takes down what is given a value anywhere.
  mutating func gather(_ document: YAMLNode) {
    document.visitMappings { mapping in
      for entry in mapping.entries {
        if entry.name == "variables" || entry.name == "secrets" {
          for variable in entry.value.mergedEntries { given(variable, isSecret: entry.name == "secrets") }
        } else if GitLabReading.scripts.contains(entry.name) {
          let (after, _) = ShellText.scope(of: script(entry.value))
          known.formUnion(after.assigned)
          known.formUnion(after.printed)
        }
      }
    }
  }

  private mutating func given(_ entry: YAMLEntry, isSecret: Bool) {
    guard entry.name.isVariableName else { return }
    let hasValue = entry.value.isMapping ? isSecret || entry.value["value"] != nil : true
    if hasValue { known.insert(entry.name) }
    guard !GitLabReading.isKnown(entry.name) else { return }
    builder.add(
      SettingReference(
        name: entry.name, need: hasValue ? .written : .optional, offset: file.start(of: entry.key),
        idiom: "\(isSecret ? "secrets" : "variables"): …:", isSecret: isSecret))
  }

  mutating func document(_ document: YAMLNode) {
    document.visitMappings { mapping in
      for entry in mapping.entries where GitLabReading.scripts.contains(entry.name) {
        let text = script(entry.value)
        var scope = ShellScope(known: known)
        scope.functions = conventions.functions
        let (after, gap) = ShellText.scope(of: text, scope)
        builder.add(after.references(in: text).filter { !GitLabReading.isKnown($0.name) })
        if let gap { builder.addGap(at: gap.offset, gap.reason) }
      }
    }
    document.visitScalars { node, path in
      if !path.contains(where: GitLabReading.scripts.contains) { value(node) }
    }
  }

  /// Outside scripts GitLab itself puts variables in.
  private mutating func value(_ node: YAMLNode) {
    guard let text = node.text, text.utf8.contains(UInt8(ascii: "$")), node.tag != "!reference" else { return }
    let placed = file.placed(node)
    for variable in Interpolation.variables(in: placed.bytes) {
      guard variable.name.isConventional, !known.contains(variable.name), !GitLabReading.isKnown(variable.name) else {
        continue
      }
      builder.add(
        SettingReference(name: variable.name, need: .optional, offset: placed.place(variable.place), idiom: "$…"))
    }
  }

  /// The lines of a script, which stand in one text or are the elements of lists.
  private func script(_ node: YAMLNode) -> PlacedText {
    var bytes: [UInt8] = []
    var places: [Int] = []
    node.visitScalars { scalar, _ in
      let placed = file.placed(scalar)
      bytes += placed.bytes + [0x0A]
      places += placed.bytes.indices.map(placed.place) + [placed.place(placed.bytes.count)]
    }
    return PlacedText(bytes, places: places + [places.last ?? 0])
  }
}
