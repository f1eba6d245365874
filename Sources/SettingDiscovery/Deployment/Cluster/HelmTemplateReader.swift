internal import YAML

/// Templates of Helm charts: manifests with actions of Go's templates in them, which are passed by.
package enum HelmTemplateReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return file.folders.contains("templates") && (file.isYAML || file.suffix == "tpl")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text, isTemplate: true)
    var manifest = ClusterManifest(file: file, builder: ReadoutBuilder())
    for document in file.documents { manifest.read(document, isManifest: true) }
    return manifest.builder.readout
  }
}
