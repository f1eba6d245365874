internal import Git
internal import Vocabulary

/// A change of a reference that a push asks for, as git writes it to a hook's standard input.
struct ReferenceUpdate: Equatable {
  /// The reference in the repository that receives.
  let reference: String
  /// What it names there now; `nil` for one that is to be made.
  let old: ObjectID?
  /// What it is to name; `nil` for one that is to be removed.
  let new: ObjectID?

  /// The lines of pre-push: `LOCAL-REFERENCE NEW REFERENCE OLD` (githooks, «pre-push»).
  ///
  /// - Throws: `CommandError` for a line that git does not write.
  static func prePush(_ input: [UInt8]) throws -> [ReferenceUpdate] {
    try input.split(separator: 10).map { line in
      let words = line.split(separator: 32)
      // The first may be an expression with blanks, such as `HEAD@{1 day ago}`.
      guard words.count >= 4 else { throw malformed(line) }
      return try ReferenceUpdate(
        line, reference: words[words.count - 2], old: words[words.count - 1], new: words[words.count - 3])
    }
  }

  /// The lines of pre-receive: `OLD NEW REFERENCE` (githooks, «pre-receive»).
  static func preReceive(_ input: [UInt8]) throws -> [ReferenceUpdate] {
    try input.split(separator: 10).map { line in
      let words = line.split(separator: 32)
      guard words.count == 3 else { throw malformed(line) }
      return try ReferenceUpdate(line, reference: words[2], old: words[0], new: words[1])
    }
  }

  private init(
    _ line: ArraySlice<UInt8>, reference: ArraySlice<UInt8>, old: ArraySlice<UInt8>, new: ArraySlice<UInt8>
  ) throws {
    guard let oldID = ObjectID(hex: old), let newID = ObjectID(hex: new) else {
      throw ReferenceUpdate.malformed(line)
    }
    self.reference = String(decoding: reference, as: UTF8.self)
    self.old = oldID.isZero ? nil : oldID
    self.new = newID.isZero ? nil : newID
  }

  private static func malformed(_ line: ArraySlice<UInt8>) -> CommandError {
    CommandError(
      "standard input: a line is not in the form of git's: \(String(decoding: line.prefix(200), as: UTF8.self))",
      hint: "git calls this hook; to scan commits by hand: stanch scan range A..B")
  }
}

extension [ReferenceUpdate] {
  /// The objects that references are to name.
  var pushed: [PushedObject] {
    compactMap { update in update.new.map { PushedObject(id: $0, reference: update.reference) } }
  }
}
