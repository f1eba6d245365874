internal import Vocabulary

/// The shards among reports: whether they are parts of one scan, and which are missing.
struct MergeShards {
  /// The numbers of the shards that no report is of.
  let missing: [Int]
  let count: Int

  /// `nil` when no report is a shard.
  /// - Throws: `CommandError` when they are not parts of one scan.
  init?(_ inputs: [MergeInput]) throws(CommandError) {
    var shards: [Int: String] = [:]
    guard let first = inputs.first(where: { $0.verdict.shard != nil }), let expected = first.verdict.shard else {
      return nil
    }
    for input in inputs {
      guard let shard = input.verdict.shard else {
        throw CommandError("\(first.path) is a shard of a scan, and \(input.path) is not", hint: MergeShards.separately)
      }
      try MergeShards.compare(input, shard, with: first, expected)
      if let other = shards.updateValue(input.path, forKey: shard.index) {
        throw CommandError("\(other) and \(input.path) are both shard \(shard.index) of \(shard.count)")
      }
    }
    count = expected.count
    missing = (1...expected.count).filter { shards[$0] == nil }
  }

  private static let separately = "merge the shards of one scan alone, and then what came of it with others"

  private static func compare(
    _ input: MergeInput, _ shard: Shard, with first: MergeInput, _ expected: Shard
  ) throws(CommandError) {
    let (one, other) = (first.path, input.path)
    if shard.count != expected.count {
      throw CommandError(
        "\(one) is of a scan in \(expected.count) shards, and \(other) of one in \(shard.count)", hint: separately)
    }
    if shard.basis != expected.basis {
      throw CommandError(
        "\(one) and \(other) are shards of different objects, or of different options",
        hint: "clone once and share the clone: every shard has to see the same objects, and to be asked for the same")
    }
    if input.version != first.version {
      throw CommandError(
        "\(one) was written by stanch \(first.version), and \(other) by \(input.version)",
        hint: "scan every shard with one version")
    }
    if input.verdict.ruleSetDigest != first.verdict.ruleSetDigest {
      throw CommandError(
        "\(one) and \(other) were made with different rules", hint: "scan every shard with the same rules")
    }
  }

  /// What a missing shard leaves unseen.
  var incidents: [Incident] {
    missing.map {
      Incident(
        kind: .unreadable, subject: "shard \($0) of \(count)", reason: "its report is missing",
        hint: "run it again with --shard \($0)/\(count), and merge again with its report")
    }
  }
}
