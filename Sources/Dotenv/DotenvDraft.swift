/// A setting that is to be written into a file.
package struct DotenvDraft: Hashable, Sendable {
  package var name: String
  /// What it is for, a line each, without `#`.
  package var comments: [String]
  package var value: [UInt8]
  /// Whether it is written as a comment, `# NAME=`, for a setting that need not be set.
  package var isOptional: Bool

  package init(_ name: String, comments: [String] = [], value: [UInt8] = [], isOptional: Bool = false) {
    self.name = name
    self.comments = comments
    self.value = value
    self.isOptional = isOptional
  }

  /// The comment lines as they are written.
  var commentLines: [[UInt8]] {
    comments.flatMap { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
      .map { line in line.isEmpty ? [.hash] : Array("# \(line)".utf8) }
  }
}

/// Where a new setting goes.
package enum DotenvPlacement: Hashable, Sendable {
  /// Behind the setting of this name.
  case after(String)
  /// By its name among those with the same prefix, `SMTP_` of `SMTP_HOST`; at the end where there are none.
  case inGroup
  case atEnd
}
