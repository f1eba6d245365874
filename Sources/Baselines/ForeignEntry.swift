package import Vocabulary

/// A finding that another tool's baseline accepts, as that tool tells one.
package struct ForeignEntry: Sendable {
  /// What shows that a secret is the one that was accepted.
  enum Proof: Sendable {
    case secret(Secret)
    case sha1([UInt8])
    case sha256([UInt8])
    /// Of the secret and its place in the text.
    case kingfisher(UInt64)
    /// The report shows no secret, so that its place is all there is.
    case place
  }

  /// The name of the tool's rule.
  package let rule: String
  /// `nil` where the tool accepts a secret wherever it is.
  package let path: RepositoryPath?
  /// From 1.
  package let line: Int?
  /// The commit in which the tool saw it.
  package let commit: ObjectID?
  let proof: Proof
  /// What else the tool knows about it, such as what an audit said.
  package let remark: String?

  init(rule: String, path: String?, line: Int? = nil, commit: String? = nil, proof: Proof, remark: String? = nil) {
    self.rule = rule
    self.path = path.map { RepositoryPath(ForeignEntry.relative($0)) }
    self.line = line
    self.commit = commit.flatMap { ObjectID(hex: Array($0.utf8)) }
    self.proof = proof
    self.remark = remark
  }

  /// Whether its place is all that it says.
  package var isPlaceAlone: Bool {
    if case .place = proof { true } else { false }
  }

  /// Where it is, in words.
  package var place: String {
    let line = line.map { ":\($0)" } ?? ""
    let commit = commit.map { " of \($0.description.prefix(10))" } ?? ""
    return (path.map { "\($0)\(line)" } ?? "any file") + commit
  }

  /// A path as git has it: tools write `./` before it, and on Windows backslashes.
  private static func relative(_ path: String) -> String {
    var path = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }

  /// The entry as a tool that was started at the root of the repository would have told it.
  package func relative(to root: String) -> ForeignEntry {
    guard let path, path.description.hasPrefix(root + "/") else { return self }
    return ForeignEntry(
      rule: rule, path: String(path.description.dropFirst(root.count + 1)), line: line, commit: commit?.description,
      proof: proof, remark: remark)
  }
}
