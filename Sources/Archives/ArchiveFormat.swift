/// A kind of archive, as its first bytes tell it: names say nothing.
package enum ArchiveFormat: Sendable {
  case zip, gzip, tar

  /// `nil` for what is no archive that can be opened.
  package init?(_ bytes: borrowing RawSpan) {
    let format: ArchiveFormat? = unsafe bytes.withUnsafeBytes { bytes in
      guard bytes.count >= 18 else { return nil }
      switch unsafe (bytes[0], bytes[1], bytes[2], bytes[3]) {
      // A member comes first, or nothing but the end.
      case (0x50, 0x4B, 3, 4), (0x50, 0x4B, 5, 6): return .zip
      // Of all methods only deflate was ever given a number.
      case (0x1F, 0x8B, 8, _): return .gzip
      default: return unsafe TarHeader.isHeader(bytes) ? .tar : nil
      }
    }
    guard let format else { return nil }
    self = format
  }

  package init?(_ bytes: [UInt8]) {
    self.init(unsafe bytes.span.bytes)
  }
}
