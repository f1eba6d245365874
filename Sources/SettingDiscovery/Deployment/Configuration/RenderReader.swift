internal import YAML

/// `render.yaml`: variables with values, and those that somebody has to give (`sync: false`).
package enum RenderReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return file.isYAML && file.stem == "render"
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var builder = ReadoutBuilder()
    for document in file.documents {
      document.visitMappings { mapping in
        for variable in mapping["envVars"]?.elements ?? [] {
          guard let key = variable["key"], let name = key.text, name.isVariableName else { continue }
          let isAsked = variable["sync"]?.truth == false
          builder.add(
            SettingReference(
              name: name, need: isAsked ? .required : .written, offset: file.start(of: key),
              idiom: isAsked ? "envVars: … sync: false" : "envVars: …",
              isSecret: isAsked || variable["generateValue"]?.truth == true))
        }
      }
    }
    file.report(to: &builder)
    return builder.readout
  }
}
