internal import YAML

/// Any other file of YAML: what its documents hold says what they are, of Kubernetes, compose or Symfony.
package enum ManifestReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return file.isYAML && !["pnpm-lock", "packages.lock", "package-lock"].contains(file.stem)
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let bytes = Array(text)
    // Most files of YAML are of no interest, and one look says so.
    guard interests(bytes) else { return SettingReadout() }
    let file = DeploymentYAML(text)
    var builder = ReadoutBuilder()
    for document in file.documents {
      if ComposeReader.looksLike(document) {
        ComposeReader.read(document, of: file, into: &builder)
      } else {
        var manifest = ClusterManifest(file: file, builder: builder)
        manifest.read(document, isManifest: ClusterManifest.looksLike(document))
        builder = manifest.builder
        SymfonyReader.read(document, of: file, into: &builder)
      }
    }
    file.report(to: &builder)
    return builder.readout
  }

  private static let marks = ["apiVersion:", "services:", "KeyRef:", "envFrom:", "%env(", "env(", "Generator:"].map {
    Array($0.utf8)
  }

  private static func interests(_ text: [UInt8]) -> Bool {
    let starts = Set(marks.map { $0[0] })
    return text.indices.contains { place in
      starts.contains(text[place]) && marks.contains { text[place...].starts(with: $0) }
    }
  }
}
