import Foundation
import PackagePlugin

/// Compiles rules/*.toml into the Swift source that carries them in the program.
@main
struct CompileRulePacks: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let folder = context.package.directoryURL.appending(path: "rules")
    let packs = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "toml" }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledRules+Image.swift")
    return [
      .buildCommand(
        displayName: "Compiling \(packs.count) rule packs",
        executable: try context.tool(named: "rulepack-compiler").url,
        arguments: ["--output", output.path] + packs.map(\.path),
        inputFiles: packs,
        outputFiles: [output])
    ]
  }
}
