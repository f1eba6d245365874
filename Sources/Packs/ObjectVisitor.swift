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
  ///   - base: what `visit` returned for the object it was made from; `nil` for one that is stored whole.
  ///   - copies: what it took from its base, in the order of `target`, never overlapping there; neighbours that continue
  ///     each other in both are one.
  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: State?, copies: [CopiedRange]
  ) -> State

  /// An object has more bytes than are to be visited.
  mutating func pass(_ object: Int, size: Int)

  /// An object could not be decoded.
  mutating func fail(_ object: Int, _ error: PackError)
}
