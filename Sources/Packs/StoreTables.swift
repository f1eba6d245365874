internal import Vocabulary

/// Everything that is known of the objects before any is unpacked. Immutable once made.
@safe final class StoreTables: Sendable {
  /// How many bytes an id has.
  let idLength: Int
  let entries: EntryTable
  let names: ObjectNames
  let copies: CopyTable
  let forest: DeltaForest

  init(_ sources: ObjectSources, idLength: Int, known: [UInt8]) throws(PackError) {
    self.idLength = idLength
    entries = try EntryTable(sources)
    let records = IdentifiedEntry.all(sources, idLength: idLength)
    names = ObjectNames(records, idLength: idLength)
    copies = CopyTable(records, names: names, entries: entries, arePassed: !known.isEmpty)
    // The records point into the indexes, which end with the sources.
    withExtendedLifetime(sources) {}
    EntrySurvey.read(entries, names: names, copies: copies)
    copies.pass(known, names)
    forest = DeltaForest(entries, copies)
  }

  func id(of object: Int) -> ObjectID {
    ObjectID(bytes: unsafe Array(UnsafeRawBufferPointer(start: names[object], count: idLength)))
  }

  /// The object that an entry is a copy of; `nil` for an entry that no index names.
  @inline(__always)
  func object(of entry: Int) -> Int? {
    let object = entries.objects[entry]
    return object == EntryTable.none ? nil : Int(object)
  }

  /// Whether an entry is the copy of its object that counts.
  @inline(__always)
  func isCounted(_ entry: Int) -> Bool { copies.isCounted[entry] }

  /// The file of a loose object.
  func loosePath(_ entry: Int) -> String {
    LooseFolder.path(of: id(of: Int(entries.objects[entry])).bytes, in: entries.folder(of: entry))
  }

  /// Why the kind of an entry is not known.
  func unreadable(_ entry: Int) -> Decoder.Outcome {
    guard entry < entries.looseStart else { return .failure(.corrupt, "its header is damaged, or cannot be read") }
    let pack = entries.packs[entries.pack(of: entry)]
    guard let header = entries.header(of: entry, in: pack, idLength: idLength) else {
      return .failure(.corrupt, "its header is damaged")
    }
    if case .offsetDelta = header.content { return .failure(.corrupt, "what it is made from is damaged") }
    return entries.bases[entry] == EntryTable.missing
      ? .failure(.corrupt, "the object it is made from is missing")
      : .failure(.corrupt, "the object it is made from cannot be read")
  }
}
