/// A secret that stood encoded in a text.
struct DecodedSecret {
  let value: [UInt8]
  /// What it was decoded from, in words, the outermost first.
  let encodings: [String]
}
