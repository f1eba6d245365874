internal import Vocabulary

/// The configurations of a history: the one of the repository as a whole, and those that hold for some paths.
final class HistoryConfigurations {
  private let common: ScanConfiguration
  private let hasOthers: Bool
  private let configuration: (RepositoryPath) throws -> ScanConfiguration
  private var examiners: [ObjectIdentifier: Examiner] = [:]

  /// - Parameters:
  ///   - hasOthers: whether the texts were scanned with what any configuration may report.
  ///   - configuration: what decides about what stands at a path.
  init(
    common: ScanConfiguration, hasOthers: Bool, configuration: @escaping (RepositoryPath) throws -> ScanConfiguration
  ) {
    self.common = common
    self.hasOthers = hasOthers
    self.configuration = configuration
  }

  /// Whether what is found in a text without regard to its path is what is found at this one.
  func isCommon(_ path: RepositoryPath) throws -> Bool {
    try !hasOthers && !common.judgesPlaces && configuration(path) === common
  }

  /// Whether archives are opened, which goes for all paths or none.
  var opensArchives: Bool { common.archives != nil }

  /// Whether the commit or tag that brought something in may change what is allowed at a path.
  func judges(_ commit: ObjectID, at path: RepositoryPath) throws -> Bool {
    try configuration(path).judgesCommit(commit)
  }

  func examiner(_ path: RepositoryPath) throws -> Examiner {
    let configuration = try configuration(path)
    let key = ObjectIdentifier(configuration)
    let examiner = try examiners[key] ?? configuration.examiner()
    examiners[key] = examiner
    return examiner
  }

  func excludes(_ path: RepositoryPath) throws -> Bool {
    guard try configuration(path).judgesPaths else { return false }
    return try examiner(path).excludes(path)
  }
}
