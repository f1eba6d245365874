/// Java, Kotlin, Groovy and Scala: `System.getenv`, Spring, MicroProfile and dotenv.
package enum JVMReader: CodeLanguage {
  static let extensions: Set<String> = ["java", "kt", "kts", "groovy", "gradle", "scala", "sc"]
  static let words = WordFilter([
    "getenv", "@value", "configproperty", "configurationproperties", "dotenv", "sys.env", "environmentvariable",
  ])
  static let ownWords = DigestSet(
    ["Value", "ConfigProperty", "ConfigurationProperties", "dotenv", "Dotenv"])
  static let traits = CodeTraits(
    memberNeedsValue: true, demandingMethods: ["orElseThrow"],
    copingMethods: [
      "orElse", "orElseGet", "orEmpty", "isNullOrEmpty", "isNullOrBlank", "getOrElse", "orNull", "isDefined", "let",
    ],
    demandingFunctions: ["requireNotNull", "checkNotNull", "requireNonNull"],
    transparentFunctions: ["ofNullable", "Option"])

  static func syntax(_ path: String) -> LexicalSyntax {
    switch FileKind.suffix(path) {
    case "kt", "kts": .kotlin
    case "groovy", "gradle": .groovy
    case "scala", "sc": .scala
    default: .java
    }
  }

  private static let map = Idiom.Mapping(
    subscripted: .optional,
    methods: [
      "get": Idiom.Call(need: .optional, fallback: 1), "getOrDefault": Idiom.Call(need: .optional, fallback: 1),
      "containsKey": Idiom.Call(need: .optional), "getOrElse": Idiom.Call(need: .optional, blockIsFallback: true),
      "getValue": Idiom.Call(need: .required), "contains": Idiom.Call(need: .optional),
    ])

  static let idioms = IdiomTable(
    [
      .call("System.getenv", .optional), .call("java.lang.System.getenv", .optional),
      .mapping("System.getenv()", map), .mapping("System.env", map, idiom: "System.env"),
      .call("sys.env", .required), .call("sys.env.get", .optional), .call("sys.env.getOrElse", .optional, fallback: 1),
      .call("sys.env.contains", .optional), .call("sys.env.apply", .required),
      .call("*.providers.environmentVariable", .optional), .mapping("Dotenv()", map, idiom: "dotenv"),
    ]
      + map.methods.map {
        Idiom(path: "System.getenv().\($0.key)", shape: .function($0.value), idiom: "System.getenv().\($0.key)(…)")
      })

  static func read(_ reading: inout CodeReading, at index: Int) {
    switch reading.code.text(index) {
    case "Value": SpringAnnotations.readValue(&reading, at: index)
    case "ConfigProperty": SpringAnnotations.readProperty(&reading, at: index)
    case "ConfigurationProperties": SpringAnnotations.readClass(&reading, at: index)
    default: readDotenv(&reading, at: index)
    }
  }

  /// `val dotenv = dotenv()`, `Dotenv dotenv = Dotenv.configure().load()`
  private static func readDotenv(_ reading: inout CodeReading, at index: Int) {
    guard reading.code.isOperator(index + 1, in: ["(", ".", "{"]), let name = reading.assignedName(index) else {
      return
    }
    reading.locals.set(name, to: ["Dotenv()"], indentation: reading.code.indentation(index))
  }
}
