internal import Vocabulary

/// Reads `git diff-index --raw -z`: `:MODE MODE NAME NAME STATUS NUL PATH NUL`, for each path (git-diff-index, «raw output
/// format»).
struct RawDiff {
  private var rest: ArraySlice<UInt8>
  private(set) var differences: [IndexComparison.Difference] = []
  private(set) var unmerged: Set<RepositoryPath> = []

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func read() throws(GitError) {
    while !rest.isEmpty {
      let header = try field().dropFirst().split(separator: 32)
      let path = RepositoryPath(bytes: Array(try field()))
      guard header.count == 5, let status = header[4].first else { throw RawDiff.unexpected }
      if status == UInt8(ascii: "U") {
        unmerged.insert(path)
        continue
      }
      let parent = try side(mode: header[0], object: header[2])
      let index = try side(mode: header[1], object: header[3])
      differences.append(IndexComparison.Difference(path: path, index: index, parent: parent))
    }
    differences.removeAll { unmerged.contains($0.path) }
  }

  private mutating func field() throws(GitError) -> ArraySlice<UInt8> {
    guard let end = rest.firstIndex(of: 0) else { throw RawDiff.unexpected }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  private func side(mode: ArraySlice<UInt8>, object: ArraySlice<UInt8>) throws(GitError) -> IndexComparison.Side? {
    guard let mode = UInt32(String(decoding: mode, as: UTF8.self), radix: 8), let id = ObjectID(hex: object) else {
      throw RawDiff.unexpected
    }
    return mode == 0 ? nil : IndexComparison.Side(object: id, mode: mode)
  }

  private static let unexpected = GitError(
    code: .corrupt, operation: "running git diff-index", cause: "its output is not in the raw format")
}
