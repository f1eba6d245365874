internal import ArgumentParser
internal import FoundationEssentials

/// The option of commands whose work several processes can divide.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Scan only part I of N; «stanch merge» joins the reports. auto: as Kubernetes, Slurm, GitLab or Buildkite says.",
      valueName: "i/n|auto"))
  var shard: ShardChoice?

  /// A scheduler that does not say which part this is must stop the command: to scan everything would do the work N times,
  /// and to guess would leave parts undone.
  mutating func validate() throws { _ = try number() }

  /// The part to do; `nil` for everything.
  /// - Parameter environment: where `auto` looks.
  func number(in environment: [String: String] = ProcessInfo.processInfo.environment) throws -> ShardNumber? {
    switch shard {
    case nil: return nil
    case .number(let number): return number
    case .auto:
      do throws(ShardEnvironment.Failure) {
        return try ShardEnvironment(environment).number
      } catch {
        throw ValidationError("--shard auto: \(error.description)")
      }
    }
  }
}
