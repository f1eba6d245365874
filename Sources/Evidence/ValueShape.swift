internal import Patterns

/// What a value is by its form, when it is no secret.
enum ValueShape: String, CaseIterable {
  case template = "it refers to a variable"
  case hash = "it is the hash of a password, and not the password"
  case publicKey = "it is a public key"
  case address = "it is an address"
  case email = "it is a mail address"
  case date = "it is a date"
  case version = "it is a version"
  case number = "it is a number"
  case repeated = "it repeats itself"
  case sequence = "it counts up, or follows the keyboard"
  case expression = "it is a regular expression"
  case prose = "it has blanks, as prose has"
  case marks = "it is made of marks, or begins with one as selectors do"
  case path = "it is the path of a file"
  case constant = "it is the name of a constant"
  case term = "it is a technical term"
  case escapes = "it is text in another script, written in escapes"
  case otherScript = "it holds letters of another script"

  /// The first form that the value has.
  ///
  /// - Parameter allowsNumbers: whether the value may be a number: some passwords are.
  static func of(
    _ value: ValueText, allowsNumbers: Bool, _ scratch: borrowing PatternScratch
  ) throws(PatternError) -> ValueShape? {
    if value.bytes.contains(where: { $0 >= 128 }) { return .otherScript }
    let bytes = Array(value.bytes)
    for (shape, pattern) in patterns where try pattern.pattern().matches(bytes, scratch: scratch) {
      switch shape {
      case .number where allowsNumbers || value.count >= 20, .sequence where value.count >= 32: continue
      // Base64 may begin with a slash, and a password with a mark.
      case .path where value.changes >= 4, .marks where value.isRare(-5.6): continue
      default: return shape
      }
    }
    return nil
  }

  private static let patterns: [(ValueShape, LazyPattern)] = [
    form(
      .template,
      #"\$\{|\{\{|\}\}|<%|%>|\$\(|#\{|^<[^>]*>?$|^\[[^\]]*\]$|%[sdvr](?![A-Za-z0-9])|%\(\w+\)|"#
        + #"^\$[A-Za-z_{]|^%[A-Za-z_]+%$|\{[A-Za-z_][\w.-]{0,30}(?::[^{}\s]{0,24})?\}|^\{\}|\\\(|@@|^@\w+@$|\{\d*\}"#
    ),
    form(
      .hash,
      #"(?i)^\$(?:2[abxy]?|[156789y]|argon2\w*|pbkdf2[\w-]*|apr1|scrypt|bcrypt[\w-]*)\$|^\{[A-Z0-9@_-]+\}|"#
        + #"^(?:pbkdf2|bcrypt|argon2|scrypt|s?sha\d*|md5|crypt)\w*(?:[$:]|//)"#
    ),
    form(
      .publicKey,
      #"^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-)|^AAAA[BCE]3NzaC|^-----BEGIN (?:PUBLIC|CERT|RSA PUB)|^MII(?:BIj|CIj)AN"#),
    form(.address, #"^[a-z][a-z0-9+.-]*://|^(?:urn|arn|mailto|data):"#),
    form(.email, #"^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$"#),
    form(.date, #"^\d{4}-\d\d-\d\d|^\d\d:\d\d"#),
    form(.version, #"^[\^~<>=v]*\d+(?:\.\d+)+(?:[-+.][\w.]*)?$"#),
    form(.number, #"^[-+]?[\d.,_]+[A-Za-z%]{0,2}$"#),
    form(.repeated, #"(.)\1{4}|^(..?.?)\2{2,}$"#),
    form(.sequence, #"(?i)123456|abcdef|qwerty|asdfg|98765|0123|1234$|^12345?$"#),
    form(.expression, #"\[\^?[^\]]{1,40}\][*+?{]|\\[swdbSWDB](?![A-Za-z0-9])|\(\?[:=!<iP]|\.[*+][)$?]|\{\d+,\d*\}"#),
    form(.prose, #"\s"#),
    form(.marks, #"^[#.&@*:?!<>|+%^=,;(){}\[\]/\\-]+[A-Za-z-]*$"#),
    form(
      .path,
      #"^(?:\.{0,2}/|~/|[A-Za-z]:\\)[\w./\\-]*$|^[\w.-]*(?:/[\w.-]+)*/?[\w-]+\.(?:json|ya?ml|txt|pem|crt|cer|key|p12|pfx|jks|jsx?|tsx?|"#
        + #"py|rb|go|java|kt|swift|php|html?|s?css|png|jpe?g|svg|xml|conf|cfg|ini|env|properties|sh|md|tf|sql|csv|"#
        + #"log|zip|gz|pub|creds|asc|gpg)$"#
    ),
    form(.constant, #"^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$"#),
    form(
      .term,
      #"(?i)^(?:utf-?(?:8|16|32)|ascii|latin-?1|base(?:16|32|64)|hex|us-ascii|iso-8859-\d+|http/\d\.\d)$|"#
        + #"^(?:[A-Z]{2,}\d*(?:[Ww]ith)?[\w/-]*)?(?:SHA|HMAC|AES|RSA|PBKDF|MD5|CBC|GCM|ECDSA|Hmac|EdDSA)[-_/\dA-Za-z]{0,16}$"#
    ),
    form(.escapes, #"(?:\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}){2}"#),
  ]

  private static func form(_ shape: ValueShape, _ source: String) -> (ValueShape, LazyPattern) {
    (shape, LazyPattern(source))
  }
}
