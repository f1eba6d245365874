/// How much one text may ask of its reader.
package struct YAMLLimits: Hashable, Sendable {
  /// Lists and mappings in each other.
  package var depth = 128
  /// What all nodes may come to with aliases followed, in bytes of text and `nodeWeight` for each node: so much for each text, and
  /// so many times its own length. Few bytes of aliases of aliases would come to gigabytes.
  package var expansion = 1 << 20
  package var expansionFactor = 16

  package init() {}

  static let nodeWeight = 16
}
