package import Vocabulary

/// An object that a reference is to name.
package struct PushedObject: Sendable, Equatable {
  package let id: ObjectID
  /// The full name of the reference.
  package let reference: String

  package init(id: ObjectID, reference: String) {
    self.id = id
    self.reference = reference
  }
}

/// What pushed references lead to: commits, and what only tags do.
package struct PushedContents: Sendable {
  package var commits: [ObjectID] = []
  package var tags: [TagObject] = []
  /// Trees and blobs that a reference names, which no commit has to hold.
  package var trees: [PushedObject] = []
  package var blobs: [PushedObject] = []

  package init() {}
}

extension Repository {
  /// Follows references and annotated tags to what they stand for in the end.
  ///
  /// - Throws: `GitError` where an object is not here.
  package func contents(of pushed: [PushedObject]) async throws(GitError) -> PushedContents {
    var contents = PushedContents()
    var tags: [PushedObject] = []
    for (object, kind) in zip(pushed, try await kinds(of: pushed.map(\.id))) {
      guard let kind else { throw Repository.notHere(object.id) }
      if kind == "tag" { tags.append(object) } else { contents.add(object, kind: kind) }
    }
    // A tag may stand for a tag.
    var seen: Set<ObjectID> = []
    while !tags.isEmpty {
      let new = tags.filter { seen.insert($0.id).inserted }
      let objects = try await objects(new.map(\.id), kind: "tag")
      tags = []
      for tag in new {
        guard let bytes = try objects[tag.id]?.get() else { throw Repository.notHere(tag.id) }
        let object = try Repository.tag(bytes, id: tag.id)
        contents.tags.append(object)
        let next = PushedObject(id: object.object, reference: tag.reference)
        if object.kind == "tag" { tags.append(next) } else { contents.add(next, kind: object.kind) }
      }
    }
    return contents
  }

  private static func tag(_ bytes: [UInt8], id: ObjectID) throws(GitError) -> TagObject {
    do throws(ObjectFormatError) {
      return try TagObject(bytes, id: id)
    } catch {
      throw GitError(code: .corrupt, operation: "reading the tag", subject: id.description, cause: error.cause)
    }
  }

  private static func notHere(_ id: ObjectID) -> GitError {
    GitError(code: .missing, operation: "reading the object", subject: id.description, cause: "it is not there")
  }
}

extension PushedContents {
  fileprivate mutating func add(_ object: PushedObject, kind: String) {
    switch kind {
    case "tree": trees.append(object)
    case "blob": blobs.append(object)
    // Git says itself what is wrong with one that is no commit.
    default: commits.append(object.id)
    }
  }
}
