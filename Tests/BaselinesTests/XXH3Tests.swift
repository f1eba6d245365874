import Testing

@testable import Baselines

/// Against what the reference implementation answers for bytes that count up by seven.
@Suite struct XXH3Tests {
  @Test(
    "lengths on both sides of every branch",
    arguments: [
      (0, 0x2D06_8005_38D3_94C2),
      (1, 0x13E6_08BC_156D_EFED),
      (2, 0x1C90_74B9_3943_B86C),
      (3, 0xA908_8DDA_485B_481C),
      (4, 0x6D92_53B1_6C8B_1ED3),
      (7, 0x8E82_91AD_8912_7E2E),
      (8, 0x6053_9DB6_3047_1163),
      (9, 0xFEFF_6683_61D7_23A8),
      (15, 0x9EC1_69F4_A982_31C1),
      (16, 0xB8C8_59B0_F030_B585),
      (17, 0x714A_0440_8E79_B80F),
      (32, 0x19FF_4EE1_D6BA_1A55),
      (33, 0x3E44_983A_D216_79C8),
      (64, 0x287E_B1FA_9E4B_E2C1),
      (65, 0x8292_18DE_4D79_8646),
      (96, 0xF084_E7CF_BC62_4743),
      (97, 0x1DAA_8327_1A8E_7B7C),
      (128, 0x6742_5A03_6502_61BF),
      (129, 0xC664_BF33_11C6_ABC4),
      (160, 0xD70D_EA8D_E694_B883),
      (239, 0x1D86_1931_C1F3_CAFA),
      (240, 0x6455_6DC6_B462_A6CF),
      (241, 0x8BEA_DD3A_8874_FE17),
      (256, 0x3C38_817F_6D79_C0DA),
      (320, 0x44BE_E046_B4A4_5D45),
      (512, 0xF582_02B8_D901_9D1D),
      (1023, 0xD269_86A0_B85D_CC44),
      (1024, 0x9B81_661C_641C_72B1),
      (1025, 0x806C_2072_ED71_3576),
      (1088, 0x2F87_81E0_1841_F0DA),
      (2048, 0xABE6_0481_3BA6_2ED1),
      (2049, 0x55AE_D42C_9F15_54B6),
      (3333, 0x550A_0BF0_744D_4589),
    ] as [(Int, UInt64)])
  func lengths(count: Int, expected: UInt64) {
    #expect(XXH3.hash((0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 3) }) == expected)
  }
}
