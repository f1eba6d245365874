internal import YAML

/// Configuration of Symfony: `%env(int:PORT)%`, `%env(default:name:X)%`, and `env(X)` among the parameters as a default.
package enum SymfonyReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return file.isYAML
      && (file.isIn("config", "packages") || file.stem.hasPrefix("services") && file.folders.last == "config")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var builder = ReadoutBuilder()
    for document in file.documents { read(document, of: file, into: &builder) }
    file.report(to: &builder)
    return builder.readout
  }

  static func read(_ document: YAMLNode, of file: DeploymentYAML, into builder: inout ReadoutBuilder) {
    var defaults: Set<String> = []
    document.visitMappings { mapping in
      for entry in mapping["parameters"]?.entries ?? [] where entry.name.hasPrefix("env(") {
        let name = entry.name.dropFirst(4).prefix { $0 != ")" }
        defaults.insert(String(name))
        builder.add(
          SettingReference(
            name: String(name), need: .optional, offset: file.start(of: entry.key) + 4, idiom: "env(…): default"))
      }
    }
    document.visitScalars { node, _ in
      guard node.text?.contains("%env(") == true else { return }
      let placed = file.placed(node)
      for (range, reference) in references(in: placed.bytes) {
        var reference = reference
        if defaults.contains(reference.name) { reference.need = .optional }
        reference.offset = placed.place(range.lowerBound)
        builder.add(reference)
      }
    }
  }

  private static func references(in text: [UInt8]) -> [(Range<Int>, SettingReference)] {
    var found: [(Range<Int>, SettingReference)] = []
    var place = 0
    while place < text.count {
      guard text[place] == "%", text.holds("%env(", at: place) else {
        place += 1
        continue
      }
      let start = place + 5
      var end = start
      while end < text.count, text[end] != ")", text[end] != "%" { end += 1 }
      place = end
      let parts = text[start..<end].split(separator: 0x3A, omittingEmptySubsequences: false)
      guard text.holds(")%", at: end), let name = parts.last, name.isVariableName else { continue }
      let processors = parts.dropLast().map { String($0) }
      found.append(
        (
          name.startIndex..<name.endIndex,
          SettingReference(
            name: String(name), need: processors.contains("default") ? .optional : .required, offset: 0,
            idiom: "%env(…)%",
            type: processors.lazy.compactMap(type).first)
        ))
    }
    return found
  }

  private static func type(_ processor: String) -> SettingType? {
    switch processor {
    case "int": .integer
    case "bool", "not": .boolean
    case "float": .number
    case "json": .json
    case "csv": .list
    case "url": .url
    case "file": .path
    case "string": .string
    default: nil
    }
  }
}
