/// How far archives are opened: what goes beyond is told and not looked at.
package struct ArchiveLimits: Sendable {
  /// How many archives may stand one in another.
  package var depth = 3
  /// A member of more bytes is not unpacked.
  package var memberSize: Int
  /// So much is made of one outermost archive and all that is in it.
  package var total: Int
  /// So many members are looked at in one outermost archive.
  package var members = 100_000
  /// How many bytes one packed byte may become, once there are more than `freeSize`.
  package var ratio = 200
  package var freeSize = 1 << 20

  package init(depth: Int = 3, memberSize: Int) {
    self.depth = depth
    self.memberSize = memberSize
    total = max(1 << 30, 2 * memberSize)
  }

  /// How large so many packed bytes may become before they are taken for a bomb.
  func size(ofPacked count: Int) -> Int {
    let (product, isOverflow) = count.multipliedReportingOverflow(by: ratio)
    return max(freeSize, isOverflow ? .max : product)
  }
}
