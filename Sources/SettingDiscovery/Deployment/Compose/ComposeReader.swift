internal import YAML

/// Files of compose: what is put in from the environment, what services are given, and the env files they name.
package enum ComposeReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    guard file.isYAML else { return false }
    return ["compose", "docker-compose", "podman-compose", "docker-stack"].contains { name in
      file.stem == name || file.stem.hasPrefix(name + ".") || file.stem.hasPrefix(name + "-")
        || file.stem.hasPrefix(name + "_") || file.stem.hasSuffix("." + name) || file.stem.hasSuffix("-" + name)
    }
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var builder = ReadoutBuilder()
    for document in file.documents { read(document, of: file, into: &builder) }
    file.report(to: &builder)
    return builder.readout
  }

  /// Whether a document of any name is one of compose.
  static func looksLike(_ document: YAMLNode) -> Bool {
    guard let services = document["services"], document["apiVersion"] == nil, document["kind"] == nil else {
      return false
    }
    return services.entries.contains {
      $0.value["image"] != nil || $0.value["build"] != nil || $0.value["extends"] != nil
    }
  }

  static func read(_ document: YAMLNode, of file: DeploymentYAML, into builder: inout ReadoutBuilder) {
    var reading = ComposeReading(file: file, builder: builder)
    reading.document(document)
    builder = reading.builder
  }
}

/// One document of compose while it is being read.
private struct ComposeReading {
  let file: DeploymentYAML
  var builder: ReadoutBuilder

  mutating func document(_ document: YAMLNode) {
    document.visitScalars { node, _ in interpolated(node) }
    for entry in document["services"]?.mergedEntries ?? [] { service(entry.value) }
    // Parts that services share are written where nothing names them yet.
    for entry in document.entries where entry.name.hasPrefix("x-") { shared(entry) }
    for kind in ["secrets", "configs"] {
      for entry in document[kind]?.mergedEntries ?? [] {
        external(entry.value["environment"], isSecret: kind == "secrets")
      }
    }
    for entry in document["include"]?.listed ?? [] { envFiles(entry["env_file"], isActive: true) }
  }

  private mutating func interpolated(_ node: YAMLNode) {
    guard let text = node.text, text.utf8.contains(UInt8(ascii: "$")) else { return }
    let placed = file.placed(node)
    for variable in Interpolation.variables(in: placed.bytes) {
      builder.add(
        SettingReference(
          name: variable.name, need: variable.need, offset: placed.place(variable.place), idiom: variable.idiom))
    }
  }

  private mutating func service(_ service: YAMLNode) {
    let isActive = service["profiles"]?.listed.isEmpty ?? true
    environment(service["environment"], isActive: isActive)
    envFiles(service["env_file"], isActive: isActive)
    if let build = service["build"] { environment(build["args"], isActive: isActive, isBuild: true) }
  }

  private mutating func shared(_ entry: YAMLEntry) {
    if entry.value.isMapping, ["environment", "env_file", "build"].contains(where: { entry.value[$0] != nil }) {
      service(entry.value)
    } else if entry.name.hasSuffix("env") || entry.name.hasSuffix("environment") {
      environment(entry.value, isActive: true)
    }
  }

  /// - Parameter isActive: whether the service runs without anyone asking for its profile.
  private mutating func environment(_ node: YAMLNode?, isActive: Bool, isBuild: Bool = false) {
    guard let node else { return }
    let key = isBuild ? "args" : "environment"
    for entry in node.mergedEntries where entry.key.scalar != nil {
      given(entry.name, at: file.start(of: entry.key), hasValue: !entry.value.isNull, key, isActive: isActive)
    }
    for element in node.elements {
      guard let text = element.text else { continue }
      let name = text.prefix { $0 != "=" }
      given(String(name), at: file.start(of: element), hasValue: name.endIndex < text.endIndex, key, isActive: isActive)
    }
  }

  private mutating func given(_ name: String, at offset: Int, hasValue: Bool, _ key: String, isActive: Bool) {
    guard name.isVariableName else { return }
    let need: SettingReference.Need = hasValue ? .written : isActive ? .required : .optional
    builder.add(
      SettingReference(
        name: name, need: need, origin: hasValue && key == "args" ? .build : .environment, offset: offset,
        idiom: hasValue ? "\(key): …=" : "\(key): …"))
  }

  private mutating func external(_ node: YAMLNode?, isSecret: Bool) {
    guard let node, let name = node.text, name.isVariableName else { return }
    builder.add(
      SettingReference(
        name: name, need: .required, offset: file.start(of: node),
        idiom: isSecret ? "secrets: environment: …" : "configs: environment: …", isSecret: isSecret))
  }

  private mutating func envFiles(_ node: YAMLNode?, isActive: Bool) {
    for element in node?.listed ?? [] {
      guard let path = element.text == nil ? element["path"] : element, let text = path.text, !text.isEmpty else {
        continue
      }
      let isRequired = element["required"]?.truth ?? true
      builder.add(
        EnvFileReference(
          path: text, isRequired: isRequired && isActive, offset: file.start(of: path), format: element["format"]?.text)
      )
    }
  }
}
