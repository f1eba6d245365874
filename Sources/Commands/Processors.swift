internal import Glibc

/// The processors that this process may use.
enum Processors {
  /// How many there are, less what the system or a container's quota takes away; at least one.
  static var count: Int { max(1, min(allowed, quota ?? Int.max)) }

  /// Those that `taskset` or the container's cpuset leaves.
  private static var allowed: Int {
    guard let status = (try? Files.text(of: "/proc/self/status")) ?? nil, let count = allowed(status) else {
      return sysconf(Int32(_SC_NPROCESSORS_ONLN))
    }
    return count
  }

  /// The bits of `Cpus_allowed`, a mask in hexadecimal with commas (proc_pid_status).
  static func allowed(_ status: String) -> Int? {
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed:") }) else { return nil }
    return line.drop { $0 != ":" }.reduce(0) { $0 + ($1.hexDigitValue?.nonzeroBitCount ?? 0) }
  }

  /// The time that a control group may use, in processors (cgroup v2, `cpu.max`): `QUOTA PERIOD` or `max PERIOD`.
  private static var quota: Int? {
    // Where there is no such file, or it cannot be read, there is no quota to obey.
    guard let text = (try? Files.text(of: "/sys/fs/cgroup/cpu.max")) ?? nil else { return nil }
    return quota(text)
  }

  static func quota(_ text: String) -> Int? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 2, let quota = Int(words[0]), let period = Int(words[1]), quota > 0, period > 0 else {
      return nil
    }
    return max(1, (quota - 1) / period + 1)
  }
}
