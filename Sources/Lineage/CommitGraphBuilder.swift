internal import Packs
internal import Vocabulary

extension CommitGraph {
  /// Takes in commits and tags, in any order; each worker has its own.
  package struct Builder<Numbers: ObjectNumbers>: Sendable {
    private let numbers: Numbers
    private let idLength: Int

    private(set) var commits: [UInt32] = []
    private(set) var trees: [UInt32] = []
    private(set) var times: [Int] = []
    /// The parents of all commits, one commit's behind the other's, and where those of each end.
    private(set) var parents: [UInt32] = []
    private(set) var parentEnds: [UInt32] = []

    private(set) var tags: [UInt32] = []
    private(set) var targets: [UInt32] = []

    /// The ids of objects that were named and are not in the store; they are numbered behind its count.
    private(set) var missing = ByteTable()
    private(set) var failures: [LineageFailure] = []

    /// - Parameter idLength: how many bytes an object's name has.
    package init(_ numbers: Numbers, idLength: Int) {
      self.numbers = numbers
      self.idLength = idLength
    }

    /// Takes in a commit.
    package mutating func add(commit: Int, bytes: borrowing RawSpan) {
      unsafe bytes.withUnsafeBytes { bytes in
        guard let header = unsafe CommitHeader(bytes, idLength: idLength), let tree = unsafe number(header.tree, bytes)
        else { return fail(commit: commit, reason: "this commit's header is not whole") }
        let start = parents.count
        for parent in header.parents {
          guard let number = unsafe number(parent, bytes) else {
            parents.removeSubrange(start...)
            return fail(commit: commit, reason: "this commit's header is not whole")
          }
          parents.append(number)
        }
        append(commit, tree: tree, time: header.time)
      }
    }

    /// Takes in an annotated tag.
    package mutating func add(tag: Int, bytes: borrowing RawSpan) {
      unsafe bytes.withUnsafeBytes { bytes in
        guard let header = unsafe TagHeader(bytes, idLength: idLength), let target = unsafe number(header.target, bytes)
        else { return failures.append(LineageFailure(object: tag, reason: "this tag's header is not whole")) }
        tags.append(UInt32(truncatingIfNeeded: tag))
        targets.append(target)
      }
    }

    /// Takes note of a commit that could not be read: what leads to it is known, what it leads to is not.
    package mutating func fail(commit: Int, reason: String) {
      failures.append(LineageFailure(object: commit, reason: reason))
      append(commit, tree: CommitGraph.none, time: 0)
    }

    /// Takes note of a tag that could not be read.
    package mutating func fail(tag: Int, reason: String) {
      failures.append(LineageFailure(object: tag, reason: reason))
    }

    private mutating func append(_ commit: Int, tree: UInt32, time: Int) {
      commits.append(UInt32(truncatingIfNeeded: commit))
      trees.append(tree)
      times.append(time)
      parentEnds.append(UInt32(truncatingIfNeeded: parents.count))
    }

    /// The number of the object that a hexadecimal name means.
    private mutating func number(_ hex: Range<Int>, _ bytes: UnsafeRawBufferPointer) -> UInt32? {
      unsafe withUnsafeTemporaryAllocation(byteCount: idLength, alignment: 8) { id in
        for place in 0..<idLength {
          guard let high = Hexadecimal.value(of: unsafe bytes[hex.lowerBound + 2 * place]),
            let low = Hexadecimal.value(of: unsafe bytes[hex.lowerBound + 2 * place + 1])
          else { return nil }
          unsafe id[place] = high << 4 | low
        }
        let id = UnsafeRawBufferPointer(id)
        if let base = id.baseAddress, let number = unsafe numbers.number(ofBytes: base) {
          return UInt32(truncatingIfNeeded: number)
        }
        return UInt32(truncatingIfNeeded: unsafe numbers.count + missing.number(adding: id))
      }
    }
  }
}
