package import Vocabulary

/// Something that keeps a part of the history from being dropped: a reference, the stash, an entry of a reflog.
package struct Tip: Hashable, Sendable {
  /// What a report calls it: the full name of a reference; `nil` for one that is not to be named.
  package let name: String?
  package let id: ObjectID
  package let reach: Trace.Reach

  package init(name: String?, id: ObjectID, reach: Trace.Reach) {
    self.name = name
    self.id = id
    self.reach = reach
  }
}

extension Trace.Reach {
  /// Greater for what leads to more.
  var strength: UInt8 {
    switch self {
    case .reference: 3
    case .stash: 2
    case .reflog: 1
    case .nothing: 0
    }
  }

  init(strength: UInt8) {
    switch strength {
    case 0: self = .nothing
    case 1: self = .reflog
    case 2: self = .stash
    default: self = .reference
    }
  }
}
