/// A place in a deployment file or script that names an env file: `env_file: .env.prod`, `EnvironmentFile=/etc/app.env`.
package struct EnvFileReference: Hashable, Sendable {
  /// As it is written; it may hold variables of its own, and what it is relative to is the format's to say.
  package var path: String
  /// Whether the file has to be there.
  package var isRequired: Bool
  /// Where the path stands, in bytes from the beginning of the text.
  package var offset: Int
  /// How the file is to be read where the place says so: `raw` of compose.
  package var format: String?

  package init(path: String, isRequired: Bool, offset: Int, format: String? = nil) {
    self.path = path
    self.isRequired = isRequired
    self.offset = offset
    self.format = format
  }

  /// Whether a file's name says that it holds variables: `.env`, `.env.prod`, `app.env`.
  static func isNamedSo(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env")
  }
}
