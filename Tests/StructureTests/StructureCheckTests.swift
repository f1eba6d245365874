import Testing

@testable import Structure

@Suite struct StructureCheckTests {
  @Test func namesAreSortedAndDiffer() {
    let names = StructureCheck.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
  }

  @Test func unknownNames() {
    #expect(StructureCheck.named("crc64") == nil)
    #expect(StructureCheck.named("") == nil)
  }

  @Test("no check is brought down by bytes of any kind", arguments: StructureCheck.all.map(\.name))
  func anyBytes(name: String) throws {
    let check = try #require(StructureCheck.named(name))
    var state: UInt64 = 1
    for length in 0..<200 {
      let noise = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      #expect(check.judge(noise)?.standing != .proven)
      _ = check.judge(
        bytes("-----BEGIN PRIVATE KEY-----\n") + Base64.encoded(noise) + bytes("\n-----END PRIVATE KEY-----"))
      _ = check.judge(
        bytes("-----BEGIN OPENSSH PRIVATE KEY-----\n") + Base64.encoded(bytes("openssh-key-v1\0") + noise)
          + bytes("\n-----END"))
      _ = check.judge(
        bytes("-----BEGIN PGP PRIVATE KEY BLOCK-----\n") + Base64.encoded([0xC5] + noise) + bytes("\n-----END"))
      _ = check.judge(bytes("eyJ") + Base64.encoded(noise))
    }
  }
}
