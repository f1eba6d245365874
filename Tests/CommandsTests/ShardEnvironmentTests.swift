import Testing

@testable import Commands

@Suite struct ShardEnvironmentTests {
  private func answer(_ variables: [String: String]) throws -> String {
    try ShardEnvironment(variables).number.description
  }

  private func failure(_ variables: [String: String]) throws -> String {
    try #require(throws: ShardEnvironment.Failure.self) { try ShardEnvironment(variables).number }.description
  }

  private static func slurm(_ id: Int, _ least: Int, _ most: Int, _ count: Int, step: Int = 1) -> [String: String] {
    [
      "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_MIN": "\(least)", "SLURM_ARRAY_TASK_MAX": "\(most)",
      "SLURM_ARRAY_TASK_COUNT": "\(count)", "SLURM_ARRAY_TASK_STEP": "\(step)",
    ]
  }

  private static func gitLab(_ index: String, _ total: String) -> [String: String] {
    ["CI_NODE_INDEX": index, "CI_NODE_TOTAL": total]
  }

  private static func buildkite(_ job: String, _ count: String) -> [String: String] {
    ["BUILDKITE_PARALLEL_JOB": job, "BUILDKITE_PARALLEL_JOB_COUNT": count]
  }

  private static func kubernetes(_ index: String, _ count: String) -> [String: String] {
    ["JOB_COMPLETION_INDEX": index, "STANCH_SHARD_COUNT": count]
  }

  /// Breaks when a scheduler that counts from 0 is taken for one that counts from 1, or the other way round.
  @Test(arguments: [
    (kubernetes("0", "4"), "1/4"), (kubernetes("3", "4"), "4/4"), (gitLab("1", "4"), "1/4"), (gitLab("4", "4"), "4/4"),
    (gitLab("1", "1"), "1/1"), (buildkite("0", "4"), "1/4"), (buildkite("3", "4"), "4/4"),
  ])
  func readsTheScheduler(variables: [String: String], expected: String) throws {
    #expect(try answer(variables) == expected)
  }

  /// What Slurm 22.05 sets for --array=1-4, 0-9:3 and 5-6, and for a last step that does not fit.
  @Test(arguments: [
    (slurm(1, 1, 4, 4), "1/4"), (slurm(4, 1, 4, 4), "4/4"), (slurm(6, 0, 9, 4, step: 3), "3/4"),
    (slurm(9, 0, 9, 4, step: 3), "4/4"), (slurm(6, 5, 6, 2), "2/2"), (slurm(0, 0, 0, 1), "1/1"),
    (slurm(1, 1, 1, 1), "1/1"), (slurm(7, 1, 8, 4, step: 2), "4/4"),
  ])
  func readsSlurmArrays(variables: [String: String], expected: String) throws {
    #expect(try answer(variables) == expected)
  }

  /// Breaks when every task of an array does a shard of its own and some shard is done by none, or twice.
  @Test(arguments: [(0, 1), (1, 1), (5, 1), (0, 3), (2, 7)], [1, 2, 5, 16])
  func numbersATaskEach(least: (Int, Int), count: Int) throws {
    let (start, step) = least
    guard count > 1 || start < 2 else { return }
    let most = start + (count - 1) * step
    let answers = try (0..<count).map {
      try answer(Self.slurm(start + $0 * step, start, most, count, step: step))
    }
    #expect(answers == (1...count).map { "\($0)/\(count)" })
  }

  /// Breaks when the gaps of --array=1,3,7, a task outside its array, or a lone task of an array that runs again is given a
  /// number.
  @Test(arguments: [
    slurm(3, 1, 7, 3), slurm(9, 1, 4, 4), slurm(0, 1, 4, 4), slurm(2, 1, 7, 4, step: 2), slurm(5, 5, 5, 1),
    slurm(1, 1, 4, 4, step: 0), slurm(4, 4, 1, 4), slurm(1, 1, 4, 3),
  ])
  func refusesArraysThatDoNotCount(variables: [String: String]) throws {
    #expect(try failure(variables).contains("SLURM_ARRAY_TASK_ID"))
  }

  /// Breaks when a variable that is missing is made up for.
  @Test(arguments: ["MIN", "MAX", "COUNT", "STEP"])
  func needsAllThatSlurmSets(name: String) throws {
    var variables = Self.slurm(1, 1, 4, 4)
    variables["SLURM_ARRAY_TASK_\(name)"] = nil
    #expect(try failure(variables) == "SLURM_ARRAY_TASK_\(name) is not set")
  }

  /// Breaks when a process that nobody told its number scans everything: N of them would do the work N times.
  @Test(arguments: [[:], ["CI_NODE_TOTAL": "1"], ["PATH": "/bin", "SLURM_JOB_ID": "7"], ["STANCH_SHARD_COUNT": "4"]])
  func refusesToGuess(variables: [String: String]) throws {
    let failure = try failure(variables)
    for name in [
      "JOB_COMPLETION_INDEX", "STANCH_SHARD_COUNT", "SLURM_ARRAY_TASK_ID", "CI_NODE_INDEX", "BUILDKITE_PARALLEL_JOB",
    ] {
      #expect(failure.contains(name))
    }
  }

  /// Breaks when half of what a scheduler says is taken for all of it.
  @Test(arguments: [
    (["JOB_COMPLETION_INDEX": "0"], "set STANCH_SHARD_COUNT"), (["CI_NODE_INDEX": "1"], "CI_NODE_TOTAL is not set"),
    (["CI_NODE_TOTAL": "3"], "CI_NODE_INDEX is not set"),
    (["BUILDKITE_PARALLEL_JOB": "0"], "BUILDKITE_PARALLEL_JOB_COUNT is not set"),
    (["BUILDKITE_PARALLEL_JOB_COUNT": "2"], "BUILDKITE_PARALLEL_JOB is not set"),
  ])
  func needsBothNumbers(variables: [String: String], reason: String) throws {
    #expect(try failure(variables).contains(reason))
  }

  /// Breaks when what is no number counts as one, or a shard beyond the last is scanned.
  @Test(arguments: [
    gitLab("", "4"), gitLab("x", "4"), gitLab("-1", "4"), gitLab("1", "4 "), gitLab("0", "4"), gitLab("5", "4"),
    gitLab("1", "99999999999999999999"), buildkite("4", "4"), kubernetes("4", "4"), kubernetes("0", "0"),
    kubernetes("999999999", "4"),
  ])
  func refusesWhatIsNoShard(variables: [String: String]) throws {
    let failure = try failure(variables)
    #expect(variables.keys.contains { failure.contains($0) })
  }

  /// Breaks when one of two schedulers that contradict each other is believed.
  @Test func refusesContradictions() throws {
    let both = Self.gitLab("1", "4").merging(Self.buildkite("1", "4")) { $1 }
    #expect(try failure(both) == "GitLab (CI_NODE_INDEX) says 1/4, and Buildkite (BUILDKITE_PARALLEL_JOB) says 2/4")
    let count = Self.slurm(1, 1, 4, 4).merging(["STANCH_SHARD_COUNT": "8"]) { $1 }
    #expect(try failure(count).contains("STANCH_SHARD_COUNT is 8"))
  }

  /// Breaks when two that agree are refused.
  @Test func takesTwoThatAgree() throws {
    let both = Self.gitLab("2", "4").merging(Self.kubernetes("1", "4")) { $1 }
    #expect(try answer(both) == "2/4")
    #expect(try answer(Self.slurm(2, 1, 4, 4).merging(["STANCH_SHARD_COUNT": "4"]) { $1 }) == "2/4")
  }
}
