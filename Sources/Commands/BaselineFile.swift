internal import Baselines
internal import Glibc
internal import Reporting
internal import Vocabulary

/// The baseline that holds for a scan, where there is one.
struct BaselineFile {
  static let name = ".stanch-baseline"

  /// Where it is, or would be; `nil` where nothing says so.
  let path: String?
  /// What errors and reports call it.
  let title: String
  let baseline: Baseline?
  private let root: String?

  /// - Parameters:
  ///   - root: the root of the working tree, or the folder that takes its place outside a repository.
  ///   - explicit: the file that `--baseline` names; it takes the place of the repository's.
  ///   - mayBeMissing: whether a file that is named may be one to be made.
  /// - Throws: `BaselineError` when it is damaged, and `CommandError` when it cannot be read.
  init(root: String?, explicit: String?, mayBeMissing: Bool = false) throws {
    self.root = root
    let path = explicit ?? root.map { "\($0)/\(BaselineFile.name)" }
    let title = explicit ?? BaselineFile.name
    self.path = path
    self.title = title
    let bytes = try path.flatMap { try Files.contents(of: $0) }
    guard bytes != nil || explicit == nil || mayBeMissing else {
      throw CommandError("\(title): there is no such file", hint: "make it with stanch baseline create --baseline FILE")
    }
    baseline = try bytes.map { try Baseline($0, file: title) }
  }

  func settle(_ verdict: inout Verdict, _ sight: BaselineSight) {
    if let baseline { BaselineSettlement.settle(&verdict, by: baseline, sight) }
  }

  /// The baseline, for commands that have nothing to do without one.
  func required() throws -> Baseline {
    guard let baseline else {
      throw CommandError("\(title): there is no baseline yet", hint: "make one with stanch baseline create")
    }
    return baseline
  }

  /// Writes the file as a whole or not at all, where a link to it leads, and only when something changes.
  func write(_ bytes: [UInt8]) throws {
    guard let path, baseline.map({ $0.bytes != bytes }) ?? true else { return }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return try Files.write(bytes, to: path) }
    try Files.write(bytes, to: try FileSelection.resolved(path), permissions: status.st_mode & 0o777)
  }

  /// What to do with a new baseline.
  func advice(_ style: Style) throws -> String {
    guard title == BaselineFile.name, let root else { return "" }
    var hints = ["read it, say why and until when in its lines, and commit it"]
    if try Files.text(of: "\(root)/.gitattributes")?.contains(BaselineFile.name) != true {
      hints.append("let git merge it line by line: \(Baseline.mergeAttribute)")
    }
    return hints.map { "\(style.hint("hint")): \($0)\n" }.joined()
  }

  /// For scans that see a part of the working tree.
  var someFiles: BaselineSight {
    .someFiles { [root] path in
      guard let root else { return false }
      // Of a text in an archive the archive is asked for: `outer.zip!inner/file`.
      let end = path.bytes.firstIndex(of: RepositoryPath.archiveMark) ?? path.bytes.endIndex
      return BaselineFile.isGone(path.bytes[...], in: root) && BaselineFile.isGone(path.bytes[..<end], in: root)
    }
  }

  private static func isGone(_ path: ArraySlice<UInt8>, in root: String) -> Bool {
    var status = stat()
    let name = (Array(root.utf8) + [UInt8(ascii: "/")] + path).map(CChar.init(bitPattern:)) + [0]
    return unsafe lstat(name, &status) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }
}
