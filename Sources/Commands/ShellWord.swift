/// A word as a POSIX shell takes it.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/+:@%=,")
    if !word.isEmpty, word.allSatisfy(plain.contains), !word.hasPrefix("-") { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
