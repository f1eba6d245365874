/// Bytes of an object that its delta copies from its base.
package struct CopiedRange: Hashable, Sendable {
  /// Where they stand in the base.
  package let source: Int
  /// Where they stand in the object.
  package let target: Int
  package let count: Int

  package init(source: Int, target: Int, count: Int) {
    self.source = source
    self.target = target
    self.count = count
  }
}
