/// What the variables of schedulers say about which part of the work a process is to do.
struct ShardEnvironment {
  private let variables: [String: String]

  /// Why the variables do not say it; names them.
  struct Failure: Error, Hashable, CustomStringConvertible {
    let description: String
  }

  init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// How many shards there are, where the scheduler does not say it.
  static let count = "STANCH_SHARD_COUNT"

  var number: ShardNumber {
    get throws(Failure) {
      var answers: [(scheduler: String, number: ShardNumber)] = []
      if let number = try kubernetes { answers.append(("Kubernetes (JOB_COMPLETION_INDEX)", number)) }
      if let number = try slurm { answers.append(("Slurm (SLURM_ARRAY_TASK_ID)", number)) }
      if let number = try gitLab { answers.append(("GitLab (CI_NODE_INDEX)", number)) }
      if let number = try buildkite { answers.append(("Buildkite (BUILDKITE_PARALLEL_JOB)", number)) }
      guard let first = answers.first else { throw nothingSet }
      if let other = answers.first(where: { $0.number != first.number }) {
        throw Failure(
          description: "\(first.scheduler) says \(first.number), and \(other.scheduler) says \(other.number)")
      }
      if let count = try optional(ShardEnvironment.count), count != first.number.count {
        throw Failure(description: "\(ShardEnvironment.count) is \(count), and \(first.scheduler) says \(first.number)")
      }
      return first.number
    }
  }

  private var nothingSet: Failure {
    Failure(
      description: """
        no scheduler says which shard this is; looked for JOB_COMPLETION_INDEX (Kubernetes Indexed Job, with \
        \(ShardEnvironment.count)), SLURM_ARRAY_TASK_ID (Slurm array), CI_NODE_INDEX (GitLab parallel) and \
        BUILDKITE_PARALLEL_JOB (Buildkite parallelism)
        """)
  }

  /// Kubernetes counts from 0 and does not say how many completions the Job has
  /// (kubernetes.io, «Indexed Job for Parallel Processing with Static Work Assignment»).
  private var kubernetes: ShardNumber? {
    get throws(Failure) {
      guard let index = try optional("JOB_COMPLETION_INDEX") else { return nil }
      guard let count = try optional(ShardEnvironment.count) else {
        throw Failure(
          description: """
            JOB_COMPLETION_INDEX is \(index), but Kubernetes does not say of how many: set \(ShardEnvironment.count) to \
            the Job's completions
            """)
      }
      return try number(index + 1, of: count, "JOB_COMPLETION_INDEX", ShardEnvironment.count)
    }
  }

  /// An array may begin anywhere and go in steps, but must not have gaps (slurm.schedmd.com, «sbatch», output environment
  /// variables).
  private var slurm: ShardNumber? {
    get throws(Failure) {
      guard let id = try optional("SLURM_ARRAY_TASK_ID") else { return nil }
      let (least, most) = (try required("SLURM_ARRAY_TASK_MIN"), try required("SLURM_ARRAY_TASK_MAX"))
      let (count, step) = (try required("SLURM_ARRAY_TASK_COUNT"), try required("SLURM_ARRAY_TASK_STEP"))
      guard step > 0, (least...max(least, most)).contains(id), (id - least).isMultiple(of: step),
        (most - least) / step + 1 == count
      else {
        throw Failure(
          description: """
            the Slurm array has gaps, or contradicts itself: SLURM_ARRAY_TASK_ID \(id), _MIN \(least), _MAX \(most), \
            _STEP \(step), _COUNT \(count); use an array such as 1-8
            """)
      }
      if count == 1, id > 1 {
        throw Failure(
          description: """
            SLURM_ARRAY_TASK_ID is \(id) in an array of one task (SLURM_ARRAY_TASK_COUNT 1), which is how one shard of \
            a larger array is run again: say --shard \(id)/N
            """)
      }
      return try number((id - least) / step + 1, of: count, "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT")
    }
  }

  /// GitLab counts from 1. It sets CI_NODE_TOTAL to 1 in jobs that are not parallel, and CI_NODE_INDEX in none of them
  /// (docs.gitlab.com, «Predefined CI/CD variables reference»).
  private var gitLab: ShardNumber? {
    get throws(Failure) {
      guard let index = try optional("CI_NODE_INDEX") else {
        if let total = try optional("CI_NODE_TOTAL"), total > 1 {
          throw Failure(description: "CI_NODE_TOTAL is \(total), and CI_NODE_INDEX is not set")
        }
        return nil
      }
      return try number(index, of: try required("CI_NODE_TOTAL"), "CI_NODE_INDEX", "CI_NODE_TOTAL")
    }
  }

  /// Buildkite counts from 0 (buildkite.com/docs, «Environment variables»).
  private var buildkite: ShardNumber? {
    get throws(Failure) {
      guard let index = try optional("BUILDKITE_PARALLEL_JOB") else {
        if let count = try optional("BUILDKITE_PARALLEL_JOB_COUNT") {
          throw Failure(description: "BUILDKITE_PARALLEL_JOB_COUNT is \(count), and BUILDKITE_PARALLEL_JOB is not set")
        }
        return nil
      }
      let count = try required("BUILDKITE_PARALLEL_JOB_COUNT")
      return try number(index + 1, of: count, "BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT")
    }
  }

  private func number(_ index: Int, of count: Int, _ names: String...) throws(Failure) -> ShardNumber {
    guard let number = ShardNumber(index, of: count) else {
      throw Failure(
        description: names.map { "\($0) is \(variables[$0] ?? "")" }.joined(separator: " and ")
          + ": there is no such shard")
    }
    return number
  }

  private func required(_ name: String) throws(Failure) -> Int {
    guard let value = try optional(name) else { throw Failure(description: "\(name) is not set") }
    return value
  }

  private func optional(_ name: String) throws(Failure) -> Int? {
    guard let text = variables[name] else { return nil }
    guard let value = ShardNumber.number(text) else {
      throw Failure(description: "\(name) is not a number: «\(text)»")
    }
    return value
  }
}
