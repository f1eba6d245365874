import Testing

@testable import IgnoreRules

@Suite struct SymbolSetTests {
  @Test("ranges over the border of the first 256", arguments: [0, 63, 64, 200, 255, 256, 257, 300, 301, 0x10FFFF])
  func ranges(symbol: Int) {
    var set = SymbolSet()
    set.insert(64...300)
    let isIn = (64...300).contains(symbol)
    #expect(set.contains(UInt32(symbol)) == isIn)
    set.invert()
    #expect(set.contains(UInt32(symbol)) == !isIn)
  }

  @Test("what is taken out is out")
  func removal() {
    var set = SymbolSet([65, 66])
    set.remove(65)
    #expect(!set.contains(65) && set.contains(66))
    #expect(SymbolSet(allBut: [SymbolSet.slash]).contains(0x4E2D) && !SymbolSet(allBut: [SymbolSet.slash]).contains(47))
  }
}
