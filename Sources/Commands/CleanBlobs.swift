internal import Vocabulary

/// A file that remembers which blobs held nothing, under which rules.
///
/// A line `stanch clean blobs 1`, one with the digest of the rules, one with a digest of what follows, and the ids of the blobs,
/// one behind the other. It holds no secret and nothing of a text. Under other rules it counts for nothing.
struct CleanBlobs {
  let path: String
  /// A digest of the rules and of the program's version.
  let rules: String

  private static let title = "stanch clean blobs 1"

  /// What is remembered; nothing where there is no file, or one of other rules.
  ///
  /// - Parameter notices: gets a sentence when the file is damaged.
  func read(notices: inout [String]) throws -> [UInt8] {
    guard let bytes = try Files.contents(of: path) else { return [] }
    let lines = bytes.split(separator: 10, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count == 4, lines[0].elementsEqual(CleanBlobs.title.utf8) else {
      throw CommandError(
        "\(path): is no file of clean blobs", hint: "name another one: this one is not written over")
    }
    guard lines[1].elementsEqual(rules.utf8) else { return [] }
    let ids = Array(lines[3])
    guard lines[2].elementsEqual(CleanBlobs.digest(ids).utf8) else {
      notices.append("\(path): is damaged, so everything is scanned")
      return []
    }
    return ids
  }

  func write(_ ids: [UInt8]) throws {
    let head = "\(CleanBlobs.title)\n\(rules)\n\(CleanBlobs.digest(ids))\n"
    try Files.write(Array(head.utf8) + ids, to: path)
  }

  private static func digest(_ ids: [UInt8]) -> String {
    let key = FingerprintKey(Array("stanch/clean/v1".utf8))
    return Fingerprint(rule: RuleID("clean"), secret: Secret(ids), key: key).hex
  }
}
