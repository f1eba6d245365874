/// A file's bytes as one reader sees them, with the way back to places in the file.
struct ReaderText: Sendable {
  let bytes: [UInt8]
  /// How long the file is.
  private let fileCount: Int
  /// How many bytes at the beginning of the file are not seen.
  private let skipped: Int
  /// For each byte its offset in the file, where more is left out than the beginning.
  private let offsets: [Int]

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The file as it is, or without a byte order mark.
  init(_ file: [UInt8], skippingByteOrderMark: Bool) {
    let skipped = skippingByteOrderMark && file.starts(with: ReaderText.byteOrderMark) ? 3 : 0
    bytes = skipped == 0 ? file : Array(file[skipped...])
    self.skipped = skipped
    fileCount = file.count
    offsets = []
  }

  /// Some of a file's bytes, which are at these places.
  private init(_ bytes: [UInt8], at offsets: [Int], fileCount: Int) {
    self.bytes = bytes
    self.offsets = offsets
    self.fileCount = fileCount
    skipped = 0
  }

  /// Without any CR.
  init(withoutCarriageReturns file: [UInt8]) {
    guard file.contains(.carriageReturn) else {
      self.init(file, skippingByteOrderMark: false)
      return
    }
    let offsets = file.indices.filter { file[$0] != .carriageReturn }
    self.init(offsets.map { file[$0] }, at: offsets, fileCount: file.count)
  }

  /// Without a byte order mark, and with LF for CR LF and for a CR alone.
  init(universalNewlines file: [UInt8]) {
    guard file.contains(.carriageReturn) else {
      self.init(file, skippingByteOrderMark: true)
      return
    }
    let first = file.starts(with: ReaderText.byteOrderMark) ? 3 : 0
    // Of CR LF the CR is kept as the line end, so that its place is where the line's text ends.
    let offsets = (first..<file.count).filter { index in
      file[index] != .newline || index == first || file[index - 1] != .carriageReturn
    }
    let bytes = offsets.map { file[$0] == .carriageReturn ? .newline : file[$0] }
    self.init(bytes, at: offsets, fileCount: file.count)
  }

  /// The place in the file of a byte, or of the end.
  func fileOffset(_ index: Int) -> Int {
    if offsets.isEmpty { return min(index + skipped, fileCount) }
    return index < offsets.count ? offsets[index] : fileCount
  }

  /// The bytes of the file that a range was made from, without what was left out after it.
  func fileRange(_ range: Range<Int>) -> Range<Int> {
    let lower = fileOffset(range.lowerBound)
    return range.isEmpty ? lower..<lower : lower..<(fileOffset(range.upperBound - 1) + 1)
  }

  /// The next `byte` from `start` on.
  func firstIndex(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? bytes.count
    var index = start
    while index < end {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Where the line ends that holds the byte at `index`: at its LF, or at the end.
  func lineEnd(from index: Int) -> Int { firstIndex(of: .newline, from: index) ?? bytes.count }
}
