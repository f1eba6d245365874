/// From numbers back to the places that name them: for each number, the places of it in a column, ascending.
struct Adjacency: Sendable {
  private var ends: [UInt32]
  private var places: [UInt32]

  /// - Parameter limit: numbers that are not smaller name nothing.
  init(_ column: [UInt32], limit: Int) {
    ends = [UInt32](repeating: 0, count: limit + 1)
    for number in column where number < limit { ends[Int(number) + 1] += 1 }
    var sum: UInt32 = 0
    for number in ends.indices {
      sum += ends[number]
      ends[number] = sum
    }
    places = [UInt32](repeating: 0, count: Int(sum))
    for (place, number) in column.enumerated() where number < limit {
      places[Int(ends[Int(number)])] = UInt32(place)
      ends[Int(number)] += 1
    }
    // Each end has moved to where the next begins.
    ends.removeLast()
  }

  subscript(number: Int) -> ArraySlice<UInt32> {
    guard number >= 0, number < ends.count else { return [] }
    return places[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
  }
}
