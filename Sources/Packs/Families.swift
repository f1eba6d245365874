/// The work of a visit: objects of one kind that are stored whole, each with all that is made from it, in portions.
struct Families: Sendable {
  /// The entries that are stored whole.
  private let roots: [UInt32]
  private let portions: [Range<Int>]

  /// A portion is about this part of the whole, so that no worker is left with much when the others are done.
  private static let portionsWanted = 512

  init(of kind: ObjectKind, share: (index: Int, count: Int), in tables: StoreTables) {
    var families: [(root: UInt32, cost: Int)] = []
    var total = 0
    for entry in 0..<tables.entries.count {
      guard tables.entries.bases[entry] == EntryTable.none, tables.entries.kinds[entry] == kind.rawValue,
        tables.forest.weights[entry] > 0, Families.isIn(share, entry, tables)
      else { continue }
      let cost = Families.cost(of: entry, tables)
      families.append((UInt32(entry), cost))
      total += cost
    }
    // The large ones first; the small ones as they stand in the packs, which is how they are read fastest.
    let portion = max(total / Families.portionsWanted, 1)
    let large = families.filter { $0.cost > portion }.sorted { ($1.cost, $0.root) < ($0.cost, $1.root) }
    let ordered = large + families.filter { $0.cost <= portion }
    roots = ordered.map(\.root)
    portions = Families.divide(ordered.map(\.cost), portion)
  }

  /// The roots of a portion; `nil` when there is no such portion.
  func roots(ofPortion number: Int) -> ArraySlice<UInt32>? {
    number < portions.count ? roots[portions[number]] : nil
  }

  /// Whether an object falls to a share. Ids are spread evenly.
  static func isIn(_ share: (index: Int, count: Int), _ entry: Int, _ tables: StoreTables) -> Bool {
    guard share.count > 1 else { return true }
    // What no index names is like every other family; its place decides.
    guard let object = tables.object(of: entry) else {
      return tables.entries.offsets[entry] % UInt64(share.count) == UInt64(share.index)
    }
    return unsafe tables.names[object].number64(at: 0) % UInt64(share.count) == UInt64(share.index)
  }

  /// Objects of a family are about as large as its root, whose compressed size is at hand.
  private static func cost(of root: Int, _ tables: StoreTables) -> Int {
    let entries = tables.entries.looseStart
    let next = root + 1 < entries ? tables.entries.offsets[root + 1] : 0
    let size = root < entries && next > tables.entries.offsets[root] ? next - tables.entries.offsets[root] : 1000
    return Int(min(size, 1 << 24) + 200) * Int(tables.forest.weights[root])
  }

  private static func divide(_ costs: [Int], _ portion: Int) -> [Range<Int>] {
    var portions: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (position, cost) in costs.enumerated() {
      sum += cost
      guard sum > portion || position == costs.count - 1 else { continue }
      portions.append(start..<(position + 1))
      (start, sum) = (position + 1, 0)
    }
    return portions
  }
}
