/// Every reader there is, and which of them a file is for.
package enum SettingReaders {
  /// The first one that reads a file is taken; a deployment file says by its name what it is.
  static let all: [any SettingReader.Type] =
    DeploymentReaders.all + [
      PythonReader.self, JavaScriptReader.self, GoReader.self, RubyReader.self, RustReader.self,
      SwiftReader.self, JVMReader.self, PHPReader.self, CSharpReader.self, ElixirReader.self, DartReader.self,
      CReader.self,
    ]

  /// The reader for the file at `path`, whose first bytes are given for files without a suffix.
  package static func reader(for path: String, beginning: RawSpan) -> (any SettingReader.Type)? {
    for reader in all where reader.reads(path, beginning: beginning) { return reader }
    return nil
  }
}
