/// Whether npm would publish a file with its package, and what says so.
package enum PackageVerdict: Equatable, Sendable {
  /// It is published; nil where nothing speaks of it.
  case published(PackageDecision?)
  case leftOut(PackageDecision)

  package var isPublished: Bool {
    if case .published = self { true } else { false }
  }
}

/// What decides whether npm publishes a file.
package enum PackageDecision: Equatable, Sendable, CustomStringConvertible {
  /// A line of `.npmignore`, or of `.gitignore` where there is none; the file's path from the package's folder.
  case line(file: String, number: Int, pattern: String)
  /// The entry of `files` in package.json, counted from 0.
  case entry(Int, pattern: String)
  /// `files` in package.json, which does not name it.
  case notInFiles
  /// What npm does with every package.
  case builtIn(String)

  package var description: String {
    switch self {
    case .line(let file, let number, let pattern): "\(file):\(number):\(pattern)"
    case .entry(let index, let pattern): "package.json: files[\(index)]: \(pattern)"
    case .notInFiles: "package.json: files"
    case .builtIn(let pattern): "npm: \(pattern)"
    }
  }
}

/// A pattern that is not understood, so that no verdict stands on it.
package struct PackageFilesError: Error, Equatable, CustomStringConvertible {
  package let source: PackageDecision

  package var description: String {
    "\(source): the pattern is not understood: write it without `(`, ranges in braces and `..`"
  }
}
