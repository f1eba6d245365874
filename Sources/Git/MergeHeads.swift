internal import Vocabulary

/// The file MERGE_HEAD: one commit a line, the other parents of a merge in progress.
enum MergeHeads {
  static func parse(_ bytes: [UInt8], path: String) throws(GitError) -> [ObjectID] {
    var heads: [ObjectID] = []
    for line in bytes.split(separator: 10) {
      guard let id = ObjectID(hex: line) else {
        throw GitError(
          code: .corrupt, operation: "reading the merge in progress", subject: path, cause: "a line names no commit")
      }
      heads.append(id)
    }
    return heads
  }
}
