/// An annotated tag taken apart, as far as git itself takes it.
package struct TagObject: Sendable {
  package let object: ObjectID
  /// The kind of the object it stands for: `commit`, `tree`, `blob` or `tag`.
  package let kind: String
  package let name: String
  /// Name and address; tags of git's first months have none.
  package let tagger: String?
  /// What is to be scanned: the message, and below it the tag's name, the tagger and fields nobody knows.
  package let text: [UInt8]
  package let origin: Origin

  /// - Throws: `ObjectFormatError` where the object it stands for, or its kind, is missing.
  package init(_ bytes: [UInt8], id: ObjectID) throws(ObjectFormatError) {
    let headers = ObjectHeaders(bytes)
    guard headers.fields.count > 1, headers.fields[0].isNamed("object"), headers.fields[1].isNamed("type"),
      let object = ObjectID(hex: headers.fields[0].value)
    else {
      throw ObjectFormatError(object: id, cause: "this tag does not say what it stands for")
    }
    self.object = object
    kind = String(decoding: headers.fields[1].value, as: UTF8.self)
    name = String(decoding: headers.fields.first { $0.isNamed("tag") }?.value ?? [], as: UTF8.self)
    let signature = headers.fields.first { $0.isNamed("tagger") }.map { Signature($0.value) }
    tagger = signature?.person
    text = headers.text(from: 2)
    origin = Origin(id: id, author: signature?.person ?? "", time: (signature ?? .none).time)
  }
}
