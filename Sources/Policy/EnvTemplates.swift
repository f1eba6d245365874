package import Dotenv
internal import IgnoreRules
package import Vocabulary

/// The templates of a repository: each governs the files of its folder and of those below that have none of their own.
package struct EnvTemplates: Sendable {
  package struct Template: Sendable {
    package let path: RepositoryPath
    package let document: DotenvDocument
  }

  /// In the order of their paths.
  package let all: [Template]
  /// Env files that are tracked: what they name is told, wrong as it may be to track them.
  private let tracked: [Template]
  private let byFolder: [String: [Template]]

  package init(_ tree: PolicyTree) throws {
    var (all, tracked): ([Template], [Template]) = ([], [])
    for file in tree.files {
      guard let kind = EnvFileName(path: file.path.bytes)?.kind, kind == .template || file.standing == .tracked,
        let text = try tree.read(file.path)
      else { continue }
      let document = DotenvDocument(text, file: file.path.text, dialect: .python)
      if kind == .template {
        all.append(Template(path: file.path, document: document))
      } else {
        tracked.append(Template(path: file.path, document: document))
      }
    }
    self.init(all, tracked: tracked)
  }

  package init(_ all: [Template], tracked: [Template] = []) {
    self.all = all
    self.tracked = tracked
    byFolder = Dictionary(grouping: all, by: \.path.folder)
  }

  /// The templates of the nearest folder at or above a file that has any.
  package func governing(_ path: RepositoryPath) -> [Template] {
    var folder = path.folder
    while true {
      if let templates = byFolder[folder] { return templates }
      guard !folder.isEmpty else { return [] }
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
  }

  /// Whether an env file that everybody gets names a setting.
  package func isTold(_ name: String) -> Bool { EnvTemplates.document(name, in: tracked) }

  /// Whether one of them names a setting, as an entry or in a comment.
  package static func document(_ name: String, in templates: [Template]) -> Bool {
    templates.contains { $0.document.settings.contains { $0.name == name } }
  }
}
