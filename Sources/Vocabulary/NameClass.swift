/// What a name says that it holds.
package enum NameClass: String, CaseIterable, Sendable {
  case password, secret, token, key, auth

  /// The position among all cases.
  package var rank: Int {
    switch self {
    case .password: 0
    case .secret: 1
    case .token: 2
    case .key: 3
    case .auth: 4
    }
  }
}
