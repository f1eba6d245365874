internal import Glibc
internal import Vocabulary

/// The packs and folders from which some few objects of a repository are to be read, without a look at all the others.
///
/// Threads may share it: it points into files that are mapped for reading only, and keeps them.
///
/// What is not found here may still be in the repository: in a pack without an index of its own, or damaged. Git knows.
@safe package final class StoredObjects: @unchecked Sendable {
  // The pointers of an index lead into its file, which is mapped for reading for as long as the index is there.
  @safe final class Pack {
    let file: PackFile
    let index: PackIndex
    /// How many names begin with each byte or a lesser one, as 256 big-endian numbers.
    fileprivate let counts: UnsafeRawPointer

    init(_ file: PackFile, _ index: PackIndex) {
      self.file = file
      self.index = index
      // Version 1 begins with the counts, and they never begin so.
      unsafe counts = index.file.start + (index.file.start.number32(at: 0) == 0xFF74_4F63 ? 8 : 0)
    }
  }

  let packs: [Pack]
  let folders: [String]
  let idLength: Int

  /// - Parameters:
  ///   - folders: the paths of `objects` folders.
  ///   - idLength: how many bytes an id has: 20 for SHA-1, 32 for SHA-256.
  package init(folders: [String], idLength: Int) {
    self.folders = folders
    self.idLength = idLength
    packs = folders.flatMap { StoredObjects.packs(in: $0 + "/pack", idLength: idLength) }
  }

  private static func packs(in folder: String, idLength: Int) -> [Pack] {
    do throws(PackError) {
      let names = try Folder.names(folder) ?? []
      return names.filter { $0.hasSuffix(".idx") }.compactMap { name in
        pack("\(folder)/\(name.dropLast("idx".count))", idLength: idLength)
      }
    } catch {
      // Nothing is found here then, and git says why.
      return []
    }
  }

  private static func pack(_ path: String, idLength: Int) -> Pack? {
    do throws(PackError) {
      guard let file = try PackFile(path: path + "pack", idLength: idLength),
        let index = try PackIndex(path: path + "idx", idLength: idLength), index.packChecksum == file.checksum
      else { return nil }
      return Pack(file, index)
    } catch {
      // Nothing is found here then, and git says why.
      return nil
    }
  }
}

extension StoredObjects.Pack {
  /// Where the object begins whose id stands at a place; `nil` when the index does not name it.
  func offset(of id: UnsafeRawPointer, length: Int) -> Int? {
    let first = unsafe Int(id.load(as: UInt8.self))
    var low = unsafe first == 0 ? 0 : Int(counts.number32(at: first * 4 - 4))
    var high = unsafe Int(counts.number32(at: first * 4))
    while low < high {
      let middle = (low + high) / 2
      let order = unsafe memcmp(index.names + middle * index.stride, id, length)
      if order == 0 { return Int(exactly: index.offset(of: middle)) }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// What stands at the beginning of an entry, and where it ends.
  func header(at offset: Int, idLength: Int) -> EntryHeader? {
    guard offset >= PackFile.headerSize, offset < file.end else { return nil }
    return unsafe EntryHeader(at: file.file.start + offset, available: file.end - offset, idLength: idLength)
  }
}
