internal import Glibc

/// The ids of all objects in order, each once.
@safe struct ObjectNames: ~Copyable, Sendable {
  let count: Int
  let idLength: Int
  private let ids: Table<UInt8>
  /// For each beginning of an id, how many ids have a lower one.
  private let fanOut: Table<UInt32>
  /// How far a beginning of 64 bits is shifted to have those of the fan-out.
  private let shift: UInt64

  /// - Parameter records: in order, copies of the same object beside each other.
  init(_ records: [IdentifiedEntry], idLength: Int) {
    var distinct = 0
    for position in records.indices where ObjectNames.isFirst(position, of: records, idLength) { distinct += 1 }
    count = distinct
    self.idLength = idLength
    ids = Table(count: distinct * idLength, repeating: 0)
    // About eight ids for each beginning.
    let bits = min(max(Int.bitWidth - (distinct / 8).leadingZeroBitCount, 1), 24)
    shift = UInt64(64 - bits)
    fanOut = Table(count: 1 << bits + 1, repeating: 0)
    var number = 0
    for position in records.indices where ObjectNames.isFirst(position, of: records, idLength) {
      let record = records[position]
      unsafe memcpy(UnsafeMutableRawPointer(mutating: ids.bytes + number * idLength), record.id, idLength)
      fanOut[Int(record.prefix >> shift) + 1] += 1
      number += 1
    }
    for beginning in 1..<fanOut.count { fanOut[beginning] += fanOut[beginning - 1] }
  }

  /// Whether no copy of the same object stands before it.
  static func isFirst(_ position: Int, of records: [IdentifiedEntry], _ idLength: Int) -> Bool {
    position == 0 || records[position - 1].order(records[position], idLength: idLength) != 0
  }

  /// The id of an object: `idLength` bytes.
  subscript(number: Int) -> UnsafeRawPointer {
    precondition(number >= 0 && number < count)
    return unsafe ids.bytes + number * idLength
  }

  /// The number of an id; `nil` for one that is not here.
  func number(of id: UnsafeRawPointer) -> Int? {
    guard count > 0 else { return nil }
    let prefix = unsafe id.number64(at: 0)
    let beginning = Int(prefix >> shift)
    var (low, high) = (Int(fanOut[beginning]), Int(fanOut[beginning + 1]))
    let rows = unsafe ids.bytes
    while low < high {
      let middle = (low + high) / 2
      let row = unsafe rows + middle * idLength
      let other = unsafe row.number64(at: 0)
      let order = unsafe prefix == other ? Int(memcmp(id, row, idLength)) : prefix < other ? -1 : 1
      if order == 0 { return middle }
      if order < 0 { high = middle } else { low = middle + 1 }
    }
    return nil
  }
}
