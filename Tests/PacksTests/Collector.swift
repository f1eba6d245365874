import Synchronization
import Vocabulary

@testable import Packs

/// Keeps everything that it is shown, and checks the copies against the bytes of the base.
struct Collector: ObjectVisitor {
  struct Visit: Hashable {
    let object: Int
    let isRepeated: Bool
    let bytes: [UInt8]
    let base: [UInt8]?
    let copies: [CopiedRange]
  }

  var visits: [Visit] = []
  var passed: [Int: Int] = [:]
  var failed: [Int] = []
  var errors: [Int: PackError] = [:]
  /// What is wrong with the copies that were told.
  var wrongCopies: [String] = []

  mutating func visit(
    _ object: Int, isRepeated: Bool, bytes: borrowing RawSpan, base: [UInt8]?, copies: [CopiedRange]
  ) -> [UInt8] {
    let bytes = unsafe bytes.withUnsafeBytes { unsafe Array($0) }
    check(copies, bytes, base, object)
    visits.append(Visit(object: object, isRepeated: isRepeated, bytes: bytes, base: base, copies: copies))
    return bytes
  }

  mutating func pass(_ object: Int, size: Int) { passed[object] = size }

  mutating func fail(_ object: Int, _ error: PackError) {
    failed.append(object)
    errors[object] = error
  }

  private mutating func check(_ copies: [CopiedRange], _ bytes: [UInt8], _ base: [UInt8]?, _ object: Int) {
    guard let base else {
      if !copies.isEmpty { wrongCopies.append("\(object) has copies and no base") }
      return
    }
    var end = 0
    for (position, copy) in copies.enumerated() {
      let fits = copy.target >= end && copy.count > 0 && copy.target + copy.count <= bytes.count
      guard fits, copy.source >= 0, copy.source + copy.count <= base.count,
        bytes[copy.target..<(copy.target + copy.count)] == base[copy.source..<(copy.source + copy.count)]
      else {
        wrongCopies.append("\(object): \(copy)")
        continue
      }
      if position > 0, copy.target == end, copies[position - 1].source + copies[position - 1].count == copy.source {
        wrongCopies.append("\(object): \(copy) continues the one before")
      }
      end = copy.target + copy.count
    }
  }
}

extension Collector {
  /// Everything that several workers saw, as one.
  static func collect(
    _ store: ObjectStore, _ kind: ObjectKind, workers: Int = 1, sizeLimit: Int = .max, share: (Int, Int) = (0, 1)
  ) async throws -> Collector {
    var all = Collector()
    for collector in try await store.visit(
      kind: kind, workers: workers, sizeLimit: sizeLimit, share: (index: share.0, count: share.1),
      makeVisitor: { Collector() })
    {
      all.visits += collector.visits
      all.passed.merge(collector.passed) { one, _ in one }
      all.failed += collector.failed
      all.errors.merge(collector.errors) { one, _ in one }
      all.wrongCopies += collector.wrongCopies
    }
    return all
  }
}
