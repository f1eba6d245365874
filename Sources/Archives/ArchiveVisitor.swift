/// Who looks at what archives hold. `names` lead to a text, each in the archive before; none is the outermost archive itself.
package protocol ArchiveVisitor {
  /// Whether a member is to be looked at; otherwise it is not even unpacked.
  mutating func wants(_ names: [[UInt8]]) -> Bool

  /// Takes a text: a member, or what of an archive's own bytes belongs to no member that was unpacked. There everything else is
  /// NUL but for line feeds, so that what is found is found where it stands.
  mutating func take(_ bytes: [UInt8], _ names: [[UInt8]])

  mutating func miss(_ gap: ArchiveGap)
}
