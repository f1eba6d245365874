/// A commit taken apart, as far as git itself takes it: the tree has to be there, all else may be missing or odd.
package struct CommitObject: Sendable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  /// Name and address, as git wrote them; empty where there is no author.
  package let author: String
  package let authorTime: GitTime
  package let committerTime: GitTime
  /// What is to be scanned: the message, so that its lines count from 1, and below it what else of the commit people
  /// wrote (author, committer, merged tags, fields nobody knows).
  package let text: [UInt8]
  package let origin: Origin

  /// - Throws: `ObjectFormatError` where the tree is missing, or a parent is none.
  package init(_ bytes: [UInt8], id: ObjectID) throws(ObjectFormatError) {
    let headers = ObjectHeaders(bytes)
    guard let first = headers.fields.first, first.isNamed("tree"), let tree = ObjectID(hex: first.value) else {
      throw ObjectFormatError(object: id, cause: "this commit names no tree")
    }
    self.tree = tree
    var parents: [ObjectID] = []
    // Parents follow the tree at once; further below, git takes the word for that of a field it does not know.
    for field in headers.fields.dropFirst().prefix(while: { $0.isNamed("parent") }) {
      guard let parent = ObjectID(hex: field.value) else {
        throw ObjectFormatError(object: id, cause: "a parent of this commit is not the name of an object")
      }
      parents.append(parent)
    }
    self.parents = parents
    let author = headers.fields.first { $0.isNamed("author") }.map { Signature($0.value) } ?? .none
    self.author = author.person
    authorTime = author.time
    let committer = headers.fields.first { $0.isNamed("committer") }.map { Signature($0.value) }
    committerTime = committer?.time ?? author.time
    text = headers.text(from: 1 + parents.count)
    origin = Origin(id: id, author: author.person, time: author.time)
  }
}
