/// A user name and a password in base 64 (RFC 7617).
package enum BasicCredentials {
  static func judge(_ secret: [UInt8]) -> Judgement? {
    guard let bytes = Base64.decoded(secret), let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 })
    else { return .broken("it is no name and password in base64") }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return .broken("in base64 it is a text without a colon, so no name and password")
    }
    guard colon + 1 < bytes.count else { return .broken("the password in it is empty") }
    return .sound("it is a name and a password in base64")
  }
}
