internal import YAML

/// What a manifest of Kubernetes asks of Secrets and ConfigMaps, and what it gives to containers.
struct ClusterManifest {
  let file: DeploymentYAML
  var builder: ReadoutBuilder

  /// Whether a document is a manifest.
  static func looksLike(_ document: YAMLNode) -> Bool {
    document["kind"] != nil && document["apiVersion"] != nil
  }

  /// - Parameter isManifest: whether the document says what it is; parts of one only ask by names that nothing else has.
  mutating func read(_ document: YAMLNode, isManifest: Bool) {
    switch document["kind"]?.text {
    case "Secret", "ConfigMap": data(document)
    case "SealedSecret": written(document["spec"]?["encryptedData"], isSecret: true)
    case "ExternalSecret", "ClusterExternalSecret", "PushSecret": external(document)
    default: break
    }
    generators(document)
    document.visitMappings { mapping in
      keyReference(mapping["secretKeyRef"], isSecret: true)
      keyReference(mapping["configMapKeyRef"], isSecret: false)
      for source in mapping["envFrom"]?.elements ?? [] { wholeReference(source) }
      if isManifest || mapping["envFrom"] != nil || mapping["image"] != nil { environment(mapping["env"]) }
      if let source = mapping["valueFrom"], source.isMapping { variable(mapping) }
      volume(mapping["secret"], isSecret: true)
      volume(mapping["configMap"], isSecret: false)
    }
  }

  private mutating func add(
    _ name: String, at node: YAMLNode, need: SettingReference.Need, origin: SettingReference.Origin = .cluster,
    _ idiom: String,
    isSecret: Bool
  ) {
    // An action of a template stands for a name that is made when it is filled in.
    let beginning = name.prefix { $0 != "_" }
    let isMade = source(node).contains(UInt8(ascii: "{")) && name.contains("__")
    builder.add(
      SettingReference(
        name: isMade ? String(beginning) : name, need: isMade && need != .written ? .dynamic : need, origin: origin,
        offset: file.start(of: node), idiom: idiom, isSecret: isSecret))
  }

  private func source(_ node: YAMLNode) -> ArraySlice<UInt8> {
    file.source[node.place.clamped(to: 0..<file.source.count)]
  }

  private func isMade(_ node: YAMLNode) -> Bool { source(node).contains(UInt8(ascii: "{")) }

  private mutating func keyReference(_ reference: YAMLNode?, isSecret: Bool) {
    guard let reference, let key = reference["key"], let name = key.text, !name.isEmpty else { return }
    let isOptional = reference["optional"]?.truth ?? false
    add(
      name, at: key, need: isOptional ? .optional : .required, isSecret ? "secretKeyRef" : "configMapKeyRef",
      isSecret: isSecret)
  }

  /// `envFrom:` takes all keys, which stand elsewhere.
  private mutating func wholeReference(_ source: YAMLNode) {
    for (kind, isSecret) in [("secretRef", true), ("configMapRef", false)] {
      guard let reference = source[kind] else { continue }
      let prefix = source["prefix"]?.text ?? ""
      builder.add(
        SettingReference(
          name: prefix, need: .dynamic, origin: .cluster, offset: file.start(of: reference["name"] ?? reference),
          idiom: "envFrom: \(kind)", isSecret: isSecret))
    }
  }

  /// `env: [{name: X, value: v}]`
  private mutating func environment(_ list: YAMLNode?) {
    for element in list?.elements ?? [] where element["value"] != nil || element["valueFrom"] != nil {
      variable(element)
    }
  }

  private mutating func variable(_ element: YAMLNode) {
    guard let node = element["name"], let name = node.text, name.isVariableName, !isMade(node) else { return }
    guard !ShellNames.isKnown(name) else { return }
    add(name, at: node, need: .written, origin: .environment, "env: - name: …", isSecret: false)
  }

  /// A volume that puts single keys into files.
  private mutating func volume(_ volume: YAMLNode?, isSecret: Bool) {
    guard let volume, volume.isMapping else { return }
    let isOptional = volume["optional"]?.truth ?? false
    for item in volume["items"]?.elements ?? [] {
      guard let key = item["key"], let name = key.text, item["path"] != nil else { continue }
      add(
        name, at: key, need: isOptional ? .optional : .required,
        isSecret ? "secret: items: key" : "configMap: items: key", isSecret: isSecret)
    }
  }

  private mutating func data(_ document: YAMLNode) {
    let isSecret = document["kind"]?.text == "Secret"
    for key in ["data", "stringData"] { written(document[key], isSecret: isSecret) }
  }

  private mutating func written(_ mapping: YAMLNode?, isSecret: Bool) {
    for entry in mapping?.entries ?? [] where entry.key.scalar != nil && !entry.name.isEmpty && !isMade(entry.key) {
      add(
        entry.name, at: entry.key, need: .written, isSecret ? "Secret data: …" : "ConfigMap data: …", isSecret: isSecret
      )
    }
  }

  /// Takes what a store outside the cluster holds, and writes keys of a Secret.
  private mutating func external(_ document: YAMLNode) {
    let spec = document["spec"]?["externalSecretSpec"] ?? document["spec"]
    for item in spec?["data"]?.elements ?? [] {
      if let key = item["secretKey"], let name = key.text {
        add(name, at: key, need: .written, "secretKey: …", isSecret: true)
      }
      guard let remote = item["remoteRef"], let asked = remote["property"] ?? remote["key"], let name = asked.text
      else { continue }
      add(name, at: asked, need: .required, "remoteRef: …", isSecret: true)
    }
    for item in spec?["dataFrom"]?.elements ?? [] {
      guard let key = (item["extract"] ?? item["find"] ?? item)["key"] else { continue }
      builder.add(
        SettingReference(
          name: "", need: .dynamic, origin: .cluster, offset: file.start(of: key), idiom: "dataFrom: …", isSecret: true)
      )
    }
  }

  /// `secretGenerator:` and `configMapGenerator:` of Kustomize.
  private mutating func generators(_ document: YAMLNode) {
    for (kind, isSecret) in [("secretGenerator", true), ("configMapGenerator", false)] {
      for generator in document[kind]?.elements ?? [] {
        for literal in generator["literals"]?.elements ?? [] {
          guard let text = literal.text, let equals = text.firstIndex(of: "=") else { continue }
          add(String(text[..<equals]), at: literal, need: .written, "literals: …", isSecret: isSecret)
        }
        for path in (generator["envs"]?.listed ?? []) + (generator["env"]?.listed ?? []) {
          guard let text = path.text else { continue }
          builder.add(EnvFileReference(path: text, isRequired: true, offset: file.start(of: path)))
        }
      }
    }
  }
}
