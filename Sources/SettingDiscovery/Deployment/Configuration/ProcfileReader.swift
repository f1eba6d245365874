/// Procfiles: a line of shell for each kind of process.
package enum ProcfileReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let name = DeploymentPath(path).name
    return name == "procfile" || name.hasPrefix("procfile.")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let bytes = Array(text)
    var builder = ReadoutBuilder()
    for line in bytes.split(separator: 0x0A) {
      guard line.first != 0x23, let colon = line.firstIndex(of: 0x3A) else { continue }
      var scope = ShellScope()
      scope.functions = conventions.functions
      _ = ShellText.read(PlacedText(Array(line[(colon + 1)...]), at: colon + 1), scope, into: &builder)
    }
    return builder.readout
  }
}
