internal import Glibc
internal import Suppression
internal import Vocabulary

/// The secrets of a repository that somebody has accepted, as a file that people read, review and merge.
///
/// The first line names the format and another the salt of short digests; every other line is an entry or begins with `#`.
/// Lines may stand in any order, since a merge by lines leaves them so, and an entry may stand there twice.
package struct Baseline: Sendable {
  /// What errors and reports call the file.
  package let file: String
  package let bytes: [UInt8]
  let lines: [BaselineLine]
  /// More than one where two branches each made a baseline and were merged.
  let salts: [FingerprintKey]

  static let title = "stanch-baseline 1"
  static let saltLength = 16
  /// Few lines are shorter.
  private static let shortLine = 32

  package init(_ bytes: [UInt8], file: String) throws(BaselineError) {
    guard bytes.count <= BaselineLine.longestFile else {
      throw BaselineError(file, "it has more than \(BaselineLine.longestFile) bytes", hint: "prune it, or make it anew")
    }
    self.file = file
    self.bytes = bytes
    var lines: [BaselineLine] = []
    // Pages that are not needed are never touched.
    lines.reserveCapacity(bytes.count / Baseline.shortLine)
    var salts: [FingerprintKey] = []
    let span = bytes.span
    var start = 0
    var number = 0
    while start < span.count {
      let end = Baseline.lineEnd(bytes, from: start)
      number += 1
      let range = BaselineWords(start..<end).rest(span)
      start = end + 1
      if number == 1 { try Baseline.checkTitle(range.map { bytes[$0] } ?? [], file) }
      guard let range, span[range.lowerBound] != UInt8(ascii: "#") else { continue }
      // No entry begins like the title and a salt do.
      if span[range.lowerBound] == UInt8(ascii: "s") {
        if Baseline.isTitle(bytes[range]) { continue }
        if bytes[range].starts(with: "salt ".utf8) {
          salts.append(try Baseline.salt(bytes[range].dropFirst(5), file, number))
          continue
        }
      }
      do throws(BaselineLine.Problem) {
        lines.append(try BaselineLine(span, range, number: number))
      } catch {
        throw Baseline.error(error, bytes[range], file, number)
      }
    }
    if number == 0 { try Baseline.checkTitle([], file) }
    if salts.isEmpty {
      throw BaselineError(file, "its salt is missing", hint: "take the file from before it was damaged: git checkout")
    }
    self.lines = lines
    self.salts = salts
  }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let end = unsafe memchr(base + start, 10, buffer.count - start) else {
        return buffer.count
      }
      return unsafe UnsafeRawPointer(end) - base
    }
  }

  /// - Parameter line: trimmed.
  static func isTitle(_ line: ArraySlice<UInt8>) -> Bool { line.elementsEqual(title.utf8) }

  private static func checkTitle(_ line: ArraySlice<UInt8>, _ file: String) throws(BaselineError) {
    if isTitle(line) { return }
    if line.starts(with: "stanch-baseline ".utf8) {
      throw BaselineError(
        file, line: 1, "it has another format than this program reads, which is «\(title)»",
        hint: "use the version of stanch that wrote it")
    }
    throw BaselineError(
      file, line: 1, "this is no baseline of stanch: its first line is not «\(title)»",
      hint: "make one with stanch baseline create, or take in what another tool wrote: stanch baseline import FILE")
  }

  private static func salt(_ text: ArraySlice<UInt8>, _ file: String, _ number: Int) throws(BaselineError)
    -> FingerprintKey
  {
    let digits = Array(text)
    let values = digits.compactMap(Hexadecimal.value)
    guard values.count == digits.count, values.count == 2 * saltLength else {
      throw BaselineError(
        file, line: number, "this is no salt: it has \(2 * saltLength) hexadecimal digits",
        hint: "take the file from before it was damaged: git checkout")
    }
    return FingerprintKey(stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] })
  }

  private static func error(
    _ problem: BaselineLine.Problem, _ line: ArraySlice<UInt8>, _ file: String, _ number: Int
  ) -> BaselineError {
    let marks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
    if marks.contains(where: { line.starts(with: $0.utf8) }) {
      return BaselineError(
        file, line: number, "here is a merge conflict",
        hint: "keep the lines of both sides, and let git do so from now on: \(mergeAttribute)")
    }
    return BaselineError(file, line: number, problem.text, hint: problem.hint)
  }

  /// What makes git keep the lines of both sides.
  package static let mergeAttribute = "echo '.stanch-baseline merge=union' >>.gitattributes"

  // MARK: Looking up

  /// The lines of each digest, by their places in `lines`.
  func index() -> [BaselineDigest: [Int]] {
    var index: [BaselineDigest: [Int]] = [:]
    index.reserveCapacity(lines.count)
    for (place, line) in lines.enumerated() { index[line.digest, default: []].append(place) }
    return index
  }

  /// Whatever may stand for a finding in this file.
  func digests(of fingerprint: Fingerprint) -> [BaselineDigest] {
    Baseline.digests(of: fingerprint, salts)
  }

  static func digests(of fingerprint: Fingerprint, _ salts: [FingerprintKey]) -> [BaselineDigest] {
    [BaselineDigest(fingerprint)].compactMap(\.self) + salts.compactMap { BaselineDigest(fingerprint, salt: $0) }
  }

  func place(of line: Int) -> String { "\(file):\(lines[line].number)" }

  func entry(of line: Int) -> BaselineEntry { lines[line].entry(bytes) }
}
