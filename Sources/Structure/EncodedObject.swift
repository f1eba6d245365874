/// A token that holds a JSON object in base 64, which therefore begins with `eyJ`.
package enum EncodedObject {
  private static let start = Array("eyJ".utf8)

  static func judge(_ secret: [UInt8]) -> Judgement? {
    guard let from = secret.indices.first(where: { secret[$0...].starts(with: start) }) else { return nil }
    let run = secret[from...].prefix { Base64.isDigit($0) || $0 == UInt8(ascii: "=") }
    guard isObject(run) || isObject(beforeSignature(run)) else {
      return .broken("what should be JSON in base64 is none: it may be made up")
    }
    return .sound("it holds JSON in base64, as such tokens do")
  }

  /// An underscore is a digit of base 64, and separates what follows in some tokens.
  private static func beforeSignature(_ run: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    run.lastIndex(of: UInt8(ascii: "_")).map { run[..<$0] } ?? run
  }

  private static func isObject(_ text: ArraySlice<UInt8>) -> Bool {
    guard let bytes = Base64.decoded(text) else { return false }
    return JSONObject(bytes) != nil
  }
}
