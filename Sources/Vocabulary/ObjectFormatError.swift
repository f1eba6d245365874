/// Why the bytes of a commit or tag are not what git takes for one.
package struct ObjectFormatError: Error, Sendable, CustomStringConvertible {
  package let object: ObjectID
  package let cause: String

  package init(object: ObjectID, cause: String) {
    self.object = object
    self.cause = cause
  }

  package var description: String { "\(object): \(cause)" }
}
