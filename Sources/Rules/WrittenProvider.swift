internal import TOML

/// Who issues a kind of secret, as a rule pack says it.
package struct WrittenProvider {
  package let id: String
  package let name: String
  /// What the holder of such a secret can do; completes «Whoever holds it …».
  package let holder: String?
  package let revoke: String?

  init(_ section: TOMLSection) throws(ConfigurationError) {
    guard let id = try section.string("id") else { throw section.error("id", "a provider needs an id") }
    var section = section
    section.name = "provider \(id)"
    guard let name = try section.string("name") else { throw section.error("name", "a provider needs a name") }
    self.id = id
    self.name = name
    holder = try section.string("holder")
    revoke = try section.string("revoke")
  }
}
