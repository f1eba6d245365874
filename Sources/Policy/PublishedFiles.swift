internal import FoundationEssentials
internal import IgnoreRules
internal import Vocabulary

/// Env files that npm would publish with a package.
enum PublishedFiles: PolicyCheck {
  private struct Manifest: Decodable {
    let name: String?
    let isPrivate: Bool?
    let files: [String]?

    private enum CodingKeys: String, CodingKey {
      case name, files
      case isPrivate = "private"
    }
  }

  static func findings(in survey: PolicySurvey) throws -> [PolicyFinding] {
    var findings: [PolicyFinding] = []
    for file in survey.tree.files where file.path.name == "package.json" && file.standing != .ignored {
      guard FileRole(path: file.path.folder + "/package.ts") != .aside, let text = try survey.tree.read(file.path),
        // A manifest that npm cannot read is none of this check's business: npm publishes nothing then.
        let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(text)), manifest.name != nil,
        manifest.isPrivate != true
      else { continue }
      findings += try self.findings(in: survey, manifest, file.path)
    }
    return findings
  }

  private static func findings(
    in survey: PolicySurvey, _ manifest: Manifest, _ path: RepositoryPath
  ) throws -> [PolicyFinding] {
    let prefix = path.folder.isEmpty ? "" : path.folder + "/"
    let below = survey.tree.files.filter { $0.path.text.hasPrefix(prefix) && !$0.path.text.contains("node_modules/") }
    let exposed = survey.envFiles.filter { envFile in
      IgnoreCoverage.isToBeIgnored(envFile.name) && envFile.file.path.text.hasPrefix(prefix)
    }
    guard !exposed.isEmpty else { return [] }
    var ignoreFiles: [(path: String, text: [UInt8])] = []
    for file in below where [".npmignore", ".gitignore"].contains(file.path.name) {
      guard let text = try survey.tree.read(file.path) else { continue }
      ignoreFiles.append((String(file.path.text.dropFirst(prefix.count)), text))
    }
    let files = try PackageFiles(
      files: manifest.files, ignoreFiles: ignoreFiles, tree: below.map { String($0.path.text.dropFirst(prefix.count)) })
    return exposed.compactMap { envFile in
      let name = String(envFile.file.path.text.dropFirst(prefix.count))
      guard files.verdict(for: name).isPublished else { return nil }
      return PolicyFinding(
        .envFilePublished, envFile.file.path.text, at: path,
        evidence: [
          "npm publish would put \(name) into the package",
          "name what belongs into it under files, or add it to .npmignore",
        ])
    }
  }
}
