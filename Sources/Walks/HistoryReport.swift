internal import Lineage
internal import Packs
internal import Scanning
internal import Suppression
internal import Vocabulary

/// Makes a verdict of what was seen in a store and where that is in the history.
struct HistoryReport {
  private let texts: HistoryTexts
  private let lineage: Lineage
  private let traced: LineageResult
  private var record: HistoryRecord
  private let includesUnreachable: Bool
  private let configurations: HistoryConfigurations

  private var ledger = SecretLedger()
  private var allowedLedger = SecretLedger()
  private var verdict = Verdict()

  init(
    texts: HistoryTexts, lineage: Lineage, traced: LineageResult, record: HistoryRecord, includesUnreachable: Bool,
    configurations: HistoryConfigurations
  ) {
    self.texts = texts
    self.lineage = lineage
    self.traced = traced
    self.record = record
    self.includesUnreachable = includesUnreachable
    self.configurations = configurations
  }

  consuming func make() throws -> Verdict {
    verdict.coverage = record.coverage
    for place in traced.places where texts.has(place.object) { try take(place) }
    for place in traced.directPlaces where texts.has(place.object) { try take(place) }
    if includesUnreachable {
      for object in traced.unreached where !texts.isMessage(object) { try takeDangling(object) }
    }
    for object in record.sightings.keys.sorted() where texts.isMessage(object) { try takeMessage(object) }
    for object in record.interesting where texts.isMessage(object) && isLookedAt(message: object) {
      complain(object, at: texts.messagePath(object))
    }
    verdict.findings = try findings(ledger).map(\.finding)
    verdict.allowed = try findings(allowedLedger).compactMap { entry in
      entry.allowance.map { AllowedFinding(finding: entry.finding, allowance: $0) }
    }
    verdict.findings.sort()
    return verdict
  }

  // MARK: Places

  private mutating func take(_ place: LineageResult.Place) throws {
    try take(
      place.object, at: texts.path(place.path, of: place.object), kind: .file, order: place.order,
      origin: place.commit)
  }

  private mutating func take(_ place: LineageResult.DirectPlace) throws {
    guard !texts.isMessage(place.object) else { return }
    try take(
      place.object, at: texts.path(place.path, of: place.object), kind: .file, order: lineage.graph.commits.count,
      origin: place.tag)
  }

  private mutating func takeDangling(_ object: Int) throws {
    try take(
      object, at: texts.path(RepositoryPath(bytes: []), of: object), kind: .file,
      order: lineage.graph.commits.count, origin: nil)
  }

  private mutating func takeMessage(_ object: Int) throws {
    guard isLookedAt(message: object) else { return }
    let order = lineage.graph.place(of: object) ?? lineage.graph.commits.count
    try take(object, at: texts.messagePath(object), kind: texts.kind(object), order: order, origin: object)
  }

  private func isLookedAt(message object: Int) -> Bool {
    includesUnreachable || reach(of: object) != .nothing
  }

  /// The strongest of what leads to a commit or tag.
  private func reach(of origin: Int) -> Trace.Reach {
    texts.isTag(origin) ? lineage.reach(ofTag: origin) : lineage.reach(ofCommit: origin)
  }

  private mutating func take(
    _ object: Int, at path: RepositoryPath, kind: Provenance.Kind, order: Int, origin: Int?
  ) throws {
    if kind == .file { complain(object, at: path) }
    guard let sightings = record.sightings[object] else { return }
    let place = try self.place(object, path, origin)
    // What is judged where it stands says what counts there; all sightings do elsewhere.
    func add(_ uses: [SecretUse: Int], to ledger: inout SecretLedger) {
      for (use, count) in uses {
        let occurrence = SecretLedger.Occurrence(
          order: order, origin: origin, object: object, path: path, kind: kind, count: count, isAlone: use.isAlone)
        ledger.add(occurrence, of: record.number(of: use.accompanied))
      }
    }
    switch try counted(place) {
    case .all:
      let seen = sightings.map { (record.uses[$0.use], $0.count) }
      add(Dictionary(seen, uniquingKeysWith: +), to: &ledger)
    case .some(let reported, let allowed):
      add(reported, to: &ledger)
      add(allowed, to: &allowedLedger)
    case .none: break
    }
  }

  private enum Counted {
    case all
    case some(reported: [SecretUse: Int], allowed: [SecretUse: Int])
    /// The configuration leaves the path out.
    case none
  }

  /// A text at a path, with the commit where a `.gitleaksignore` has something to say about it.
  private func place(_ object: Int, _ path: RepositoryPath, _ origin: Int?) throws -> HistoryTexts.Place {
    let judged = try origin.map { try configurations.judges(texts.id($0), at: path) } ?? false
    return HistoryTexts.Place(object: object, path: path, origin: judged ? origin : nil)
  }

  private var counts: [HistoryTexts.Place: Counted] = [:]
  private var looked: Set<HistoryTexts.Place> = []

  private mutating func counted(_ place: HistoryTexts.Place) throws -> Counted {
    if let known = counts[place] { return known }
    let isFirst = looked.insert(HistoryTexts.Place(object: place.object, path: place.path)).inserted
    let counted = try judge(place, isFirst: isFirst)
    if case .none = counted, isFirst { verdict.coverage.excluded += 1 }
    counts[place] = counted
    return counted
  }

  /// - Parameter isFirst: whether the text was not judged for another commit, so that its notices are told once.
  private mutating func judge(_ place: HistoryTexts.Place, isFirst: Bool) throws -> Counted {
    if try configurations.excludes(place.path) { return .none }
    guard try record.needPlace.contains(place.object) || !configurations.isCommon(place.path) else { return .all }
    let (result, judgements) = try texts.scan(place, configurations)
    tell(result.dropped, of: place)
    // Nobody has told yet what could not be looked at in an archive.
    if record.takeLeft(place.object) {
      verdict.incidents += result.incidents
      verdict.coverage.add(result.coverage)
    }
    var (reported, allowed): ([SecretUse: Int], [SecretUse: Int]) = ([:], [:])
    for judgement in judgements {
      if isFirst { verdict.notices += judgement.notices }
      // What is about the path of a file alone is told by HistoryPathFindings.
      func isTold(_ finding: Finding) -> Bool { finding.isAboutPath && finding.provenance.path == place.path }
      for finding in judgement.findings where !isTold(finding) { reported[SecretUse(finding), default: 0] += 1 }
      for finding in judgement.allowed.map(\.finding) where !isTold(finding) {
        allowed[SecretUse(finding), default: 0] += 1
      }
    }
    return .some(reported: reported, allowed: allowed)
  }

  private var told: Set<DroppedMatch> = []

  /// What many versions of a file have on the same line is told once.
  private mutating func tell(_ dropped: [DroppedMatch], of place: HistoryTexts.Place) {
    for match in dropped {
      let match = texts.isMessage(place.object) ? match.ofMessage(texts.id(place.object)) : match
      if told.insert(match).inserted { verdict.dropped.append(match) }
    }
  }

  // MARK: Findings

  private struct Entry {
    let finding: Finding
    let allowance: String?
  }

  /// One finding for each secret, shown where it came in.
  private func findings(_ ledger: SecretLedger) throws -> [Entry] {
    let references = HistoryReferences(ledger, lineage, traced, texts)
    var samples: [HistoryTexts.Place: [(use: Int, first: SecretLedger.Occurrence)]] = [:]
    for (use, occurrences) in ledger.occurrences {
      guard let first = occurrences.min(by: SecretLedger.precedes) else { continue }
      samples[try place(first.object, first.path, first.origin), default: []].append((use, first))
    }
    var entries: [Entry] = []
    for (place, uses) in samples {
      let shown = try shown(at: place)
      for (use, first) in uses {
        guard var entry = shown[record.uses[use]] else { continue }
        let occurrences = ledger.occurrences[use] ?? []
        var finding = entry.finding
        // In an archive it has a path of its own.
        finding.provenance = provenance(first).at(entry.finding.provenance.path)
        finding.occurrences = SecretLedger.count(occurrences)
        finding.trace = trace(occurrences, first, references.names(of: use))
        entry = Entry(finding: finding, allowance: entry.allowance)
        entries.append(entry)
      }
    }
    return entries.sorted { $0.finding < $1.finding }
  }

  /// The first finding of each secret in a text.
  private func shown(at place: HistoryTexts.Place) throws -> [SecretUse: Entry] {
    var shown: [SecretUse: Entry] = [:]
    func show(_ entry: Entry) {
      let use = SecretUse(entry.finding).accompanied
      let known = shown[use]
      if known == nil || known?.finding.isAlone == true && !entry.finding.isAlone { shown[use] = entry }
    }
    for judgement in try texts.judgements(of: place, configurations) {
      for finding in judgement.findings { show(Entry(finding: finding, allowance: nil)) }
      for allowed in judgement.allowed { show(Entry(finding: allowed.finding, allowance: allowed.allowance)) }
    }
    return shown
  }

  private func provenance(_ occurrence: SecretLedger.Occurrence) -> Provenance {
    Provenance(
      path: occurrence.path, blob: occurrence.kind == .file ? texts.id(occurrence.object) : nil,
      kind: occurrence.kind, origin: occurrence.origin.map(texts.origin))
  }

  private func trace(
    _ occurrences: [SecretLedger.Occurrence], _ first: SecretLedger.Occurrence, _ references: [String]
  ) -> Trace {
    let files = occurrences.filter { $0.kind == .file }
    let head = traced.headObjects
    let reaches = Set(occurrences.map(reach))
    return Trace(
      paths: Set(files.map(\.path)).sorted(),
      isInHead: files.isEmpty ? nil : head.map { head in files.contains { head.contains($0.object) } },
      references: references, reach: Trace.Reach.allCases.first(where: reaches.contains) ?? .nothing,
      order: first.order)
  }

  private func reach(_ occurrence: SecretLedger.Occurrence) -> Trace.Reach {
    if let origin = occurrence.origin { return reach(of: origin) }
    let reaches = Set(traced.directPlaces.filter { $0.object == occurrence.object }.map(\.tip.reach))
    return Trace.Reach.allCases.first(where: reaches.contains) ?? .nothing
  }

  // MARK: Incidents

  private mutating func complain(_ object: Int, at path: RepositoryPath) {
    let subject = "\(path) (\(texts.id(object)))"
    if let reasons = record.complaints[object] {
      verdict.incidents += reasons.map { Incident(complaint: $0, about: subject) }
    }
    if let size = record.oversize[object] {
      verdict.incidents.append(
        Incident(
          kind: .oversize, subject: subject, reason: "it has \(size) bytes, over the limit",
          hint: "raise the limit with --size-limit, or accept the gap with --tolerate oversize"))
    }
    if let failure = record.failures[object] {
      verdict.incidents.append(
        Incident(kind: .unreadable, subject: subject, reason: failure, hint: "look for damage: git fsck"))
    }
    // Once is enough, at however many places it is.
    record.forgetGaps(of: object)
  }
}
