/// The kinds of git's objects, with the numbers that packs give them (gitformat-pack).
package enum ObjectKind: UInt8, Sendable, CaseIterable {
  case commit = 1
  case tree = 2
  case blob = 3
  case tag = 4
}
