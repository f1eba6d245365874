import Foundation

@testable import SettingDiscovery

/// A snippet of the corpus, with what its marks say.
struct LabelledSnippet: CustomStringConvertible {
  var path: String
  /// Without marks.
  var text: [UInt8]
  var expected: Set<String> = []
  var files: Set<String> = []
  var line: Int

  var description: String { "\(path) at line \(line)" }

  /// A reference in a form that tells it from all others.
  static func form(_ offset: Int, _ name: String, _ need: String, _ origin: String, _ isSecret: Bool) -> String {
    "\(offset) \(name) \(need) \(origin)\(isSecret ? " secret" : "")"
  }

  static let all: [LabelledSnippet] = {
    guard let url = Bundle.module.url(forResource: "labelled-deployment", withExtension: "txt"),
      let data = FileManager.default.contents(atPath: url.path)
    else { return [] }
    return snippets(in: [UInt8](data))
  }()

  private static func snippets(in text: [UInt8]) -> [LabelledSnippet] {
    var snippets: [LabelledSnippet] = []
    var path: String?
    var body: [UInt8] = []
    var begin = 0
    func finish() { if let path { snippets.append(LabelledSnippet(path: path, marked: body, line: begin)) } }
    for (number, line) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.starts(with: Array("=== ".utf8)) {
        finish()
        path = String(decoding: line.dropFirst(4), as: UTF8.self)
        body = []
        begin = number + 1
      } else {
        body += line + [10]
      }
    }
    finish()
    return snippets
  }

  /// Marks stand before what they are about: need, origin, `!` for a secret, and a name where it is not what follows.
  private init(path: String, marked: [UInt8], line: Int) {
    self.path = path
    self.line = line
    var text: [UInt8] = []
    var marks: [(offset: Int, mark: String)] = []
    var rest = marked[...]
    let (start, end) = (Array("‹".utf8), Array("›".utf8))
    while let first = rest.first {
      if rest.starts(with: start), let close = rest.firstRange(of: end) {
        marks.append((text.count, String(decoding: rest[..<close.lowerBound].dropFirst(start.count), as: UTF8.self)))
        rest = rest[close.upperBound...]
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    self.text = text
    for (offset, mark) in marks { take(mark, at: offset) }
  }

  private mutating func take(_ mark: String, at offset: Int) {
    if mark.hasPrefix("f") {
      let path = text[offset...].prefix { !" \n\"',]}[".utf8.contains($0) }
      files.insert("\(offset) \(String(decoding: path, as: UTF8.self)) \(mark == "f")")
      return
    }
    let parts = mark.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let origins: [Character: String] = [
      "S": "workflowSecret", "V": "workflowVariable", "B": "build", "T": "terraform", "K": "cluster",
    ]
    let origin = parts[0].compactMap { origins[$0] }.first ?? "environment"
    let isNamePart: (UInt8) -> Bool = { byte in
      byte.isInVariable || (origin == "cluster" && (byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")))
    }
    let name =
      parts.count > 1 ? String(parts[1]) : String(decoding: text[offset...].prefix(while: isNamePart), as: UTF8.self)
    let needs: [Character: String] = ["r": "required", "o": "optional", "w": "written", "d": "dynamic"]
    let need = parts[0].first.flatMap { needs[$0] } ?? "?"
    expected.insert(LabelledSnippet.form(offset, name, need, origin, parts[0].contains("!")))
  }

  /// What the readers find.
  func found() -> (references: Set<String>, files: Set<String>)? {
    let bytes = text
    guard let reader = unsafe DeploymentReaders.reader(for: path, beginning: bytes.span.bytes) else { return nil }
    let readout = unsafe reader.references(in: bytes.span.bytes, conventions: SettingConventions())
    return (
      Set(
        readout.references.map {
          LabelledSnippet.form($0.offset, $0.name, $0.need.rawValue, $0.origin.rawValue, $0.isSecret)
        }), Set(readout.envFiles.map { "\($0.offset) \($0.path) \($0.isRequired)" })
    )
  }
}
