/// A check of a secret's own bytes that rules call by name: a checksum, or whether it decodes to what it claims to be.
package struct StructureCheck: Sendable {
  package let name: String
  private let judgement: @Sendable ([UInt8]) -> Judgement?

  init(_ name: String, _ judgement: @escaping @Sendable ([UInt8]) -> Judgement?) {
    self.name = name
    self.judgement = judgement
  }

  /// What there is to say of a secret; `nil` for a form of it that has nothing to check.
  package func judge(_ secret: [UInt8]) -> Judgement? { judgement(secret) }

  /// Every check there is, sorted by name.
  package static let all: [StructureCheck] = [
    StructureCheck("atlassian-crc32", TokenChecksum.atlassian.judge),
    StructureCheck("aws-key-id", AccessKeyID.judge),
    StructureCheck("base58check", Base58Check.judge),
    StructureCheck("base64-json", EncodedObject.judge),
    StructureCheck("basic-credentials", BasicCredentials.judge),
    StructureCheck("bech32", Bech32.judge),
    StructureCheck("cloudflare-crc32", TokenChecksum.cloudflare.judge),
    StructureCheck("github-crc32", TokenChecksum.github.judge),
    StructureCheck("gitlab-routable", RoutableToken.judge),
    StructureCheck("grafana-crc32", TokenChecksum.grafana.judge),
    StructureCheck("jwt", WebToken.judge),
    StructureCheck("luhn", Luhn.judge),
    StructureCheck("nkey-seed", NKeySeed.judge),
    StructureCheck("npm-crc32", TokenChecksum.npm.judge),
    StructureCheck("pem", ArmoredKey.judge),
    StructureCheck("zuplo-crc32", TokenChecksum.zuplo.judge),
  ]

  package static func named(_ name: String) -> StructureCheck? { all.first { $0.name == name } }
}
