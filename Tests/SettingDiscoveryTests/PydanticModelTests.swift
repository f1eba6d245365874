import Foundation
import SettingDiscovery
import Testing

/// Several hundred generated settings classes: pydantic itself says which variables their fields answer to.
struct PydanticModelTests {
  struct Truth: Decodable {
    struct Name: Decodable {
      var paths: [String]
      var required: Bool
      /// Whether its value is a whole model, as JSON.
      var isContainer: Bool
    }

    var names: [String: Name]
    var judged: Bool
  }

  private static func python() -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ProcessInfo.processInfo.environment["STANCH_TEST_PYTHON"]
      ?? root.appending(path: ".build/venv/bin/python3").path(percentEncoded: false)
  }

  /// Writes the modules into a folder and returns what pydantic says of each.
  private static func generate(_ count: Int, seed: Int, into folder: URL) throws -> [String: Truth] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources/pydantic-models.py")
    let process = Process()
    process.executableURL = URL(filePath: python())
    process.arguments = [script.path(percentEncoded: false), folder.path(percentEncoded: false), "\(count)", "\(seed)"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let data = try Data(contentsOf: folder.appending(path: "truth.json"))
    return try JSONDecoder().decode([String: Truth].self, from: data)
  }

  @Test(arguments: [1, 2, 3, 4]) func `The reader says what pydantic says`(seed: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pydantic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let truths = try PydanticModelTests.generate(150, seed: seed, into: folder)
    #expect(truths.count == 150)
    let unjudged = truths.filter { !$0.value.judged }.keys.sorted()
    #expect(unjudged.isEmpty)
    for (module, truth) in truths {
      let text = [UInt8](try Data(contentsOf: folder.appending(path: module)))
      let found = PydanticModelTests.read(text)
      let differences = PydanticModelTests.differences(found, truth)
      #expect(differences.isEmpty, "\(module): \(differences)\n\(String(decoding: text, as: UTF8.self))")
    }
  }

  private static func read(_ text: [UInt8]) -> [String: Bool] {
    let readout = unsafe PythonReader.references(in: text.span.bytes, conventions: SettingConventions())
    return Dictionary(readout.references.map { ($0.name, $0.need == .required) }, uniquingKeysWith: { $0 || $1 })
  }

  /// A whole model in one variable is told only where its parts have none of their own.
  private static func differences(_ found: [String: Bool], _ truth: Truth) -> [String] {
    var differences: [String] = []
    for (name, said) in truth.names {
      if let isRequired = found[name] {
        if isRequired != said.required { differences.append("\(name) is \(said.required ? "" : "not ")required") }
      } else if !said.isContainer
        || !truth.names.contains(where: { $0.key != name && $0.key.hasPrefix(name + "_") && !$0.value.isContainer })
      {
        differences.append("\(name) is not found")
      }
    }
    for name in found.keys where truth.names[name] == nil { differences.append("\(name) is none") }
    return differences.sorted()
  }
}
