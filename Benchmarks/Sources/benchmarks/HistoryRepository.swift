import Foundation

/// The repository whose history is read.
///
/// One that is given is read where it lies, and nothing is written there: a clone has only what branches and tags reach, and
/// `git cat-file --batch-all-objects` would unpack what its alternates hold besides.
struct HistoryRepository {
  let folder: String

  /// The repository given, or a history made on top of the commit in another.
  init(given: String?, orOnTopOf base: BenchmarkRepository?, in scratch: URL) throws {
    switch (given, base) {
    case (let given?, _): folder = given
    case (nil, let base?): folder = try HistoryRepository.make(onTopOf: base, in: scratch)
    case (nil, nil): throw BenchmarkError("there is no repository whose history could be read")
    }
  }

  func objectCount() throws -> Int {
    // Counted by wc: a list read into this program would show in the peak memory of every process it starts.
    let count = try shell(
      "git cat-file --batch-all-objects --unordered --batch-check='%(objectname)' | wc -l", in: folder)
    guard let number = Int(count.filter { !$0.isWhitespace }), number > 0 else {
      throw BenchmarkError("\(folder) has no objects")
    }
    return number
  }

  private static func make(onTopOf base: BenchmarkRepository, in scratch: URL) throws -> String {
    let folder = scratch.appending(path: "history").path
    let stream = scratch.appending(path: "stream")
    try base.restore()
    try SyntheticHistory(of: base.folder).write(to: stream)
    try shell(
      """
      git clone --quiet --bare '\(base.folder)' '\(folder)'
      cd '\(folder)'
      git -c fastimport.unpackLimit=0 fast-import --quiet <'\(stream.path)'
      rm '\(stream.path)'
      git repack -adqf
      """, in: scratch.path)
    return folder
  }
}
