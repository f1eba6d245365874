/// A text to be scanned: its bytes as they are stored, and where they came from.
package struct Blob: Sendable {
  package let provenance: Provenance
  package let bytes: [UInt8]

  package init(provenance: Provenance, bytes: [UInt8]) {
    self.provenance = provenance
    self.bytes = bytes
  }
}
