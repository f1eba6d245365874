package import Vocabulary

/// How much of a repository a scan saw, which is what an entry of a baseline can be held against.
package enum BaselineSight {
  /// Every file of one state: the working tree, or a commit. What a state that is not the current one lacks is no news.
  case files(isCurrent: Bool)
  /// Some files of the working tree; the question tells whether there is no file at a path any more.
  case someFiles(isGone: (RepositoryPath) -> Bool)
  /// Commits. Paths change over the years, so an entry covers its secret wherever it was.
  case commits
  /// Everything that the history holds.
  case history
}
