internal import IgnoreRules
internal import Vocabulary

/// The names of settings that stand as words anywhere outside of templates and prose.
///
/// A file may ask for a setting in a way that no reader knows: then its name is all that shows it.
enum SettingMentions {
  /// - Parameter names: which ones to look for.
  static func all(of names: Set<String>, in tree: PolicyTree, sizeLimit: Int = 1 << 20) throws -> Set<String> {
    guard !names.isEmpty else { return [] }
    let lengths = names.map(\.utf8.count)
    let wanted = (shortest: lengths.min() ?? 0, longest: lengths.max() ?? 0)
    var found: Set<String> = []
    for file in tree.files where file.standing != .ignored && mayAsk(file.path) {
      guard let text = try tree.read(file.path), text.count <= sizeLimit else { continue }
      add(from: text, names, wanted, to: &found)
      if found.count == names.count { break }
    }
    return found
  }

  private static func mayAsk(_ path: RepositoryPath) -> Bool {
    let name = path.name.lowercased()
    let isProse = [".md", ".mdx", ".rst", ".adoc", ".txt", ".svg", ".lock"].contains { name.hasSuffix($0) }
    return !isProse && EnvFileName(path: path.bytes) == nil
  }

  private static func add(
    from text: [UInt8], _ names: Set<String>, _ wanted: (shortest: Int, longest: Int), to found: inout Set<String>
  ) {
    var start: Int?
    for place in 0...text.count {
      let byte = place < text.count ? text[place] : 0
      if (byte | 32) &- 97 < 26 || byte &- 48 < 10 || byte == 95 {
        start = start ?? place
        continue
      }
      guard let first = start else { continue }
      start = nil
      guard (wanted.shortest...wanted.longest).contains(place - first) else { continue }
      let word = String(decoding: text[first..<place], as: UTF8.self)
      if names.contains(word) { found.insert(word) }
    }
  }
}
