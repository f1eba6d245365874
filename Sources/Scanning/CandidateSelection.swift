/// One secret, one candidate: of those whose secrets overlap, the one that says most.
struct CandidateSelection {
  /// No two overlap.
  private(set) var chosen: [Candidate] = []

  init(_ candidates: [Candidate]) {
    // What is about the path alone overlaps nothing.
    let aboutPath = candidates.filter(\.secret.isEmpty)
    defer { chosen += aboutPath }
    for candidate in candidates.sorted(by: Candidate.outranks) where !candidate.secret.isEmpty {
      let place = insertionPoint(candidate.secret.lowerBound)
      let isFreeBefore = place == 0 || chosen[place - 1].secret.upperBound <= candidate.secret.lowerBound
      let isFreeAfter = place == chosen.count || candidate.secret.upperBound <= chosen[place].secret.lowerBound
      if isFreeBefore, isFreeAfter { chosen.insert(candidate, at: place) }
    }
  }

  private func insertionPoint(_ offset: Int) -> Int {
    var low = 0
    var high = chosen.count
    while low < high {
      let middle = (low + high) / 2
      if chosen[middle].secret.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
