internal import Packs
internal import Scanning
internal import Suppression
internal import Vocabulary

/// What a history scan can say that was ended before it knew where in the history things are: what was found, by the names of
/// the objects that hold it.
struct UnplacedHistory {
  private let texts: HistoryTexts
  private let record: HistoryRecord
  private let configurations: HistoryConfigurations

  init(_ texts: HistoryTexts, _ record: HistoryRecord, _ configurations: HistoryConfigurations) {
    self.texts = texts
    self.record = record
    self.configurations = configurations
  }

  func verdict() throws -> Verdict {
    var verdict = Verdict(coverage: record.coverage)
    verdict.isInterrupted = true
    var counts: [SecretUse: Int] = [:]
    var findings: [SecretUse: Finding] = [:]
    for (object, sightings) in record.sightings.sorted(by: { $0.key < $1.key }) {
      for sighting in sightings { counts[record.uses[sighting.use].accompanied, default: 0] += sighting.count }
      // Of the texts that hold the same secrets one is enough.
      guard sightings.contains(where: { isWanted(record.uses[$0.use], findings) }) else { continue }
      let path = texts.isMessage(object) ? texts.messagePath(object) : RepositoryPath(texts.id(object).description)
      let place = HistoryTexts.Place(object: object, path: path)
      for judgement in try texts.judgements(of: place, configurations) {
        for finding in judgement.findings {
          let use = SecretUse(finding).accompanied
          let known = findings[use]
          if known == nil || known?.isAlone == true && !finding.isAlone { findings[use] = finding }
        }
      }
    }
    verdict.findings = findings.map { use, finding in
      var finding = finding
      finding.occurrences = counts[use] ?? 1
      return finding
    }.sorted()
    return verdict
  }

  /// Whether a text with this would tell more than is known of it.
  private func isWanted(_ use: SecretUse, _ findings: [SecretUse: Finding]) -> Bool {
    guard let known = findings[use.accompanied] else { return true }
    return known.isAlone && !use.isAlone
  }
}
