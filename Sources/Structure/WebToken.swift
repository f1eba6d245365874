/// A JSON web token (RFC 7519): header and payload in base64url, of which the header names an algorithm.
package enum WebToken {
  static func judge(_ secret: [UInt8]) -> Judgement? {
    let parts = secret.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count >= 2, let header = object(parts[0]) else {
      return .broken("its header is no JSON in base64: it may be made up")
    }
    guard let algorithm = header.string("alg") else { return .broken("its header names no algorithm") }
    // With five parts the second is an encrypted key (RFC 7516).
    if parts.count == 5 { return .sound("its header is that of an encrypted token") }
    guard object(parts[1]) != nil else { return .broken("its payload is no JSON in base64: it may be made up") }
    if algorithm.lowercased() == "none" { return .sound("it is not signed (alg: none)") }
    return .sound("its header and payload are those of a token")
  }

  private static func object(_ part: ArraySlice<UInt8>) -> JSONObject? { Base64.decoded(part).flatMap(JSONObject.init) }
}
