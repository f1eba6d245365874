package import Vocabulary

/// What is done with objects as they are decoded, by one worker.
package protocol ObjectVisitor {
  /// What the visitor knows of an object, handed back to it with every object that is made from that one by a delta.
  associatedtype State

  /// An object was decoded.
  ///
  /// - Parameters:
  ///   - object: its number in the store.
  ///   - isRepeated: whether another copy of it is visited too: what is recorded is recorded there.
  ///   - bytes: its contents.
  ///   - base: what `visit` returned for the object it was made from; `nil` for one that is stored whole, or whose base
  ///     was not visited, as it is too large or was had from elsewhere.
  ///   - copies: what it took from its base, in the order of `target`, never overlapping there; neighbours that continue
  ///     each other in both are one. Empty without a base.
  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: State?, copies: [CopiedRange]
  ) -> State

  /// An object has more bytes than are to be visited. Told once, whatever the number of its copies.
  mutating func pass(_ object: Int, size: Int)

  /// An object could not be decoded, from none of its copies.
  mutating func fail(_ object: Int, _ error: PackError)
}
