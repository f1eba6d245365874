import Testing

@testable import Structure

@Suite struct DERReaderTests {
  @Test func valuesOneAfterAnother() {
    var reader = DERReader([2, 1, 7, 4, 2, 8, 9, 0x30, 0])
    #expect(reader.next(.octets) == nil)
    #expect(reader.next(.integer) == [7])
    #expect(reader.next(.octets) == [8, 9])
    #expect(!reader.isAtEnd)
    #expect(reader.next(.sequence) == [])
    #expect(reader.isAtEnd)
    #expect(reader.any() == nil)
  }

  @Test(
    arguments: [([4, 0x81, 1, 9], 1), ([4, 0x82, 0, 2, 9, 9], 2), ([4, 0x83, 0, 0, 1, 9], 1)] as [([UInt8], Int)])
  func longLengths(bytes: [UInt8], count: Int) {
    var reader = DERReader(bytes[...])
    #expect(reader.next(.octets)?.count == count)
  }

  @Test(arguments: [[], [4], [4, 2, 1], [4, 0x80], [4, 0x82, 1], [4, 0x84, 0, 0, 0, 1, 1]] as [[UInt8]])
  func whatIsCutOff(bytes: [UInt8]) {
    var reader = DERReader(bytes[...])
    #expect(reader.any() == nil)
  }
}
