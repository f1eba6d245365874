/// Changes that leave every other byte as it is, and are refused where the file would then be read in another way.
extension DotenvDocument {
  /// The document with another value for a setting.
  ///
  /// - Parameter dialects: the readers that all have to take the new value for what it is; without it the document's own.
  package func setting(
    _ name: String, to value: [UInt8], in dialects: [DotenvDialect]? = nil
  ) throws(DotenvEditError) -> DotenvDocument {
    guard let index = entries.lastIndex(where: { $0.name.elementsEqual(name.utf8) }) else {
      throw editError(.noSuchName, name)
    }
    let entry = entries[index]
    let line = lines[entry.line]
    let place = entry.rawValue ?? entry.key.upperBound..<entry.key.upperBound
    let sign: [UInt8] = entry.rawValue == nil ? [.equals] : []
    let trial = SpellingTrial(
      before: Array(bytes[line.range.lowerBound..<place.lowerBound]) + sign,
      behind: Array(bytes[place.upperBound..<max(place.upperBound, line.text.upperBound)]),
      lineEnd: lineEnd(of: line), name: entry.name)
    guard case .entries(let onLine) = line.kind, onLine.count == 1 else { throw editError(.sharedLine, name) }
    let spelling = try spelling(of: value, trial, in: dialects ?? [dialect], name)
    let changed = replacing(place, with: sign + spelling)
    guard changed.entries.count == entries.count, changed.entries[index].value == value,
      changed.entries.indices.allSatisfy({ $0 == index || isSame(entries[$0], changed.entries[$0], in: changed) })
    else { throw editError(.changesOthers, name) }
    return changed
  }

  /// The document without a setting, and without the comments above it.
  package func removing(_ name: String) throws(DotenvEditError) -> DotenvDocument {
    let gone = entries.indices.filter { entries[$0].name.elementsEqual(name.utf8) }
    guard !gone.isEmpty else { throw editError(.noSuchName, name) }
    var kept: [UInt8] = []
    var position = 0
    for index in gone {
      let entry = entries[index]
      guard case .entries(let onLine) = lines[entry.line].kind, onLine.count == 1 else {
        throw editError(.sharedLine, name)
      }
      kept += bytes[position..<lines[entry.comments.first ?? entry.line].range.lowerBound]
      position = lines[entry.line].range.upperBound
    }
    let changed = rewritten(kept + bytes[position...])
    let rest = entries.filter { !$0.name.elementsEqual(name.utf8) }
    guard changed.entries.count == rest.count,
      zip(rest, changed.entries).allSatisfy({ isSame($0, $1, in: changed) })
    else { throw editError(.changesOthers, name) }
    return changed
  }

  func editError(_ code: DotenvEditError.Code, _ name: String) -> DotenvEditError {
    DotenvEditError(code: code, file: file, name: name)
  }

  func rewritten(_ bytes: [UInt8]) -> DotenvDocument {
    DotenvDocument(bytes, file: file, dialect: dialect, environment: environment)
  }

  func replacing(_ range: Range<Int>, with new: [UInt8]) -> DotenvDocument {
    rewritten(bytes[..<range.lowerBound] + new + bytes[range.upperBound...])
  }

  /// Whether an entry is still written as it was; what its variables stand for may have changed.
  func isSame(_ old: DotenvEntry, _ new: DotenvEntry, in document: DotenvDocument) -> Bool {
    old.name == new.name && bytes[old.range] == document.bytes[new.range] && old.quote == new.quote
  }

  /// The line end of a line, or of the file's first line, or LF.
  func lineEnd(of line: DotenvLine?) -> [UInt8] {
    for line in [line, lines.first].compactMap(\.self) {
      let end = bytes[line.text.upperBound..<line.range.upperBound]
      if !end.isEmpty { return Array(end) }
    }
    return [.newline]
  }

  func spelling(
    of value: [UInt8], _ trial: SpellingTrial, in dialects: [DotenvDialect], _ name: String
  ) throws(DotenvEditError) -> [UInt8] {
    if let spelling = trial.spelling(of: value, in: dialects) { return spelling }
    let unable = trial.unable(toHold: value, among: dialects)
    throw editError(unable.isEmpty ? .noCommonSpelling(dialects) : .notCarried(unable), name)
  }
}
