internal import ArgumentParser

/// What `--shard` was given: a number, or that the scheduler's variables tell it.
enum ShardChoice: Hashable, ExpressibleByArgument {
  case number(ShardNumber)
  case auto

  init?(argument: String) {
    if argument == "auto" {
      self = .auto
      return
    }
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = ShardNumber.number(parts[0]), let count = ShardNumber.number(parts[1]),
      let number = ShardNumber(index, of: count)
    else { return nil }
    self = .number(number)
  }
}
