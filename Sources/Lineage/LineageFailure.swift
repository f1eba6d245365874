/// An object whose part in the history could not be looked at.
package struct LineageFailure: Hashable, Sendable {
  /// Its number in the store.
  package let object: Int
  package let reason: String
}
