/// Puts commits into an order in which parents come before their children.
struct CommitOrder {
  private(set) var order: [UInt32] = []
  /// Commits that are ancestors of themselves, which only a store with forged names can hold.
  private(set) var circular: [Int] = []

  init(commits: [UInt32], times: [Int], parentEnds: [UInt32], parents: [UInt32]) {
    let children = Adjacency(parents, limit: commits.count)
    var waiting = [UInt32](repeating: 0, count: commits.count)
    var heap = Heap(times: times)
    // The children are places in `parents`; the commit that one belongs to is found by where its parents end.
    var owners = [UInt32](repeating: 0, count: parents.count)
    var start = 0
    for commit in commits.indices {
      let end = Int(parentEnds[commit])
      waiting[commit] = UInt32(end - start)
      for place in start..<end { owners[place] = UInt32(commit) }
      if start == end { heap.push(UInt32(commit)) }
      start = end
    }
    order.reserveCapacity(commits.count)
    while let commit = heap.pop() {
      order.append(commit)
      for place in children[Int(commit)] {
        let child = Int(owners[Int(place)])
        waiting[child] -= 1
        if waiting[child] == 0 { heap.push(UInt32(child)) }
      }
    }
    guard order.count < commits.count else { return }
    circular = commits.indices.filter { waiting[$0] > 0 }
    order += circular.map { UInt32($0) }
  }

  /// A binary heap: the commit of the earliest time on top, of several the one with the smallest number.
  private struct Heap {
    let times: [Int]
    private var commits: [UInt32] = []

    init(times: [Int]) { self.times = times }

    private func precedes(_ left: UInt32, _ right: UInt32) -> Bool {
      let (first, second) = (times[Int(left)], times[Int(right)])
      return first == second ? left < right : first < second
    }

    mutating func push(_ commit: UInt32) {
      commits.append(commit)
      var place = commits.count - 1
      while place > 0, precedes(commits[place], commits[(place - 1) / 2]) {
        commits.swapAt(place, (place - 1) / 2)
        place = (place - 1) / 2
      }
    }

    mutating func pop() -> UInt32? {
      guard let top = commits.first else { return nil }
      let last = commits.removeLast()
      guard !commits.isEmpty else { return top }
      commits[0] = last
      var place = 0
      while place * 2 + 1 < commits.count {
        var child = place * 2 + 1
        if child + 1 < commits.count, precedes(commits[child + 1], commits[child]) { child += 1 }
        guard precedes(commits[child], commits[place]) else { break }
        commits.swapAt(place, child)
        place = child
      }
      return top
    }
  }
}
