internal import Git
internal import Scanning
internal import Suppression
internal import Vocabulary

/// Scans what commits bring in: each text once, however many commits carry it.
struct RangeScan {
  private let repository: Repository
  private let conditions: WalkConditions
  private let configuration: (RepositoryPath) throws -> ScanConfiguration
  /// The calling thread's own.
  private let worker: TextWorker
  /// What was looked at, and what could not be.
  private(set) var verdict = Verdict()
  /// Every text that was met, and those of them that hold something: only these are read again for another commit.
  private var met: Set<ScannedText> = []
  private var suspicious: Set<ScannedText> = []

  init(
    _ repository: Repository, conditions: WalkConditions,
    configuration: @escaping (RepositoryPath) throws -> ScanConfiguration
  ) {
    self.repository = repository
    self.conditions = conditions
    self.configuration = configuration
    worker = TextWorker(conditions)
  }

  /// A text that a step brings in and that holds something.
  struct Suspect {
    let step: Int
    let blob: IntroducedBlob
    let result: ScanResult
    let configuration: ScanConfiguration
    let examiner: Examiner
  }

  /// A text to be read, and all who bring it in.
  private struct Text {
    let key: ScannedText
    let configuration: ScanConfiguration
    var bearers: [(step: Int, blob: IntroducedBlob)]
  }

  /// The suspects among what each step brings in, by step and path.
  ///
  /// - Parameter origins: the commits of the steps, where they are some.
  mutating func suspects(_ changes: [TreeChanges], of origins: [Origin?]) async throws -> [Suspect] {
    let texts = try texts(changes, origins)
    var batch = RangeBatch(conditions)
    try await repository.read(texts.map(\.key.blob), limit: conditions.sizeLimit) { place, read in
      let path = texts[place].bearers[0].blob.path
      guard let bytes = take(read, of: texts[place].key, at: path) else { return }
      let key = texts[place].key
      let blob = Blob(provenance: Provenance(path: path, blob: key.blob, origin: key.origin), bytes: bytes)
      batch.add(RangeBatch.Item(place: place, blob: blob, configuration: texts[place].configuration))
    }
    var suspects: [Suspect] = []
    for (place, result) in try batch.results() {
      let text = texts[place]
      // What could not be judged was said when the text was met first.
      if !suspicious.contains(text.key) {
        verdict.coverage.add(result.coverage)
        verdict.incidents += result.incidents
        verdict.dropped += result.dropped
      }
      guard !result.parts.isEmpty else { continue }
      suspicious.insert(text.key)
      let examiner = try worker.examiner(of: text.configuration)
      suspects += text.bearers.map {
        Suspect(
          step: $0.step, blob: $0.blob, result: result, configuration: text.configuration, examiner: examiner)
      }
    }
    return suspects.sorted { ($0.step, $0.blob.path) < ($1.step, $1.blob.path) }
  }

  private mutating func texts(_ changes: [TreeChanges], _ origins: [Origin?]) throws -> [Text] {
    var texts: [Text] = []
    var places: [ScannedText: Int] = [:]
    for (step, change) in changes.enumerated() {
      for blob in change.blobs {
        let configuration = try configuration(blob.path)
        let key = ScannedText(blob: blob.blob, path: blob.path, configuration, origin: origins[step])
        if let place = places[key] {
          texts[place].bearers.append((step, blob))
        } else if !met.contains(key) || suspicious.contains(key) {
          if try worker.examiner(of: configuration).excludes(blob.path) {
            met.insert(key)
            verdict.coverage.excluded += 1
            continue
          }
          places[key] = texts.count
          texts.append(Text(key: key, configuration: configuration, bearers: [(step, blob)]))
        }
      }
    }
    return texts
  }

  /// The bytes of a text; what it is counted as, or why it was not read, is told once.
  private mutating func take(_ read: BlobRead, of text: ScannedText, at path: RepositoryPath) -> [UInt8]? {
    if met.insert(text).inserted { return verdict.take(read, at: path, limit: conditions.sizeLimit) }
    guard case .bytes(let bytes) = read else { return nil }
    return bytes
  }

  // MARK: What is new

  /// What of the suspects' findings no parent's version of the path holds, nor a file that the commit takes away: moving a
  /// file brings nothing new.
  func judge(_ suspects: [Suspect], _ steps: [RangeStep]) async throws -> [[Suppression.Judgement]] {
    let removed = try await removed(by: Set(suspects.map(\.step)), steps)
    var uses = KnownUses(repository, worker: worker, sizeLimit: conditions.sizeLimit)
    try await uses.read(
      suspects.flatMap { versions(before: $0) } + Removal.all(of: suspects).flatMap { $0.versions(removed) })
    var removedUses: [Removal: Set<SecretUse>] = [:]
    for removal in Removal.all(of: suspects) { removedUses[removal] = uses.union(removal.versions(removed)) }
    let removedBlobs = removed.mapValues { Set($0.map(\.blob)) }
    var judgements: [[Suppression.Judgement]] = Array(repeating: [], count: steps.count)
    for suspect in suspects {
      // The same blob under another name.
      if removedBlobs[suspect.step]?.contains(suspect.blob.blob) == true { continue }
      let before = uses.union(versions(before: suspect))
      let removed = removedUses[Removal(suspect)] ?? []
      let provenance = suspect.blob.provenance(steps[suspect.step].origin)
      judgements[suspect.step] += suspect.examiner.judge(suspect.result, at: provenance) {
        $0.isNew(after: before) && $0.isNew(after: removed)
      }
    }
    return judgements
  }

  /// What a step takes away, as a configuration sees it.
  private struct Removal: Hashable {
    let step: Int
    let configuration: ScanConfiguration

    init(_ suspect: Suspect) {
      step = suspect.step
      configuration = suspect.configuration
    }

    static func all(of suspects: [Suspect]) -> Set<Removal> { Set(suspects.map { Removal($0) }) }

    func versions(_ removed: [Int: [IntroducedBlob]]) -> [KnownUses.Version] {
      (removed[step] ?? []).map { KnownUses.Version(blob: $0.blob, path: $0.path, configuration: configuration) }
    }

    static func == (left: Removal, right: Removal) -> Bool {
      left.step == right.step && left.configuration === right.configuration
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(step)
      hasher.combine(ObjectIdentifier(configuration))
    }
  }

  private func versions(before suspect: Suspect) -> [KnownUses.Version] {
    suspect.blob.before.map {
      KnownUses.Version(blob: $0, path: suspect.blob.path, configuration: suspect.configuration)
    }
  }

  /// The files that each of these steps takes away from a parent.
  private func removed(by places: Set<Int>, _ steps: [RangeStep]) async throws -> [Int: [IntroducedBlob]] {
    var pairs: [(step: Int, pair: TreePair)] = []
    for step in places.sorted() {
      for other in steps[step].trees.others {
        pairs.append((step, TreePair(tree: other, others: [steps[step].trees.tree])))
      }
    }
    var removed: [Int: [IntroducedBlob]] = [:]
    for (pair, changes) in zip(pairs, try await repository.changes(of: pairs.map(\.pair))) {
      removed[pair.step, default: []] += changes.blobs.filter(\.before.isEmpty)
    }
    return removed
  }

  // MARK: Messages

  /// Scans the message of a commit or tag.
  mutating func judge(
    message text: [UInt8], of origin: Origin, _ kind: Provenance.Kind
  ) throws -> [Suppression.Judgement] {
    let path = kind == .tagMessage ? Provenance.tagMessage : Provenance.commitMessage
    guard text.count <= conditions.sizeLimit else {
      verdict.incidents.append(
        Incident(
          kind: .oversize, subject: origin.id.description,
          reason: "its message has \(text.count) bytes, over the limit of \(conditions.sizeLimit)",
          hint: "raise the limit with --size-limit, or accept the gap with --tolerate oversize"))
      return []
    }
    verdict.coverage.messages += 1
    verdict.coverage.bytes += text.count
    let examiner = try worker.examiner(of: configuration(path))
    let result = examiner.scan(Blob(provenance: Provenance(path: path, kind: kind, origin: origin), bytes: text))
    verdict.incidents += result.incidents
    verdict.dropped += result.dropped.map { $0.ofMessage(origin.id) }
    return examiner.judge(result) { _ in true }
  }
}
