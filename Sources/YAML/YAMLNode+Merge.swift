extension YAMLNode {
  /// The value of a key: the last that is written, or else what a merge key brings.
  package subscript(name: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    if let own = entries.last(where: { $0.key.text == name && !$0.isMerge }) { return own.value }
    for merge in entries.reversed() where merge.isMerge {
      for source in merge.value.mergeSources {
        if let value = source[name] { return value }
      }
    }
    return nil
  }

  /// The entries with those that merge keys bring: own ones first, then those of each merged mapping that are not there yet.
  package var mergedEntries: [YAMLEntry] {
    guard case .mapping(let entries) = content else { return [] }
    guard entries.contains(where: \.isMerge) else { return entries }
    var merged = entries.filter { !$0.isMerge }
    var known = Set(merged.map(\.name))
    for merge in entries where merge.isMerge {
      for source in merge.value.mergeSources {
        for entry in source.mergedEntries where known.insert(entry.name).inserted { merged.append(entry) }
      }
    }
    return merged
  }

  /// The mappings that a merge key names: one, or a list of them.
  private var mergeSources: [YAMLNode] { isMapping ? [self] : elements.filter(\.isMapping) }
}

extension YAMLEntry {
  /// A key in quotes is a key.
  package var isMerge: Bool {
    guard case .scalar(let scalar) = key.content else { return false }
    return scalar.text == "<<" && scalar.style == .plain
  }
}
