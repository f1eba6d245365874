internal import Vocabulary

/// What `git for-each-ref --format='%(objectname) %(refname)'` prints, and warns of.
struct ReferencesListing {
  private(set) var references: [References.Reference] = []
  private(set) var broken: [References.Broken] = []

  static let arguments = ["for-each-ref", "--format=%(objectname) %(refname)"]

  init(output: [UInt8], complaint: String) {
    for line in output.split(separator: 10) {
      guard let space = line.firstIndex(of: 32), let id = ObjectID(hex: line[..<space]) else {
        broken.append(
          References.Broken(name: String(decoding: line, as: UTF8.self), reason: "git lists no object for it"))
        continue
      }
      let name = String(decoding: line[(space + 1)...], as: UTF8.self)
      references.append(References.Reference(name: name, id: id))
    }
    for line in complaint.split(separator: "\n") {
      // Where a symbolic reference dangles, the branch it names has no commit yet, or none any more.
      guard !line.hasPrefix("warning: ignoring dangling symref ") else { continue }
      let name = line.split(separator: " ").last.map(String.init) ?? ""
      broken.append(References.Broken(name: name, reason: String(line)))
    }
  }
}
