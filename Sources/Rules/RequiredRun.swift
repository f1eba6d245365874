/// A run of bytes of one kind that stands in every match of an expression: where there is none, the expression need not be
/// asked. Most keywords stand in text that holds no run as long as a secret.
package struct RequiredRun: Sendable, Equatable {
  package let alphabet: Alphabet
  package let length: Int

  /// From the narrowest to the widest.
  package enum Alphabet: UInt8, Sendable, CaseIterable {
    /// Digits of base 16.
    case hexadecimal
    case alphanumeric
    /// Letters, digits, `_` and `-`, which are the digits of base64url too.
    case name
    /// The same and what else stands in base64 and in most tokens: `+`, `/`, `=`, `.`, `~`, `:`, `%`.
    case token

    fileprivate var bytes: ByteSet {
      switch self {
      case .hexadecimal: ByteSet.digits.union(ByteSet(65...70)).union(ByteSet(97...102))
      case .alphanumeric: .alphanumerics
      case .name: .alphanumerics.union(ByteSet("_-".utf8))
      case .token: .alphanumerics.union(ByteSet("_-+/=.~:%".utf8))
      }
    }

    /// How rarely a byte of a text goes on with such a run, for comparing runs of different kinds.
    fileprivate var weight: Int {
      switch self {
      case .hexadecimal: 10
      case .alphanumeric: 3
      case .name: 2
      case .token: 1
      }
    }
  }

  /// A shorter one stands nearly everywhere.
  private static let shortest = 10
  /// Longer ones are not told apart.
  private static let longest = 120

  /// - Returns: `nil` when no run that is worth a look stands in every match, or the expression is not understood.
  package init?(in pattern: String) { self.init(in: pattern, shortest: RequiredRun.shortest) }

  init?(in pattern: String, shortest: Int) {
    guard let node = PatternReader.node(of: pattern) else { return nil }
    let runs = Alphabet.allCases.map { alphabet in
      RequiredRun(alphabet: alphabet, length: min(RequiredRun.longest, Run(node, alphabet.bytes).longest))
    }
    guard let best = runs.filter({ $0.length >= shortest }).max(by: { $0.weight < $1.weight }) else {
      return nil
    }
    self = best
  }

  package init(alphabet: Alphabet, length: Int) {
    self.alphabet = alphabet
    self.length = length
  }

  private var weight: Int { alphabet.weight * length }

  /// Whether such a run stands in `range` of a text.
  package func stands(in text: borrowing RawSpan, _ range: Range<Int>) -> Bool {
    let mask = UInt8(1) << alphabet.rawValue
    let alphabets = RequiredRun.alphabets
    return unsafe text.withUnsafeBytes { bytes in
      // Every byte up to here is known to belong to a run that begins there.
      var start = range.lowerBound
      var known = start
      while start + length <= range.upperBound {
        // From the end of where a run would be back to what is known: the first other byte ends all runs before it.
        var place = start + length - 1
        while place >= known, unsafe alphabets[Int(bytes[place])] & mask != 0 { place -= 1 }
        if place < known { return true }
        known = start + length
        start = place + 1
      }
      return false
    }
  }

  /// For each byte, a bit for every alphabet that holds it.
  private static let alphabets: [UInt8] = (0...255).map { byte in
    Alphabet.allCases.reduce(0) { bits, alphabet in
      alphabet.bytes.contains(UInt8(byte)) ? bits | 1 << alphabet.rawValue : bits
    }
  }
}

/// What of a part of an expression is sure to be bytes of a set.
private struct Run {
  /// How many bytes it matches at least.
  private var least = 0
  /// Whether it matches no other bytes.
  private var isPure = true
  /// How many bytes of the set it begins and ends with, and how many stand in a row somewhere.
  private var beginning = 0
  private var ending = 0
  private(set) var longest = 0

  /// Enough for every run that is asked for, and no sum of them overflows.
  private static let most = 1 << 20

  init(_ node: PatternNode, _ set: ByteSet) {
    switch node {
    case .byte(let bytes):
      least = 1
      isPure = bytes.isSubset(of: set)
      if isPure { (beginning, ending, longest) = (1, 1, 1) }
    case .nothing, .lookAround: break
    case .bytes, .reference: isPure = false
    case .sequence(let parts):
      for part in parts { append(Run(part, set)) }
    case .alternation(let branches):
      let runs = branches.map { Run($0, set) }
      guard let first = runs.first else { return }
      self = runs.dropFirst().reduce(first) { $0.either($1) }
    case .repeated(let part, let least, _): self = Run(part, set).repeated(least)
    }
  }

  private init(least: Int, isPure: Bool, beginning: Int, ending: Int, longest: Int) {
    self.least = min(least, Run.most)
    self.isPure = isPure
    self.beginning = min(beginning, Run.most)
    self.ending = min(ending, Run.most)
    self.longest = min(longest, Run.most)
  }

  private mutating func append(_ next: Run) {
    self = Run(
      least: least + next.least, isPure: isPure && next.isPure,
      beginning: isPure ? least + next.beginning : beginning,
      ending: next.isPure ? ending + next.least : next.ending,
      longest: max(longest, next.longest, ending + next.beginning))
  }

  private func either(_ other: Run) -> Run {
    Run(
      least: min(least, other.least), isPure: isPure && other.isPure, beginning: min(beginning, other.beginning),
      ending: min(ending, other.ending), longest: min(longest, other.longest))
  }

  private func repeated(_ count: Int) -> Run {
    guard count > 0 else { return Run(least: 0, isPure: isPure, beginning: 0, ending: 0, longest: 0) }
    if isPure {
      let length = min(count, Run.most) * least
      return Run(least: length, isPure: true, beginning: length, ending: length, longest: length)
    }
    let joined = count > 1 ? ending + beginning : 0
    return Run(
      least: min(count, Run.most) * least, isPure: false, beginning: beginning, ending: ending,
      longest: max(longest, joined))
  }
}
