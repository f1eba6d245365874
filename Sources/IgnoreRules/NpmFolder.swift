/// The rules of one folder of a package, in the order in which npm asks them.
struct NpmFolder: Sendable {
  let name: [UInt32]
  let rules: [NpmRule]
  /// Whether the folder itself is published, and not only gone through on the way to something in it.
  let isExact: Bool
}
