/// Puts new settings into a file.
extension DotenvDocument {
  /// The document with another setting, and its comments above it.
  ///
  /// - Parameter dialects: the readers that all have to take its value for what it is; without it the document's own.
  package func inserting(
    _ draft: DotenvDraft, _ placement: DotenvPlacement, in dialects: [DotenvDialect]? = nil
  ) throws(DotenvEditError) -> DotenvDocument {
    let name = Array(draft.name.utf8)
    guard name.first?.beginsName ?? false, name.allSatisfy(\.continuesName) else {
      throw editError(.invalidName, draft.name)
    }
    let isTaken = settings.contains { $0.name == draft.name && (!$0.isOptional || draft.isOptional) }
    if isTaken { throw editError(.nameTaken, draft.name) }
    let place = try place(of: draft, placement)
    let text = try text(of: draft, at: place, in: dialects ?? [dialect])
    let changed = replacing(place.offset..<place.offset, with: text)
    try check(changed, draft)
    return changed
  }

  private func text(
    of draft: DotenvDraft, at place: InsertionPlace, in dialects: [DotenvDialect]
  ) throws(DotenvEditError) -> [UInt8] {
    let start = Array("\(draft.name)=".utf8)
    let trial = SpellingTrial(before: start, behind: [], lineEnd: place.lineEnd, name: Array(draft.name.utf8))
    let spelling = try spelling(of: draft.value, trial, in: dialects, draft.name)
    let mark: [UInt8] = draft.isOptional ? [.hash, .space] : []
    if draft.isOptional, spelling.contains(.newline) { throw editError(.notCarried(dialects), draft.name) }
    var text: [UInt8] = place.needsLineEnd ? place.lineEnd : []
    if place.isSpacedBefore { text += place.lineEnd }
    for line in draft.commentLines + [mark + start + spelling] { text += line + place.lineEnd }
    if place.isSpacedBehind { text += place.lineEnd }
    return text
  }

  /// Nothing else may have changed, and the new setting has to be there with all of its comments.
  private func check(_ changed: DotenvDocument, _ draft: DotenvDraft) throws(DotenvEditError) {
    let others = changed.entries.filter { $0.nameText != draft.name || draft.isOptional }
    let old = entries.filter { $0.nameText != draft.name || draft.isOptional }
    guard others.count == old.count, zip(old, others).allSatisfy({ isSame($0, $1, in: changed) }) else {
      throw editError(.changesOthers, draft.name)
    }
    guard changed.optionalSettings.count == optionalSettings.count + (draft.isOptional ? 1 : 0) else {
      throw editError(.commentIsSetting, draft.name)
    }
    let isThere =
      draft.isOptional
      ? changed.settings.contains { $0.isOptional && $0.name == draft.name }
      : changed.entry(named: draft.name)?.value == draft.value && changed.entries.count == entries.count + 1
    guard isThere else { throw editError(.changesOthers, draft.name) }
  }

  // MARK: Places

  private func place(of draft: DotenvDraft, _ placement: DotenvPlacement) throws(DotenvEditError) -> InsertionPlace {
    switch placement {
    case .atEnd: return InsertionPlace(atEndOf: self, draft)
    case .after(let name):
      guard let anchor = settings.last(where: { $0.name == name }) else { throw editError(.noSuchName, name) }
      return InsertionPlace(behind: anchor, in: self, draft)
    case .inGroup: return placeInGroup(of: draft)
    }
  }

  private func placeInGroup(of draft: DotenvDraft) -> InsertionPlace {
    let all = settings
    let prefix = draft.name.prefix { $0 != "_" }
    var group = all.filter { $0.name.prefix { $0 != "_" } == prefix }
    // A file in alphabetical order is one group.
    if group.isEmpty, all.count > 2, DotenvSetting.areOrdered(all) { group = all }
    guard let first = group.first, let last = group.last else { return InsertionPlace(atEndOf: self, draft) }
    guard DotenvSetting.areOrdered(group) else { return InsertionPlace(behind: last, in: self, draft) }
    guard let anchor = group.last(where: { $0.name < draft.name }) else {
      return InsertionPlace(before: first, in: self, draft)
    }
    return InsertionPlace(behind: anchor, in: self, draft)
  }
}
