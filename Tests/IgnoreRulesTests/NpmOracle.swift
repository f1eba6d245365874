import Foundation

/// npm's own npm-packlist, where npm is installed, asked which files of a package it would publish.
struct NpmOracle {
  struct Package: Codable {
    /// All files but package.json.
    var files: [String]
    var texts: [String: String]
    var list: [String]?
    var main: String?
  }

  /// The folder of npm-packlist in what npm brings along.
  static let module: String? = ["/usr/lib/node_modules", "/usr/local/lib/node_modules", "/usr/share/nodejs"]
    .flatMap { ["\($0)/npm/node_modules/npm-packlist", "\($0)/npm-packlist"] }
    .first { FileManager.default.fileExists(atPath: $0 + "/package.json") }

  private static let program = """
    const fs = require('fs'), path = require('path')
    const packlist = require(process.argv[2])
    const run = async () => {
      for (const line of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
        const c = JSON.parse(line), folder = fs.mkdtempSync(process.argv[3])
        for (const f of c.files) {
          fs.mkdirSync(path.dirname(path.join(folder, f)), { recursive: true })
          fs.writeFileSync(path.join(folder, f), c.texts[f] ?? '')
        }
        const pkg = { name: 'x', version: '1.0.0', files: c.list ?? undefined, main: c.main ?? undefined }
        fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify(pkg))
        const tree = { path: folder, package: pkg, isProjectRoot: true, edgesOut: new Map(), workspaces: null }
        console.log(JSON.stringify(await packlist(tree)))
        fs.rmSync(folder, { recursive: true })
      }
    }
    run()
    """

  func published(_ packages: [Package]) throws -> [Set<String>] {
    let base = NSTemporaryDirectory() + "stanch-npm-" + UUID().uuidString
    let (input, script) = (URL(fileURLWithPath: base + ".in"), URL(fileURLWithPath: base + ".js"))
    defer { for file in [input, script] { try? FileManager.default.removeItem(at: file) } }
    let lines = try packages.map { try JSONEncoder().encode($0) }
    try Data(lines.joined(separator: [10])).write(to: input)
    try Data(NpmOracle.program.utf8).write(to: script)
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node", script.path, NpmOracle.module ?? "", base + "-"]
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let bytes = Array(try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    return try bytes.split(separator: 10).map { try JSONDecoder().decode(Set<String>.self, from: Data($0)) }
  }
}
