internal import Vocabulary

extension ProgramRepository {
  /// So many objects are asked for in one go, that what git prints fits in memory.
  private static let batchSize = 1024

  /// Reads commits, trees or tags by `git cat-file --batch`.
  func objects(
    _ ids: [ObjectID], kind: String
  ) async throws(GitError) -> [ObjectID: Result<[UInt8], GitError>] {
    var objects: [ObjectID: Result<[UInt8], GitError>] = [:]
    var rest = Array(Set(ids))[...]
    while !rest.isEmpty {
      let batch = rest.prefix(ProgramRepository.batchSize)
      let answer = try await git.run(["cat-file", "--batch"], input: ObjectBatch.request(Array(batch)), limit: 1 << 31)
      var output = answer.output[...]
      for id in batch {
        guard let object = ProgramRepository.next(in: &output, id: id, kind: kind) else { break }
        objects[id] = object
        rest.removeFirst()
      }
      // Git stops as a whole at an object that it cannot read, or that a partial clone lacks; the others may be there.
      if let id = rest.first, objects[id] == nil, rest.startIndex < batch.endIndex {
        let isPromised = try await isPartial()
        objects[id] = .failure(isPromised ? .promised(id) : ObjectBatch.unanswered(id, answer.complaint))
        rest.removeFirst()
      }
    }
    return objects
  }

  /// One answer: `<name> <kind> <size>`, the contents, and a line end; `nil` where git ended before it.
  private static func next(
    in output: inout ArraySlice<UInt8>, id: ObjectID, kind: String
  ) -> Result<[UInt8], GitError>? {
    guard let end = output.firstIndex(of: 10) else { return nil }
    let words = output[..<end].split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    func failure(_ code: GitError.Code, _ cause: String) -> Result<[UInt8], GitError> {
      .failure(GitError(code: code, operation: "reading the \(kind)", subject: id.description, cause: cause))
    }
    guard words.count == 3, let size = Int(words[2]), size >= 0 else {
      output = output[(end + 1)...]
      return failure(.missing, "it is not there")
    }
    guard output.endIndex - end > size + 1 else { return nil }
    let contents = output[(end + 1)..<(end + 1 + size)]
    output = output[(end + 2 + size)...]
    return words[1] == kind ? .success(Array(contents)) : failure(.corrupt, "it is a \(words[1]) and not a \(kind)")
  }
}
