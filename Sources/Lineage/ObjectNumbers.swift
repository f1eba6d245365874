package import Packs

/// Gives objects their numbers: what this room needs of a store.
package protocol ObjectNumbers: Sendable {
  var count: Int { get }

  /// The number of the object whose name stands at a place in memory; `nil` when it is not there.
  func number(ofBytes id: UnsafeRawPointer) -> Int?
}

extension ObjectStore: ObjectNumbers {}
