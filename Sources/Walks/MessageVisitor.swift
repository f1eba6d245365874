internal import Lineage
internal import Packs
internal import Scanning
internal import Vocabulary

/// Scans the messages of a store's commits or tags for one worker, and notes how they hang together.
struct MessageVisitor: ObjectVisitor {
  private let scanner: VersionScanner
  private let kind: ObjectKind
  private let share: (index: Int, count: Int)
  private let sizeLimit: Int
  private var text = MessageText()
  private(set) var record = StoreRecord()
  private(set) var graph: CommitGraph.Builder<ObjectStore>

  /// - Parameters:
  ///   - share: whose messages are scanned.
  ///   - sizeLimit: longer messages are not.
  init(
    _ scanner: VersionScanner, kind: ObjectKind, share: (index: Int, count: Int), sizeLimit: Int,
    graph: CommitGraph.Builder<ObjectStore>
  ) {
    self.scanner = scanner
    self.kind = kind
    self.share = share
    self.sizeLimit = sizeLimit
    self.graph = graph
  }

  var uses: [SecretUse] { scanner.uses }

  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: Bool?, copies: [CopiedRange]
  ) -> Bool {
    guard !isRepeated else { return true }
    if kind == .commit { graph.add(commit: object, bytes: bytes) } else { graph.add(tag: object, bytes: bytes) }
    guard object % share.count == share.index else { return true }
    text.read(bytes, isCommit: kind == .commit)
    guard text.bytes.count <= sizeLimit else {
      record.oversize.append((object, text.bytes.count))
      return true
    }
    record.texts += 1
    record.bytes += text.bytes.count
    record.take(unsafe scanner.scan(text.bytes.span.bytes), of: object)
    return true
  }

  mutating func pass(_ object: Int, size: Int) { note(object, "it has \(size) bytes") }

  mutating func fail(_ object: Int, _ error: PackError) { note(object, error.cause) }

  private mutating func note(_ object: Int, _ reason: String) {
    if kind == .commit { graph.fail(commit: object, reason: reason) } else { graph.fail(tag: object, reason: reason) }
  }
}
