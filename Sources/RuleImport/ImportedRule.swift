/// A rule of another program, said in our words, and what of it cannot be.
struct ImportedRule {
  let id: String
  let title: String
  var description: String?
  var regex: String
  var secretGroup: Int?
  var keywords: [String] = []
  var entropy: Double?
  var confidence: String?
  /// Whether it is there for other rules to ask for.
  var isComponent = false
  var examples: [String] = []
  var counterexamples: [String] = []
  var references: [String] = []
  /// The rules that it asks for.
  var required: [String] = []
  var stopwords: [String] = []
  /// Values of these forms are no secrets.
  var allowed: [(description: String, regex: String)] = []
  /// What could not be carried over, in words.
  var notes: [String] = []
}
