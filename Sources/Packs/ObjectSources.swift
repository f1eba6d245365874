/// The packs and loose objects that object folders hold (gitrepository-layout).
struct ObjectSources {
  private(set) var packs: [IndexedPack] = []
  private(set) var loose: [LooseFolder] = []
  /// What could not be read at all.
  private(set) var damages: [PackError] = []
  private let idLength: Int

  init(folders: [String], idLength: Int) throws(PackError) {
    self.idLength = idLength
    for (position, folder) in folders.enumerated() {
      do throws(PackError) {
        guard let names = try Folder.names(folder) else {
          throw PackError(code: .system, subject: folder, cause: "there is no such folder")
        }
        if names.contains("pack") { addPacks(folder + "/pack") }
        loose.append(LooseFolder(path: folder, names: names, idLength: idLength, damages: &damages))
      } catch {
        // Without the repository's own objects there is nothing to say; without an alternate's there is.
        guard position > 0 else { throw error }
        damages.append(error)
      }
    }
  }

  private mutating func addPacks(_ folder: String) {
    var names: [String] = []
    do throws(PackError) { names = try Folder.names(folder) ?? [] } catch { damages.append(error) }
    let present = Set(names)
    var indexless: Set<String> = []
    for name in names where name.hasSuffix(".pack") {
      let index = String(name.dropLast("pack".count)) + "idx"
      if present.contains(index) {
        addPack("\(folder)/\(name)", index: "\(folder)/\(index)")
      } else {
        indexless.insert(index)
      }
    }
    if !indexless.isEmpty { addPacks(indexless, in: folder) }
  }

  private mutating func addPack(_ path: String, index indexPath: String) {
    do throws(PackError) {
      // Either may have been removed since the folder was listed.
      guard let pack = try PackFile(path: path, idLength: idLength),
        let index = try PackIndex(path: indexPath, idLength: idLength)
      else { return }
      if index.packChecksum != pack.checksum {
        damages.append(
          .corrupt(path, "it ends otherwise than its index says: it is cut off, or the index is another's"))
      } else if index.count != pack.statedCount {
        damages.append(.corrupt(path, "it holds \(pack.statedCount) objects, and its index names \(index.count)"))
      }
      packs.append(IndexedPack(pack, index))
    } catch {
      damages.append(error)
    }
  }

  /// Packs without an index of their own; git passes by those that no multi-pack index names either.
  private mutating func addPacks(_ indexes: Set<String>, in folder: String) {
    do throws(PackError) {
      guard let index = try MultiPackIndex(path: folder + "/multi-pack-index", idLength: idLength) else { return }
      for (number, name) in index.packNames.enumerated() where indexes.contains(name) {
        let path = "\(folder)/\(name.dropLast("idx".count))pack"
        guard let pack = try PackFile(path: path, idLength: idLength) else { continue }
        packs.append(IndexedPack(pack, index, number: number, idLength: idLength))
      }
    } catch {
      damages.append(error)
    }
  }
}
