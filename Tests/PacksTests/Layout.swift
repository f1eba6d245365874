import Foundation

/// The ways in which git lays down the objects of a repository.
enum Layout: String, CaseIterable {
  case loose, deltas, longChain, severalPacks, duplicates, references, indexVersion1, multiPackIndex
  case multiPackIndexOfDuplicates, completedThinPack, sha256, sha256References, packedAndLoose

  func make() throws -> PackSandbox {
    let isWide = self == .sha256 || self == .sha256References
    let sandbox = try PackSandbox(isWide ? ["--object-format=sha256"] : [])
    try sandbox.commitVersions(0..<24)
    try sandbox.git(["tag", "-a", "-m", "a tag", "v1", "main"])
    switch self {
    case .loose: try unpack(sandbox)
    case .deltas, .sha256: try sandbox.git(["repack", "-adfq", "--depth=50", "--window=50"])
    case .longChain:
      try sandbox.commitVersions(24..<400, files: 1, lines: 10)
      try sandbox.git(["repack", "-adfq", "--depth=4095", "--window=4"])
    case .severalPacks, .multiPackIndex: try packInParts(sandbox, also: [])
    case .duplicates, .multiPackIndexOfDuplicates: try packInParts(sandbox, also: ["repack", "-afq", "--window=3"])
    case .references, .sha256References: try packReferences(sandbox)
    case .indexVersion1: try sandbox.git(["-c", "pack.indexVersion=1", "repack", "-adfq"])
    case .completedThinPack: try completeThinPack(sandbox)
    case .packedAndLoose:
      try sandbox.git(["repack", "-adfq"])
      try sandbox.commitVersions(24..<28)
      _ = try sandbox.blob(Array("loose\n".utf8))
      _ = try sandbox.blob([])
    }
    if self == .multiPackIndex || self == .multiPackIndexOfDuplicates {
      try sandbox.git(["multi-pack-index", "write"])
      sandbox.remembered = try sandbox.everything()
      for index in try sandbox.packFiles(".idx") { try FileManager.default.removeItem(atPath: index) }
    }
    return sandbox
  }

  private func unpack(_ sandbox: PackSandbox) throws {
    for pack in try sandbox.packFiles(".pack") {
      let aside = sandbox.root + "/aside.pack"
      try FileManager.default.moveItem(atPath: pack, toPath: aside)
      try FileManager.default.removeItem(atPath: pack.dropLast(4) + "idx")
      try sandbox.git(["unpack-objects", "-q"], input: Array(try Data(contentsOf: URL(fileURLWithPath: aside))))
    }
  }

  /// Several packs that share no object, but for what `also` packs again.
  private func packInParts(_ sandbox: PackSandbox, also: [String]) throws {
    try sandbox.git(["repack", "-dfq", "--window=50"])
    for part in 1..<4 {
      try sandbox.commitVersions((24 + part * 6)..<(30 + part * 6))
      try sandbox.git(["repack", "-dfq"])
    }
    if !also.isEmpty { try sandbox.git(also) }
  }

  private func packReferences(_ sandbox: PackSandbox) throws {
    let list = try sandbox.git(["rev-list", "--objects", "--all"])
    let pack = try sandbox.line(
      ["pack-objects", "-q", "--no-reuse-delta", "--window=50", sandbox.root + "/references"], input: list)
    for old in try sandbox.packFiles("") { try FileManager.default.removeItem(atPath: old) }
    for suffix in ["pack", "idx"] {
      let file = "-\(pack).\(suffix)"
      try FileManager.default.moveItem(
        atPath: sandbox.root + "/references" + file, toPath: sandbox.objects + "/pack/pack" + file)
    }
  }

  private func completeThinPack(_ sandbox: PackSandbox) throws {
    let thin = try sandbox.git(
      ["pack-objects", "-q", "--thin", "--stdout", "--revs"], input: Array("main\n^main~12\n".utf8))
    try sandbox.git(["index-pack", "--fix-thin", "--stdin"], input: thin)
  }
}
