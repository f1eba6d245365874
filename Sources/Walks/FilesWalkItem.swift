package import Vocabulary

/// One file that a walk is to read.
package struct FilesWalkItem: Sendable {
  /// What reports call it.
  package let path: RepositoryPath
  /// Where it is: absolute, or from the current folder.
  package let location: [UInt8]
  package let configuration: ScanConfiguration
  /// Whether a symbolic link stands for what it leads to; otherwise the text of its target is its content, as in git.
  package let followsLinks: Bool

  package init(
    path: RepositoryPath, location: [UInt8], configuration: ScanConfiguration, followsLinks: Bool = false
  ) {
    self.path = path
    self.location = location
    self.configuration = configuration
    self.followsLinks = followsLinks
  }
}
