/// What came of reading a blob.
package enum BlobRead: Sendable {
  case bytes([UInt8])
  /// Larger than the limit, so it was not read; the size in bytes.
  case oversize(Int)
  case failed(GitError)
}
