internal import Archives
internal import Packs
internal import Scanning
internal import Vocabulary

/// Scans the blobs of a store, for one worker.
struct BlobVisitor: ObjectVisitor {
  private let scanner: VersionScanner
  /// Scans every blob whole, whatever it was made from.
  private let isExhaustive: Bool
  /// Leaves archives to be opened where they stand.
  private let leavesArchives: Bool
  private(set) var record = StoreRecord()

  private let meter: ScanMeter
  private var countedUses = 0

  init(_ scanner: VersionScanner, isExhaustive: Bool, leavesArchives: Bool = false, _ meter: ScanMeter) {
    self.meter = meter
    self.leavesArchives = leavesArchives
    self.scanner = scanner
    self.isExhaustive = isExhaustive
  }

  var uses: [SecretUse] { scanner.uses }

  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: VersionScanner.State?, copies: [CopiedRange]
  ) -> VersionScanner.State {
    let state: VersionScanner.State
    if leavesArchives, ArchiveFormat(bytes) != nil {
      state = scanner.leave(bytes)
    } else {
      state = isExhaustive ? scanner.scanInEveryReading(bytes) : scanner.scan(bytes, base: base, copies: copies)
    }
    if !isRepeated {
      record.texts += 1
      record.bytes += bytes.byteCount
      record.take(state, of: object)
      if countedUses < scanner.uses.count {
        meter.add(findings: scanner.uses.count - countedUses)
        countedUses = scanner.uses.count
      }
    }
    return state
  }

  mutating func pass(_ object: Int, size: Int) { record.oversize.append((object, size)) }

  mutating func fail(_ object: Int, _ error: PackError) { record.failures.append((object, error)) }
}

/// What was seen of the objects of a store, by their numbers, before it is known where in the history they are.
struct StoreRecord {
  struct Sighting {
    let object: Int
    let uses: [VersionScanner.Sighting]
    let needsPlace: Bool
  }

  var texts = 0
  var bytes = 0
  var sightings: [Sighting] = []
  /// Archives, which are opened where they stand.
  var left: [Int] = []
  var complaints: [(object: Int, reasons: [String])] = []
  var oversize: [(object: Int, size: Int)] = []
  var failures: [(object: Int, error: PackError)] = []

  mutating func take(_ state: VersionScanner.State, of object: Int) {
    if state.isLeft { left.append(object) }
    if !state.sightings.isEmpty || state.isLeft || state.holdsDropped {
      // What was dropped, and on which line, is told by a scan where it stands.
      let needsPlace = state.needsPlace || state.holdsDropped
      sightings.append(Sighting(object: object, uses: state.sightings, needsPlace: needsPlace))
    }
    if !state.complaints.isEmpty { complaints.append((object, state.complaints)) }
  }
}
