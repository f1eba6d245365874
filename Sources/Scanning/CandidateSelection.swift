/// One secret, one candidate: of those whose secrets overlap, the one that says most.
struct CandidateSelection {
  private let candidates: [Candidate]
  /// Where those that were chosen stand in the list; no two overlap.
  private(set) var places: [Int] = []

  var chosen: [Candidate] { places.map { candidates[$0] } }

  init(_ candidates: [Candidate]) {
    self.init(candidates, among: Array(candidates.indices))
  }

  init(_ composition: Composition) {
    self.init(composition.candidates, among: composition.reportable)
  }

  private init(_ candidates: [Candidate], among reportable: [Int]) {
    self.candidates = candidates
    // What is about the path alone overlaps nothing.
    let aboutPath = reportable.filter { candidates[$0].secret.isEmpty }
    defer { places += aboutPath }
    let ranked = reportable.sorted { Candidate.outranks(candidates[$0], candidates[$1]) }
    for candidate in ranked where !candidates[candidate].secret.isEmpty {
      let secret = candidates[candidate].secret
      let place = insertionPoint(secret.lowerBound)
      let isFreeBefore = place == 0 || self.secret(place - 1).upperBound <= secret.lowerBound
      let isFreeAfter = place == places.count || secret.upperBound <= self.secret(place).lowerBound
      if isFreeBefore, isFreeAfter { places.insert(candidate, at: place) }
    }
  }

  private func secret(_ place: Int) -> Range<Int> { candidates[places[place]].secret }

  private func insertionPoint(_ offset: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if secret(middle).lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
