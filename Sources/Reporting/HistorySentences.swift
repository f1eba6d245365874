internal import Vocabulary

// Where in a history a finding is, in words. Nothing here is escaped: that is each format's own work.

extension Origin {
  /// As much of the name as git's own messages show.
  var shortName: String { String(id.description.prefix(10)) }

  /// The day in the author's zone.
  var day: String { String(time.description.prefix { $0 != "T" }) }

  /// Who made it, and when.
  var sentence: String { author.isEmpty ? day : "by \(author), \(day)" }
}

extension Provenance {
  /// The message that the text is, such as «commit 1a2b3c4d5e (message)»; `nil` for a file.
  var messageName: String? {
    let owner: String
    switch kind {
    case .file: return nil
    case .commitMessage: owner = "commit"
    case .tagMessage: owner = "tag"
    }
    guard let origin else { return "\(owner) message" }
    return "\(owner) \(origin.shortName) (message)"
  }
}

extension Finding {
  /// Path, line and column, the way compilers write a place; of a message, whose it is and the line.
  var place: String {
    if let message = provenance.messageName { return "\(message), line \(region.startLine)" }
    return "\(provenance.path):\(region.startLine):\(region.startColumn)"
  }

  /// Who brought it in, where else it is and what still leads there; `nil` when none of that is known.
  var history: String? {
    var parts: [String] = []
    if let origin = provenance.origin {
      let isFile = provenance.kind == .file
      parts.append(isFile ? "first in \(origin.shortName) \(origin.sentence)" : "written \(origin.sentence)")
    }
    if let trace { parts += trace.sentences(besides: provenance.path) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension Trace {
  /// How many of a long list are named.
  private static let named = 5

  fileprivate func sentences(besides shown: RepositoryPath) -> [String] {
    var parts: [String] = []
    if paths.count > 1 || paths.first.map({ $0 != shown }) == true {
      let names = paths.prefix(Trace.named).map(\.description).joined(separator: ", ")
      let others = paths.count - Trace.named
      let more = others > 0 ? " and \(Trace.count(others, "other"))" : ""
      parts.append("in \(Trace.count(paths.count, "path")): \(names)\(more)")
    }
    if let isInHead { parts.append(isInHead ? "still in HEAD" : "no longer in HEAD") }
    parts.append(reachSentence)
    return parts
  }

  private var reachSentence: String {
    switch reach {
    case .reference:
      guard let first = references.first else { return "reached by a reference" }
      let others = references.count - 1
      let some = references.count == Trace.mostReferences ? "at least " : ""
      return "reached by \(first)" + (others > 0 ? " and \(some)\(Trace.count(others, "other"))" : "")
    case .stash: return "only the stash leads to it"
    case .reflog: return "only the reflog leads to it"
    case .nothing: return "nothing leads to it any more"
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
