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

    init<Numbers>(_ builders: [Builder<Numbers>], count: Int, shallow: Set<Int>) {
      numbers = NumberSet(limit: count)
      var sources: [(builder: Int, place: Int)] = []
      // Of several copies of a commit, one that could be read counts.
      for isRead in [true, false] {
        for (index, builder) in builders.enumerated() {
          for (place, commit) in builder.commits.enumerated() where (builder.trees[place] != CommitGraph.none) == isRead
          {
            if numbers.insert(Int(commit)) { sources.append((index, place)) }
          }
        }
      }
      for builder in builders {
        for (tag, target) in zip(builder.tags, builder.targets) {
          targets[Int(tag)] = Int(known(target, of: builder, count: count))
        }
      }
      numbers.rank()
      sources.sort { builders[$0.builder].commits[$0.place] < builders[$1.builder].commits[$1.place] }
      for source in sources {
        add(source.place, of: builders[source.builder], count: count, shallow: shallow)
      }
      failures += builders.flatMap(\.failures).filter { failure in
        guard let place = numbers.place(of: failure.object) else { return targets[failure.object] == nil }
        return trees[place] == CommitGraph.none
      }
    }

    private mutating func add<Numbers>(_ place: Int, of builder: Builder<Numbers>, count: Int, shallow: Set<Int>) {
      let commit = builder.commits[place]
      commits.append(commit)
      trees.append(known(builder.trees[place], of: builder, count: count))
      times.append(builder.times[place])
      var isCut = false
      let start = place == 0 ? 0 : Int(builder.parentEnds[place - 1])
      for parent in builder.parents[start..<Int(builder.parentEnds[place])] {
        if let place = numbers.place(of: Int(parent)) {
          parents.append(UInt32(place))
        } else if parent < count {
          failures.append(LineageFailure(object: Int(parent), reason: "a commit has it as its parent, and it is none"))
        } else if shallow.contains(Int(commit)) {
          isCut = true
        } else {
          missingParents.append((Int(commit), Int(known(parent, of: builder, count: count))))
        }
      }
      if isCut { shallowCommits += 1 }
      parentEnds.append(UInt32(parents.count))
    }

    /// The number here of an object that a builder names.
    private mutating func known<Numbers>(_ object: UInt32, of builder: Builder<Numbers>, count: Int) -> UInt32 {
      guard object >= count, object != CommitGraph.none else { return object }
      return UInt32(count + missing.number(adding: builder.missing[Int(object) - count]))
    }
  }
}
