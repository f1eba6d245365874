/// The bytes of a blob as rules are to see them, with the way back to where they stand in the blob.
struct Reading {
  let bytes: [UInt8]
  let encoding: TextEncoding
  /// Whether the blob is no text: see `Reading.isBinary`. Rules of low confidence pass over it.
  let isBinary: Bool
  /// Whether this is the first reading of its blob: what is about the blob as a whole is asked once.
  let isFirst: Bool
  /// For runs taken out of other bytes: where each begins, here and in the blob.
  private let runs: [Run]

  struct Run {
    let start: Int
    let source: Int
  }

  private init(
    _ bytes: [UInt8], _ encoding: TextEncoding, isBinary: Bool, isFirst: Bool = true, runs: [Run] = []
  ) {
    self.bytes = bytes
    self.encoding = encoding
    self.isBinary = isBinary
    self.isFirst = isFirst
    self.runs = runs
  }

  /// Every reading of a blob that can hold something.
  static func all(of bytes: [UInt8]) -> [Reading] {
    // What a mark or the first bytes announce need not hold to the end: a shell appends ASCII to UTF-16. So the bytes as they
    // are count too, for what is sure; a rule of low confidence would see noise in them.
    if let (encoding, markLength) = TextEncoding.announced(by: bytes) {
      return [decoded(bytes.dropFirst(markLength), encoding), Reading(bytes, .bytes, isBinary: true, isFirst: false)]
    }
    guard hasNUL(bytes) else { return [Reading(bytes, .bytes, isBinary: isBinary(bytes))] }
    if let encoding = TextEncoding.guessed(from: bytes) {
      return [decoded(bytes[...], encoding), Reading(bytes, .bytes, isBinary: true, isFirst: false)]
    }
    let plain = Reading(bytes, .bytes, isBinary: isBinary(bytes))
    let wide = wideRuns(in: bytes, isBinary: plain.isBinary)
    return wide.bytes.isEmpty ? [plain] : [plain, wide]
  }

  private static func hasNUL(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.span.bytes.firstIndex(of: 0, in: 0..<bytes.count) != nil
  }

  /// Where a byte of this reading stands in the blob; `nil` when the whole blob was decoded and offsets mean nothing there.
  func sourceOffset(of offset: Int) -> Int? {
    switch encoding {
    case .bytes: return offset
    case .wideRuns:
      guard let run = runs.last(where: { $0.start <= offset }) else { return nil }
      return run.source + 2 * (offset - run.start)
    default: return nil
    }
  }

  /// How many bytes decide about what follows them.
  static let judgedLength = 8192

  /// The test for binary content: more than one in ten of the first 8,192 bytes are control characters other than
  /// tab, line feed, vertical tab, form feed, carriage return and escape. A zero byte here and there leaves a text a text.
  static func isBinary(_ text: borrowing RawSpan) -> Bool {
    let length = min(text.byteCount, judgedLength)
    guard text.holdsControl(in: 0..<length) else { return false }
    let controls = unsafe text.withUnsafeBytes { buffer in
      // Without branches, so that the compiler can look at many bytes at once.
      var controls = 0
      for index in 0..<length {
        let byte = unsafe buffer[index]
        let isControl: UInt8 = byte < 32 ? 1 : 0
        let isSpace: UInt8 = byte &- 9 < 5 ? 1 : 0
        let isEscape: UInt8 = byte == 27 ? 1 : 0
        controls &+= Int(isControl &- isSpace &- isEscape)
      }
      return controls
    }
    return controls * 10 > length
  }

  static func isBinary(_ bytes: borrowing [UInt8]) -> Bool { isBinary(unsafe bytes.span.bytes) }

  /// Whether the first bytes announce UTF-16 or UTF-32.
  static func isAnnounced(_ text: borrowing RawSpan) -> Bool {
    guard text.byteCount >= 2 else { return false }
    // Both marks of 32 bits begin with one of 16, or with two zeros.
    let start = unsafe text.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt16.self)
    guard start == 0xFFFE || start == 0xFEFF || start == 0 else { return false }
    return TextEncoding.announced(by: text.array(0..<min(4, text.byteCount))) != nil
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Reading {
    let text = Array(TextDecoder.text(of: bytes, encoding).utf8)
    return Reading(text, encoding, isBinary: isBinary(text))
  }

  /// Six characters of 16 bits.
  private static let shortestRun = 12

  /// Printable ASCII characters that alternate with zero bytes, at least six in a row.
  private static func wideRuns(in bytes: [UInt8], isBinary: Bool) -> Reading {
    var text: [UInt8] = []
    var runs: [Run] = []
    var index = 0
    while index + 1 < bytes.count {
      // Of two bytes in a row inside such a run one is zero.
      if index + shortestRun <= bytes.count, bytes[index + shortestRun - 2] != 0, bytes[index + shortestRun - 1] != 0 {
        index += shortestRun - 1
        continue
      }
      var end = index
      while end + 1 < bytes.count, isPrintable(bytes[end]), bytes[end + 1] == 0 { end += 2 }
      guard end - index >= shortestRun else {
        index += 1
        continue
      }
      runs.append(Run(start: text.count, source: index))
      text += stride(from: index, to: end, by: 2).map { bytes[$0] }
      // With the zero first, the last character has none after it.
      if index > 0, bytes[index - 1] == 0, end < bytes.count, isPrintable(bytes[end]) { text.append(bytes[end]) }
      text.append(10)
      index = end
    }
    return Reading(text, .wideRuns, isBinary: isBinary, isFirst: false, runs: runs)
  }

  private static func isPrintable(_ byte: UInt8) -> Bool {
    (32..<127).contains(byte) || byte == 9 || byte == 10 || byte == 13
  }
}
