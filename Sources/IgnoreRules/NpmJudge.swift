/// Goes down the folders of a package to one file, as npm does when it packs.
///
/// In every folder the rules of all folders above are asked first, with the path from each; what they leave out, the folder's own
/// rules can take in again only if the folder is published itself.
struct NpmJudge {
  private var folders: [NpmFolder]

  init(_ root: NpmFolder) { folders = [root] }

  /// Why a folder is not gone into; nil if it is.
  func leftOut(folder name: [UInt32]) -> PackageDecision? {
    let answer = ask(folders.count - 1, [name], isFolder: true, name: nil)
    return answer.isIncluded ? nil : answer.decision ?? .notInFiles
  }

  mutating func enter(_ name: [UInt32], _ rules: [NpmRule]) {
    let level = folders.count - 1
    let isExact =
      ask(level, [name], isFolder: false, name: nil).isIncluded
      || ask(level, [name, []], isFolder: false, name: nil).isIncluded
    folders.append(NpmFolder(name: name, rules: rules, isExact: isExact))
  }

  func verdict(file name: [UInt32]) -> PackageVerdict {
    let answer = ask(folders.count - 1, [name], isFolder: false, name: nil)
    return answer.isIncluded ? .published(answer.decision) : .leftOut(answer.decision ?? .notInFiles)
  }

  private struct Answer {
    var isIncluded = true
    var decision: PackageDecision?
  }

  /// - Parameters:
  ///   - path: from the folder of this level.
  ///   - name: the path's own name, where the question comes from a folder below.
  private func ask(_ level: Int, _ path: [[UInt32]], isFolder: Bool, name: [UInt32]?) -> Answer {
    var answer = Answer()
    if level > 0 {
      answer = ask(level - 1, [folders[level].name] + path, isFolder: isFolder, name: name ?? path[0])
      if !answer.isIncluded, !folders[level].isExact { return answer }
    }
    for rule in folders[level].rules where rule.isNegated != answer.isIncluded {
      if matches(rule, path, isFolder: isFolder, name: name) {
        answer = Answer(isIncluded: rule.isNegated, decision: rule.source)
      }
    }
    return answer
  }

  private func matches(_ rule: NpmRule, _ path: [[UInt32]], isFolder: Bool, name: [UInt32]?) -> Bool {
    if rule.matches([[]] + path) || rule.matches(path) { return true }
    guard isFolder else { return false }
    return matchesFolder(rule, path) || (name.map { rule.isForNames && matchesFolder(rule, [$0]) } ?? false)
  }

  private func matchesFolder(_ rule: NpmRule, _ path: [[UInt32]]) -> Bool {
    if rule.matches([[]] + path + [[]]) || rule.matches(path + [[]]) { return true }
    return rule.isNegated && (rule.matches([[]] + path, isPartial: true) || rule.matches(path, isPartial: true))
  }
}
