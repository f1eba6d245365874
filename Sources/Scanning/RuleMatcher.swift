internal import Patterns
internal import Rules
internal import Vocabulary

/// Applies rules to a reading: the windows round keywords, the patterns in them, entropy and allowlists.
struct RuleMatcher: ~Copyable {
  private let ruleSet: RuleSet
  private let scratch: PatternScratch
  /// A scanner for each group that has keywords; in a class each, as an array cannot hold what cannot be copied.
  private let searches: [LiteralSearch?]

  private final class LiteralSearch {
    var scanner: LiteralScanner

    init(_ database: LiteralDatabase) throws(PatternError) { scanner = try LiteralScanner(database) }
  }

  init(_ ruleSet: RuleSet) throws(ScannerError) {
    let searches = try RuleMatcher.starting { () throws(PatternError) in
      var searches: [LiteralSearch?] = []
      for member in ruleSet.groups {
        guard let prefilter = member.group.prefilter else {
          searches.append(nil)
          continue
        }
        searches.append(try LiteralSearch(prefilter))
      }
      return searches
    }
    // Last, as a value that cannot be copied cannot be half initialised.
    scratch = try RuleMatcher.starting { () throws(PatternError) in try PatternScratch() }
    self.searches = searches
    self.ruleSet = ruleSet
  }

  private static func starting<Part: ~Copyable>(
    _ make: () throws(PatternError) -> Part
  ) throws(ScannerError) -> Part {
    do throws(PatternError) {
      return try make()
    } catch {
      throw ScannerError(cause: "\(error)")
    }
  }

  borrowing func excludes(_ path: RepositoryPath) -> Bool {
    for allowlist in ruleSet.allowlists {
      do throws(PatternError) {
        if try allowlist.allows(path: path, scratch: scratch) { return true }
      } catch {
        // Whether it is left out cannot be known, so it is looked at.
        continue
      }
    }
    return false
  }

  /// Every match whose conditions hold, rule by rule; what a limit cut short becomes an incident.
  borrowing func candidates(
    in reading: Reading, of provenance: Provenance, incidents: inout [Incident]
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    for (member, search) in zip(ruleSet.groups, searches) {
      do throws(PatternError) {
        let hits = try search?.scanner.hits(in: unsafe reading.bytes.span.bytes) ?? []
        let windows = MatchWindows(hits, in: member.group, length: reading.bytes.count)
        for index in windows.rules {
          let rule = member.group.rule(at: index)
          guard !member.disabled.contains(rule.summary.id) else { continue }
          guard !(reading.isBinary && rule.summary.confidence == .low) else { continue }
          try match(rule, windows.windows(of: index), reading, provenance, &candidates, &incidents)
        }
      } catch {
        incidents.append(RuleMatcher.incident(provenance, "the search for keywords stopped: \(error)"))
      }
    }
    return candidates
  }

  private borrowing func match(
    _ rule: Rule, _ windows: [Range<Int>], _ reading: Reading, _ provenance: Provenance,
    _ candidates: inout [Candidate], _ incidents: inout [Incident]
  ) throws(PatternError) {
    do throws(PatternError) {
      guard try pathMatches(rule, provenance.path) else { return }
      guard let pattern = try rule.pattern?.pattern() else {
        // Once for a blob, however many readings it has.
        guard reading.isFirst, try !allows(rule, RuleMatcher.pathSubject(provenance.path)) else { return }
        candidates.append(Candidate(rule: rule, match: 0..<0, secret: 0..<0, entropy: 0, visiblePrefix: 0))
        return
      }
      for window in windows {
        var rest = window
        while let match = try pattern.firstMatch(in: unsafe reading.bytes.span.bytes, window: rest, scratch: scratch) {
          if let candidate = try candidate(rule, match, reading, provenance.path) { candidates.append(candidate) }
          let next = max(match.range.upperBound, rest.lowerBound + 1)
          guard next < rest.upperBound else { break }
          rest = next..<rest.upperBound
        }
      }
    } catch {
      guard error.code == .limit else { throw error }
      incidents.append(RuleMatcher.incident(provenance, "the rule \(rule.summary.id) gave up: \(error)"))
    }
  }

  private static func incident(_ provenance: Provenance, _ reason: String) -> Incident {
    Incident(
      kind: .limits, subject: provenance.path.description, reason: reason,
      hint: "look at this file yourself, then accept the gap with --tolerate limits")
  }

  private borrowing func pathMatches(_ rule: Rule, _ path: RepositoryPath) throws(PatternError) -> Bool {
    guard let pattern = rule.pathPattern else { return true }
    return try pattern.pattern().matches(path.bytes, scratch: scratch)
  }

  /// A rule without an expression is about the path alone.
  private static func pathSubject(_ path: RepositoryPath) -> Allowlist.Subject {
    Allowlist.Subject(path: path, secret: path.bytes, match: path.bytes, line: path.bytes)
  }

  private borrowing func allows(_ rule: Rule, _ subject: Allowlist.Subject) throws(PatternError) -> Bool {
    for allowlist in rule.allowlists where try allowlist.allows(subject, scratch: scratch) { return true }
    for allowlist in ruleSet.allowlists where try allowlist.allows(subject, scratch: scratch) { return true }
    return false
  }

  private borrowing func candidate(
    _ rule: Rule, _ match: PatternMatch, _ reading: Reading, _ path: RepositoryPath
  ) throws(PatternError) -> Candidate? {
    var secret = RuleMatcher.secretRange(rule, match)
    while secret.count > 1, reading.bytes[secret.upperBound - 1] == 10 {
      secret = secret.lowerBound..<(secret.upperBound - 1)
    }
    guard !secret.isEmpty else { return nil }
    let value = reading.bytes[secret]
    let entropy = Entropy.shannon(value)
    if let threshold = rule.definition.entropy, entropy <= threshold { return nil }
    let subject = Allowlist.Subject(
      path: path, secret: Array(value), match: Array(reading.bytes[match.range]),
      line: Array(reading.bytes[RuleMatcher.lines(of: match.range, in: reading.bytes)]))
    guard try !allows(rule, subject) else { return nil }
    return Candidate(
      rule: rule, match: match.range, secret: secret, entropy: entropy,
      visiblePrefix: RuleMatcher.visiblePrefix(rule, value))
  }

  /// The group the rule names; without one the first group that matched something, else the whole match.
  private static func secretRange(_ rule: Rule, _ match: PatternMatch) -> Range<Int> {
    if let group = rule.definition.secretGroup { return match.group(group) ?? match.range }
    return match.groups.dropFirst().lazy.compactMap { $0 }.first { !$0.isEmpty } ?? match.range
  }

  private static func lines(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? 0
    let end = bytes[max(range.lowerBound, range.upperBound)...].firstIndex(of: 10) ?? bytes.count
    return start..<end
  }

  /// The length of the line `-----BEGIN …-----` (RFC 7468) that a key in text form begins with, which says what it is.
  private static func armorHeader(of secret: ArraySlice<UInt8>) -> Int? {
    let dashes = Array("-----".utf8)
    guard secret.starts(with: Array("-----BEGIN ".utf8)) else { return nil }
    let label = secret.dropFirst(dashes.count).prefix(64)
    guard let end = label.indices.first(where: { label[$0...].starts(with: dashes) }) else { return nil }
    return end + dashes.count - secret.startIndex
  }

  /// A keyword at the beginning of a secret that is known by its shape is its kind's public prefix, and no secret.
  private static func visiblePrefix(_ rule: Rule, _ secret: ArraySlice<UInt8>) -> Int {
    guard rule.summary.confidence == .high else { return 0 }
    if let header = armorHeader(of: secret) { return header }
    let beginning = String(decoding: secret.prefix(32), as: UTF8.self).lowercased()
    let length = rule.definition.keywords.filter { beginning.hasPrefix($0) }.map(\.utf8.count).max() ?? 0
    return length * 3 <= secret.count ? length : 0
  }
}
