internal import Git
internal import Lineage
internal import Vocabulary

/// What keeps the parts of a history: references, what stands beside them, and reflogs.
struct HistoryTips {
  let tips: [Tip]

  init(_ references: References) {
    var tips: [Tip] = []
    for reference in references.references {
      let isStash = reference.name == References.stash
      tips.append(Tip(name: isStash ? nil : reference.name, id: reference.id, reach: isStash ? .stash : .reference))
    }
    for reference in references.pseudoreferences {
      tips.append(Tip(name: reference.name, id: reference.id, reach: .reference))
    }
    if let head = references.head { tips.append(Tip(name: nil, id: head, reach: .reference)) }
    for entry in references.logged {
      tips.append(Tip(name: nil, id: entry.id, reach: entry.name == References.stash ? .stash : .reflog))
    }
    self.tips = tips
  }
}
