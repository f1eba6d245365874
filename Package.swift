// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target obeys the same rules: Swift 6 mode, unsafe code spelled out, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableExperimentalFeature("Lifetimes"),
]

/// A room of the program; `dependencies` are the only rooms it may import.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(
  _ room: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .testTarget(
    name: "\(room)Tests", dependencies: [.target(name: room)] + dependencies, exclude: exclude, resources: resources,
    swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
  name: "stanch",
  products: [
    .executable(name: "stanch", targets: ["stanch"])
  ],
  dependencies: [
    // Commands, options, help and usage errors.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // TOML by toml++: rule packs and .stanch.toml.
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    // Runs the git program where libgit2 refuses a repository; without its Foundation trait.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // libgit2 is linked statically, and its network entry points are replaced by stubs: see Sources/CLibgit2/transports.c.
    .target(
      name: "CLibgit2",
      linkerSettings: [
        .linkedLibrary(":libgit2.a"), .linkedLibrary(":libmbedcrypto.a"), .linkedLibrary(":libhttp_parser.a"),
        .linkedLibrary("pcre2-8"), .linkedLibrary(":libz.a"),
      ]),
    // HMAC-SHA256 from the same archive that libgit2 needs for its hashes.
    .target(name: "CMbedCrypto", linkerSettings: [.linkedLibrary(":libmbedcrypto.a")]),
    // Unpacks zlib streams whose size is known, several times faster than zlib.
    .target(name: "CDeflate", linkerSettings: [.linkedLibrary(":libdeflate.a")]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CVectorscan", pkgConfig: "libhs", providers: [.apt(["libvectorscan-dev"])]),
    // The files of rules/, carried in the program for those who want to read or check them.
    .target(name: "CRulePacks"),
    // How likely letters follow one another in words: written by scripts/make-language-model.
    .target(name: "CLanguageModel"),
    // The files of hooks/, carried in the program.
    .target(name: "CHookShims"),

    // The same rules as the build compiled them, for scanning: see Plugins/CompileRulePacks.
    room("CompiledRules", plugins: ["CompileRulePacks"]),

    room("Vocabulary", ["CMbedCrypto"]),
    room("Patterns", ["CPCRE2", "CVectorscan"]),
    room("Evidence", ["CLanguageModel", "Vocabulary", "Patterns"]),
    // The filter expressions of betterleaks configurations.
    room("Filters", ["Patterns"]),
    room("Structure", ["Vocabulary", "CMbedCrypto"]),
    room("Decoding", ["Vocabulary", "Structure"]),
    room(
      "Rules",
      [
        "Vocabulary", "Patterns", "Evidence", "Filters", "Structure", "Decoding",
        .product(name: "TOMLKit", package: "TOMLKit"),
      ]),
    room("Scanning", ["Vocabulary", "Patterns", "Evidence", "Structure", "Decoding", "Rules"]),
    // Rules of other programs, said in our words.
    room("RuleImport"),
    room("Git", ["CLibgit2", "Vocabulary", subprocess]),
    room("Packs", ["CDeflate", "Vocabulary"]),
    room("Lineage", ["Vocabulary", "Packs"]),
    // Opens zip, gzip and tar within limits, and knows nothing of secrets.
    room("Archives", ["CDeflate"]),
    room("Suppression", ["Vocabulary"]),
    // Which settings source code and deployment files ask for.
    room("SettingDiscovery"),
    room("Baselines", ["CMbedCrypto", "Vocabulary", "Suppression"]),
    room("Walks", ["Vocabulary", "Archives", "Git", "Packs", "Lineage", "Rules", "Scanning", "Suppression"]),
    room("Reporting", ["Vocabulary"]),
    room(
      "Commands",
      [
        "Vocabulary", "CRulePacks", "CompiledRules", "CHookShims", "Archives", "Filters", "Rules", "RuleImport",
        "Scanning", "Git", "Suppression", "Baselines", "Walks", "Reporting", argumentParser,
      ]),
    .executableTarget(name: "stanch", dependencies: ["Commands"], swiftSettings: strict),

    .executableTarget(name: "rulepack-compiler", dependencies: ["Rules"], swiftSettings: strict),
    .plugin(name: "CompileRulePacks", capability: .buildTool(), dependencies: ["rulepack-compiler"]),

    tests("Vocabulary"),
    tests("Patterns"),
    tests("Evidence", ["Vocabulary", "Patterns"]),
    tests("Filters", ["Patterns"]),
    tests("RuleImport", ["Vocabulary", "Rules"]),
    tests("Structure", ["Rules"]),
    tests("Decoding"),
    tests("Rules", ["Vocabulary", "Patterns", "Structure", "Decoding", "Scanning"]),
    tests("Scanning", ["Vocabulary", "Patterns", "Structure", "Rules"]),
    tests("Git", ["Vocabulary"]),
    tests("Packs", ["Vocabulary"]),
    tests("Lineage", ["Vocabulary", "Packs"]),
    tests("Archives", ["CDeflate"]),
    tests("Suppression", ["Vocabulary"]),
    tests("Baselines", ["Vocabulary", "Suppression"]),
    tests("Walks", ["Vocabulary", "Git", "Packs", "Lineage", "Patterns", "Rules", "Scanning", "Suppression"]),
    tests(
      "SettingDiscovery", exclude: ["Resources/pydantic-models.py"],
      resources: [.copy("Resources/labelled-code.txt")]),
    tests("Reporting", ["Vocabulary"], exclude: ["Resources"]),
    tests(
      "Commands", ["Vocabulary", "Rules", "Scanning", "CRulePacks"],
      resources: [.copy("Resources/labelled-samples.txt")]),
    .testTarget(name: "EndToEndTests", dependencies: ["stanch"], swiftSettings: strict),
  ]
)
