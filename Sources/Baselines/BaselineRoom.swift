internal import Vocabulary

/// How many more places of one secret a baseline has room for, path by path.
struct BaselineRoom {
  private struct Allowance {
    let path: RepositoryPath
    let line: Int
    var count: Int
  }

  /// In the order of the file's lines.
  private var allowances: [Allowance] = []

  mutating func add(_ count: Int, at path: RepositoryPath, line: Int) {
    if let place = allowances.firstIndex(where: { $0.path == path }) {
      guard allowances[place].count < count else { return }
      allowances[place] = Allowance(path: path, line: line, count: count)
    } else {
      allowances.append(Allowance(path: path, line: line, count: count))
    }
  }

  /// Takes one place at a path; answers the line that allows it.
  mutating func take(at path: RepositoryPath) -> Int? { take { $0 == path } }

  /// Takes one place that is left at a path of which `isVacant` holds.
  mutating func takeVacant(_ isVacant: (RepositoryPath) -> Bool) -> Int? { take(isVacant) }

  private mutating func take(_ condition: (RepositoryPath) -> Bool) -> Int? {
    guard let place = allowances.firstIndex(where: { $0.count > 0 && condition($0.path) }) else { return nil }
    allowances[place].count -= 1
    return allowances[place].line
  }
}
