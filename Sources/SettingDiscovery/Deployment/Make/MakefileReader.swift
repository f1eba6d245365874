/// Makefiles: what is read and nowhere defined, what has a default that the environment overrules, and what recipes read.
package enum MakefileReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return ["makefile", "gnumakefile", "bsdmakefile"].contains(file.name)
      || file.name.hasPrefix("makefile.")
        && !["am", "in", "md"].contains(file.suffix)
      || ["mk", "mak", "make"].contains(file.suffix)
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    var reading = MakefileReading(Array(text), conventions: conventions)
    return reading.readout()
  }
}
