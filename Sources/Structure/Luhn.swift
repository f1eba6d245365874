/// The check digit of ISO/IEC 7812, which card numbers end in.
package enum Luhn {
  static func judge(_ secret: [UInt8]) -> Judgement? {
    let digits = secret.filter { 48...57 ~= $0 }.map { Int($0) - 48 }
    guard digits.count > 1 else { return nil }
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.offset.isMultiple(of: 2) ? digit.element : digit.element * 2
      return sum + value / 10 + value % 10
    }
    return sum.isMultiple(of: 10) ? .sound("its check digit is right") : .broken("its check digit is wrong")
  }
}
