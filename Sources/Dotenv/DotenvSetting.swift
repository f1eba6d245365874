/// A setting that a file tells of, as an entry or in a comment, with the comments above it.
package struct DotenvSetting: Hashable, Sendable {
  package let name: String
  /// The numbers of its lines in the document, from its first comment on.
  package let lines: ClosedRange<Int>
  /// Whether it stands in a comment, `# NAME=`.
  package let isOptional: Bool
  /// Where the name stands.
  package let key: Range<Int>
  /// Where the value stands, as it is written.
  package let value: Range<Int>?
  /// Whether a comment says what it is for.
  package let isDocumented: Bool

  /// Whether the names go up.
  static func areOrdered(_ settings: [DotenvSetting]) -> Bool {
    zip(settings, settings.dropFirst()).allSatisfy { $0.name < $1.name }
  }
}

extension DotenvDocument {
  /// All settings in the order of the file. The same setting in a comment right above an entry is one with it.
  package var settings: [DotenvSetting] {
    var found: [DotenvSetting] = []
    var firstComment: Int?
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .comment(nil):
        firstComment = firstComment ?? index
        continue
      case .comment(.some(let setting)):
        found.append(self.setting(setting, lines: (firstComment ?? index)...index))
      case .entries(let numbers):
        for entry in entries[numbers] { add(entry, firstComment: firstComment, to: &found) }
      case .blank, .unread: break
      }
      firstComment = nil
    }
    return found
  }

  private func setting(_ setting: DotenvOptionalSetting, lines: ClosedRange<Int>) -> DotenvSetting {
    DotenvSetting(
      name: setting.name, lines: lines, isOptional: true, key: setting.key, value: setting.value,
      isDocumented: lines.count > 1)
  }

  private func add(_ entry: DotenvEntry, firstComment: Int?, to found: inout [DotenvSetting]) {
    var first = firstComment ?? entry.line
    var isDocumented = firstComment != nil || entry.inlineComment != nil
    if firstComment == nil, let above = found.last, above.isOptional, above.name == entry.nameText,
      above.lines.upperBound + 1 == entry.line
    {
      first = above.lines.lowerBound
      isDocumented = isDocumented || above.isDocumented
      found.removeLast()
    }
    found.append(
      DotenvSetting(
        name: entry.nameText, lines: first...entry.line, isOptional: false, key: entry.key, value: entry.rawValue,
        isDocumented: isDocumented))
  }
}
