internal import Packs
internal import Scanning
internal import Suppression
internal import Vocabulary

/// The texts of a store, scanned once more where they stand.
struct HistoryTexts {
  private let store: ObjectStore

  struct Place: Hashable {
    let object: Int
    let path: RepositoryPath
    /// The commit or tag that brought the text in, where the answer depends on it.
    var origin: Int?
  }

  init(_ store: ObjectStore) {
    self.store = store
  }

  func id(_ object: Int) -> ObjectID { store.id(of: object) }

  /// Whether an object is in the store, and not one that is only named.
  func has(_ object: Int) -> Bool { object < store.count }

  func isTag(_ object: Int) -> Bool { store.kind(of: object) == .tag }

  func isMessage(_ object: Int) -> Bool { store.kind(of: object) == .commit || isTag(object) }

  func kind(_ object: Int) -> Provenance.Kind {
    switch store.kind(of: object) {
    case .commit: .commitMessage
    case .tag: .tagMessage
    default: .file
    }
  }

  func messagePath(_ object: Int) -> RepositoryPath {
    isTag(object) ? Provenance.tagMessage : Provenance.commitMessage
  }

  /// The path of a text; one that stands at none goes by its name.
  func path(_ path: RepositoryPath, of object: Int) -> RepositoryPath {
    path.bytes.isEmpty ? RepositoryPath(id(object).description) : path
  }

  /// The commit or tag that a text belongs to.
  func origin(_ object: Int) -> Origin {
    let id = id(object)
    // It was read before; should that fail now, its name is what is left to say.
    guard let bytes = try? contents(object) else {
      return Origin(id: id, author: "", time: GitTime(seconds: 0, zone: 0))
    }
    let origin = isTag(object) ? (try? TagObject(bytes, id: id).origin) : (try? CommitObject(bytes, id: id).origin)
    return origin ?? Origin(id: id, author: "", time: GitTime(seconds: 0, zone: 0))
  }

  /// What became of the findings of a text at a path.
  func judgements(of place: Place, _ configurations: HistoryConfigurations) throws -> [Suppression.Judgement] {
    try scan(place, configurations).judgements
  }

  /// What a text holds at a path, and what became of that.
  func scan(
    _ place: Place, _ configurations: HistoryConfigurations
  ) throws -> (result: ScanResult, judgements: [Suppression.Judgement]) {
    var bytes = try contents(place.object)
    if isMessage(place.object) {
      var text = MessageText()
      unsafe text.read(bytes.span.bytes, isCommit: !isTag(place.object))
      bytes = text.bytes
    }
    let kind = kind(place.object)
    let provenance = Provenance(
      path: place.path, blob: kind == .file ? id(place.object) : nil, kind: kind,
      origin: place.origin.map(origin))
    let examiner = try configurations.examiner(place.path)
    let result = examiner.scan(Blob(provenance: provenance, bytes: bytes))
    return (result, examiner.judge(result) { _ in true })
  }

  /// The bytes of a blob; none where it is not there, cannot be read or has more than `limit`, which the scan of the blob itself
  /// has told.
  func readable(_ blob: ObjectID, limit: Int) -> [UInt8] {
    guard let object = store.number(of: blob),
      case .bytes(let bytes)? = try? store.contents(of: object, limit: limit).contents
    else { return [] }
    return bytes
  }

  private func contents(_ object: Int) throws -> [UInt8] {
    switch try store.contents(of: object, limit: .max).contents {
    case .bytes(let bytes): return bytes
    case .oversize: return []
    }
  }
}
