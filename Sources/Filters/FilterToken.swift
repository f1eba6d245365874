/// One word of a filter expression, and where it begins.
struct FilterToken: Equatable {
  enum Kind: Equatable {
    case name(String)
    /// The bytes that a string literal stands for.
    case text([UInt8])
    case integer(Int)
    case number(Double)
    case symbol(String)
    case end
  }

  let kind: Kind
  let offset: Int
}
