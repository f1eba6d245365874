internal import Git
internal import Vocabulary

/// One blob of a tree, with every path at which it stands.
struct TreeWalkItem: Sendable {
  struct Place: Sendable {
    let path: RepositoryPath
    let configuration: ScanConfiguration
  }

  let blob: ObjectID
  /// Sorted by path; at least one.
  private(set) var places: [Place]

  /// The distinct blobs of a tree, in the order of their first paths.
  ///
  /// - Parameter configuration: what decides about a path; called for each in sorted order.
  static func all(
    of contents: TreeContents, configuration: (RepositoryPath) throws -> ScanConfiguration
  ) rethrows -> [TreeWalkItem] {
    var items: [TreeWalkItem] = []
    var known: [ObjectID: Int] = [:]
    items.reserveCapacity(contents.blobs.count)
    known.reserveCapacity(contents.blobs.count)
    for entry in contents.blobs {
      let place = Place(path: entry.path, configuration: try configuration(entry.path))
      if let index = known[entry.blob] {
        items[index].places.append(place)
      } else {
        known[entry.blob] = items.count
        items.append(TreeWalkItem(blob: entry.blob, places: [place]))
      }
    }
    return items
  }
}
