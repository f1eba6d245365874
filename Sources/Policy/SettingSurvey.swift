internal import Dotenv
package import SettingDiscovery
package import Vocabulary

/// Every place of a repository that asks for a setting, or gives it a value.
package struct SettingSurvey: Sendable {
  package struct Use: Hashable, Sendable {
    package let path: RepositoryPath
    package let reference: SettingReference
    package let role: FileRole
  }

  /// A part of a file that could not be followed.
  package struct Gap: Hashable, Sendable {
    package let path: RepositoryPath
    package let line: Int
    package let reason: String
  }

  package private(set) var uses: [Use] = []
  package private(set) var gaps: [Gap] = []
  /// Env files that deployment files name, by the path they have in the repository.
  package private(set) var namedEnvFiles: [(path: String, by: RepositoryPath)] = []

  private let conventions: SettingConventions

  package init(_ conventions: SettingConventions = SettingConventions()) {
    self.conventions = conventions
  }

  /// Reads all files of a tree that git does not ignore.
  package init(
    _ tree: PolicyTree, _ conventions: SettingConventions, sizeLimit: Int = 1 << 20
  ) throws {
    self.conventions = conventions
    for file in tree.files where file.standing != .ignored && SettingSurvey.mayAsk(file.path) {
      guard let text = try tree.read(file.path), text.count <= sizeLimit else { continue }
      add(text, at: file.path)
    }
  }

  /// Reads one file.
  package mutating func add(_ text: [UInt8], at path: RepositoryPath) {
    let bytes = unsafe text.span.bytes
    guard let reader = SettingReaders.reader(for: path.text, beginning: bytes.extracting(first: 256)) else { return }
    let role = FileRole(path: path.text)
    let readout = reader.references(in: bytes, path: path.text, conventions: conventions)
    uses += readout.references.map { Use(path: path, reference: $0, role: role) }
    if !readout.gaps.isEmpty {
      let lines = LineIndex(text)
      gaps += readout.gaps.map { gap in
        let region = lines.region(of: gap.offset..<gap.offset, in: text)
        return Gap(path: path, line: region.startLine, reason: gap.reason)
      }
    }
    // A script is run from the root more often than from its own folder.
    let folder = role == .deployment || role == .workflow ? "" : path.folder
    namedEnvFiles += readout.envFiles.filter { SettingSurvey.isPlain($0.path) }.map {
      (SettingSurvey.joined(folder, $0.path), path)
    }
  }

  /// Whether a path is written out, and does not come from a variable.
  private static func isPlain(_ path: String) -> Bool {
    !path.contains("$") && !path.contains("{") && !path.contains("____") && !path.hasPrefix("/")
  }

  /// A file that no reader is for is not read.
  private static func mayAsk(_ path: RepositoryPath) -> Bool {
    // What has no ending may say in its first line what it is.
    guard path.name.contains(".") else { return true }
    let nothing: [UInt8] = []
    return unsafe SettingReaders.reader(for: path.text, beginning: nothing.span.bytes) != nil
  }

  private static func joined(_ folder: String, _ path: String) -> String {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
