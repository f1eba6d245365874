/// A small package with ignore files or a list of files.
struct RandomPackage {
  private(set) var package = NpmOracle.Package(files: [], texts: [:])
  private var random: SplitMix64

  private static let names = [
    "a", "b", "lib", ".env", ".ENV", "x.env", "README.md", "license", ".npmrc", "node_modules", "a.orig", ".git",
    "c.js", "é", ".env.example",
  ]
  private static let parts =
    names + ["*", "**", "*.js", "?", ".*", "[a-b]", "{a,b}", "*.env", ".env*", "lib*", "[!a]", "{lib,x}.env"]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    grow("", depth: 0)
    if random.chance(50) { package.list = (0..<random.number(0..<4)).map { _ in entry() } }
    if random.chance(20) { package.main = "c.js" }
  }

  private mutating func grow(_ folder: String, depth: Int) {
    for name in Set((0..<random.number(1..<6)).map { _ in random.pick(RandomPackage.names) }).sorted() {
      if depth < 3, random.chance(45) {
        grow(folder + name + "/", depth: depth + 1)
      } else {
        package.files.append(folder + name)
      }
    }
    for name in [".npmignore", ".gitignore"] where random.chance(30) {
      package.files.append(folder + name)
      package.texts[folder + name] = (0..<random.number(0..<4)).map { _ in line() + "\n" }.joined()
    }
  }

  private mutating func line() -> String { random.pick(["", "", "", "!", "!!"]) + pattern() }

  private mutating func entry() -> String { random.pick(["", "", "", "", "!", "./"]) + pattern() }

  private mutating func pattern() -> String {
    let parts = (0..<random.number(1..<4)).map { _ in random.pick(RandomPackage.parts) }
    return random.pick(["", "", "/"]) + parts.joined(separator: "/") + random.pick(["", "", "", "/", "/*", "/**"])
  }
}
