extension CommitGraph {
  /// The commits and tags of several builders as one, each commit once, in the order of their numbers.
  struct Merge {
    private(set) var numbers: NumberSet
    private(set) var commits: [UInt32] = []
    private(set) var trees: [UInt32] = []
    private(set) var times: [Int] = []
    /// Places of parents, of those that are there, and where those of each commit end.
    private(set) var parents: [UInt32] = []
    private(set) var parentEnds: [UInt32] = []
    private(set) var targets: [Int: Int] = [:]
    private(set) var missing = ByteTable()
    /// Commits whose parents are not there, and those parents.
    private(set) var missingParents: [(commit: Int, parent: Int)] = []
    private(set) var shallowCommits = 0
    var failures: [LineageFailure] = []

    /// A builder as something that costs nothing to hand on: there are hundreds of thousands of commits.
    private final class Part<Numbers: ObjectNumbers> {
      let builder: Builder<Numbers>

      init(_ builder: Builder<Numbers>) { self.builder = builder }
    }

    init<Numbers>(_ builders: [Builder<Numbers>], count: Int, shallow: Set<Int>) {
      numbers = NumberSet(limit: count)
      let parts = builders.map(Part.init)
      var sources: [(commit: UInt32, part: Int, place: Int)] = []
      // Of several copies of a commit, one that could be read counts.
      for isRead in [true, false] {
        for (index, builder) in builders.enumerated() {
          for (place, commit) in builder.commits.enumerated() where (builder.trees[place] != CommitGraph.none) == isRead
          {
            if numbers.insert(Int(commit)) { sources.append((commit, index, place)) }
          }
        }
      }
      for part in parts {
        for (tag, target) in zip(part.builder.tags, part.builder.targets) {
          targets[Int(tag)] = Int(known(target, of: part, count: count))
        }
      }
      numbers.rank()
      sources.sort { $0.commit < $1.commit }
      for source in sources { add(source.place, of: parts[source.part], count: count, shallow: shallow) }
      failures += builders.flatMap(\.failures).filter { failure in
        guard let place = numbers.place(of: failure.object) else { return targets[failure.object] == nil }
        return trees[place] == CommitGraph.none
      }
    }

    private mutating func add<Numbers>(_ place: Int, of part: Part<Numbers>, count: Int, shallow: Set<Int>) {
      let commit = part.builder.commits[place]
      commits.append(commit)
      trees.append(known(part.builder.trees[place], of: part, count: count))
      times.append(part.builder.times[place])
      var isCut = false
      let start = place == 0 ? 0 : Int(part.builder.parentEnds[place - 1])
      for parent in part.builder.parents[start..<Int(part.builder.parentEnds[place])] {
        if let place = numbers.place(of: Int(parent)) {
          parents.append(UInt32(place))
        } else if parent < count {
          failures.append(LineageFailure(object: Int(parent), reason: "a commit has it as its parent, and it is none"))
        } else if shallow.contains(Int(commit)) {
          isCut = true
        } else {
          missingParents.append((Int(commit), Int(known(parent, of: part, count: count))))
        }
      }
      if isCut { shallowCommits += 1 }
      parentEnds.append(UInt32(parents.count))
    }

    /// The number here of an object that a builder names.
    private mutating func known<Numbers>(_ object: UInt32, of part: Part<Numbers>, count: Int) -> UInt32 {
      guard object >= count, object != CommitGraph.none else { return object }
      return UInt32(count + missing.number(adding: part.builder.missing[Int(object) - count]))
    }
  }
}
