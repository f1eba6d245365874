internal import YAML

/// JSON that names variables: `devcontainer.json`, `launch.json`, `tasks.json`, `app.json` of Heroku and `vercel.json`.
///
/// JSON is YAML but for its remarks, which are passed by.
package enum EditorJSONReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    switch file.name {
    case "devcontainer.json", ".devcontainer.json", "vercel.json", "now.json": return true
    case "app.json": return file.folders.isEmpty
    case "launch.json", "tasks.json": return file.folders.last == ".vscode"
    default: return false
    }
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let source = Array(text)
    let stream = YAMLStream(withoutRemarks(source))
    var builder = ReadoutBuilder()
    if let failure = stream.failure { builder.addGap(at: failure.offset, failure.description) }
    guard let document = stream.documents.first else {
      // What cannot be read as a whole still says what it asks for.
      inserted(PlacedText(source), into: &builder)
      return builder.readout
    }
    document.visitScalars { node, path in
      guard let scalar = node.text else { return }
      if scalar.contains("nv:") {
        inserted(PlacedText(Array(scalar.utf8), places: node.places(in: source)), into: &builder)
      }
      if path.last == "envFile" {
        builder.add(EnvFileReference(path: scalar, isRequired: true, offset: node.place.lowerBound + 1))
      }
    }
    document.visitMappings { mapping in
      for key in ["containerEnv", "remoteEnv", "env"] { given(mapping[key]) { builder.add($0) } }
      asked(mapping["secrets"]) { builder.add($0) }
    }
    arguments(document["runArgs"], into: &builder)
    return builder.readout
  }

  /// The text with blanks for what stands in `//` and `/* */`.
  static func withoutRemarks(_ source: [UInt8]) -> [UInt8] {
    var text = source
    var place = 0
    while place < text.count {
      if text[place] == "\"" {
        place += 1
        while place < text.count, text[place] != "\"", text[place] != "\n" { place += text[place] == "\\" ? 2 : 1 }
      } else if text.holds("//", at: place) {
        while place < text.count, !text[place].isLineEnd {
          text[place] = 0x20
          place += 1
        }
      } else if text.holds("/*", at: place) {
        while place < text.count, !text.holds("*/", at: place) {
          if !text[place].isLineEnd { text[place] = 0x20 }
          place += 1
        }
        for index in place..<min(text.count, place + 2) { text[index] = 0x20 }
        place += 1
      }
      place += 1
    }
    return text
  }

  /// `${localEnv:X}`, `${localEnv:X:default}`, `${env:X}`
  private static func inserted(_ text: PlacedText, into builder: inout ReadoutBuilder) {
    for (form, idiom) in [("${localEnv:", "${localEnv:…}"), ("${env:", "${env:…}")] {
      for place in text.bytes.indices where text.bytes[place] == "$" && text.bytes.holds(form, at: place) {
        let start = place + form.utf8.count
        let end = text.bytes.endOfVariable(at: start, limit: text.bytes.count)
        let name = text.bytes.string(start..<max(start, end))
        guard end > start, !ShellNames.isKnown(name) else { continue }
        builder.add(SettingReference(name: name, need: .optional, offset: text.place(start), idiom: idiom))
      }
    }
  }

  /// Names with values, or with what Heroku wants to know of them.
  private static func given(_ mapping: YAMLNode?, _ add: (SettingReference) -> Void) {
    for entry in mapping?.entries ?? [] where entry.name.isVariableName && !ShellNames.isKnown(entry.name) {
      let details = entry.value
      var reference = SettingReference(
        name: entry.name, need: .written, offset: entry.key.place.lowerBound + 1, idiom: "env: …:")
      if details.isMapping {
        reference.isSecret = details["generator"] != nil
        let hasValue = details["value"] != nil || reference.isSecret
        reference.need = hasValue || details["required"]?.truth == false ? .optional : .required
      }
      add(reference)
    }
  }

  /// What a development container recommends to have.
  private static func asked(_ mapping: YAMLNode?, _ add: (SettingReference) -> Void) {
    for entry in mapping?.entries ?? [] where entry.name.isVariableName && entry.value.isMapping {
      add(
        SettingReference(
          name: entry.name, need: .optional, offset: entry.key.place.lowerBound + 1, idiom: "secrets: …", isSecret: true
        ))
    }
  }

  private static func arguments(_ list: YAMLNode?, into builder: inout ReadoutBuilder) {
    let words = list?.elements ?? []
    for (index, word) in words.enumerated() where word.text == "--env-file" && index + 1 < words.count {
      guard let path = words[index + 1].text else { continue }
      builder.add(EnvFileReference(path: path, isRequired: true, offset: words[index + 1].place.lowerBound + 1))
    }
  }
}
