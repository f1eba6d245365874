internal import YAML

/// `serverless.yml`: `${env:X}`, `${env:X, 'default'}`, and what `environment:` gives functions.
package enum ServerlessReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return file.isYAML
      && (file.stem == "serverless" || file.stem.hasPrefix("serverless-") || file.stem.hasPrefix("serverless."))
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var builder = ReadoutBuilder()
    for document in file.documents {
      document.visitScalars { node, _ in
        if node.text?.contains("env:") == true { value(file.placed(node), into: &builder) }
      }
      document.visitMappings { mapping in
        guard let environment = mapping["environment"] else { return }
        for entry in environment.mergedEntries where entry.name.isVariableName {
          builder.add(
            SettingReference(
              name: entry.name, need: .written, offset: file.start(of: entry.key), idiom: "environment: …:"))
        }
      }
      if let dotenv = document["useDotenv"], dotenv.truth == true {
        builder.add(EnvFileReference(path: ".env", isRequired: false, offset: file.start(of: dotenv)))
      }
    }
    file.report(to: &builder)
    return builder.readout
  }

  /// `${env:X}`, also as what is taken instead of something else.
  private static func value(_ text: PlacedText, into builder: inout ReadoutBuilder) {
    let bytes = text.bytes
    var open = 0
    var place = 0
    while place < bytes.count {
      if bytes.holds("${", at: place) {
        open += 1
        place += 2
        continue
      }
      if bytes[place] == "}" { open = max(0, open - 1) }
      guard open > 0, bytes.holds("env:", at: place), place == 0 || !bytes[place - 1].isInVariable else {
        place += 1
        continue
      }
      let start = place + 4
      let end = bytes.endOfVariable(at: start, limit: bytes.count)
      place = max(start, end)
      guard end > start else { continue }
      let hasDefault = bytes[end...].first { !$0.isSpacing } == UInt8(ascii: ",")
      builder.add(
        SettingReference(
          name: bytes.string(start..<end), need: hasDefault ? .optional : .required, offset: text.place(start),
          idiom: "${env:…}"))
    }
  }
}
