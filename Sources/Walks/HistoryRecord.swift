internal import Packs
internal import Scanning
internal import Vocabulary

/// What all workers together saw of a store, with one numbering of rules and secrets.
struct HistoryRecord {
  /// The rules and secrets that were seen; others name them by their places here.
  private(set) var uses: [SecretUse] = []
  private var numbers: [SecretUse: Int] = [:]
  /// What each object holds.
  private(set) var sightings: [Int: [VersionScanner.Sighting]] = [:]
  /// Objects that have to be scanned again where they stand.
  private(set) var needPlace: Set<Int> = []
  /// Objects that were not looked at yet, and are to be where they stand.
  private(set) var left: Set<Int> = []
  private(set) var complaints: [Int: [String]] = [:]
  private(set) var oversize: [Int: Int] = [:]
  private(set) var failures: [Int: String] = [:]
  private(set) var coverage = Coverage()

  /// Joins what one worker saw.
  ///
  /// - Parameter isMessages: whether its texts are the messages of commits and tags.
  mutating func take(_ record: StoreRecord, uses: [SecretUse], isMessages: Bool) {
    let own = uses.map { number(of: $0) }
    for sighting in record.sightings {
      sightings[sighting.object] = sighting.uses.map { VersionScanner.Sighting(use: own[$0.use], count: $0.count) }
      if sighting.needsPlace { needPlace.insert(sighting.object) }
    }
    left.formUnion(record.left)
    for complaint in record.complaints { complaints[complaint.object] = complaint.reasons }
    for text in record.oversize { oversize[text.object] = text.size }
    for failure in record.failures { failures[failure.object] = failure.error.description }
    if isMessages { coverage.messages += record.texts } else { coverage.blobs += record.texts }
    coverage.bytes += record.bytes
  }

  /// The place of a rule and secret in `uses`.
  mutating func number(of use: SecretUse) -> Int {
    if let known = numbers[use] { return known }
    numbers[use] = uses.count
    uses.append(use)
    return uses.count - 1
  }

  /// Counts the objects of a store among those that are known to be clean.
  mutating func count(known: [UInt8], idLength: Int, in store: ObjectStore) {
    for start in stride(from: 0, through: known.count - idLength, by: idLength)
    where store.number(of: ObjectID(bytes: Array(known[start..<(start + idLength)]))) != nil { coverage.known += 1 }
  }

  /// Whether this is the first look at an object that was left.
  mutating func takeLeft(_ object: Int) -> Bool { left.remove(object) != nil }

  mutating func forgetGaps(of object: Int) {
    complaints[object] = nil
    oversize[object] = nil
    failures[object] = nil
  }

  /// Objects that the verdict can say something about, once it is known where they are.
  var interesting: [Int] {
    Set(sightings.keys).union(complaints.keys).union(oversize.keys).union(failures.keys).sorted()
  }
}
