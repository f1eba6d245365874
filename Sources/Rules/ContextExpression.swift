/// The expression of a rule that knows its secrets by the words before them: `context`, `value` and `names` of a rule pack.
///
/// A match begins at a context word, or at a word of `names` that leads to one (`API_KEY_ABUSEIPDB`), and ends with the
/// value, which is its first group. Between the two stands one of
///
/// - the rest of the name: `ABUSEIPDB_API_KEY`, `"abuseipdbToken"`; it holds one of `names`, if the rule has any and the
///   context word holds none;
/// - less than a line, and a name of its own: `abuseipdb: { apiKey: `, `api.abuseipdb.com/v2?key=`;
/// - the end of a line that opens something, at most one short line, and a name of its own, as in YAML and INI;
///
/// and then what assigns: a mark, a space, an element or attribute of XML, a comma of a call, with quotes and what may stand
/// at them. A name of its own is made of words such as `api`, `access` and `key`, so that no other provider's name is taken
/// for it. Names of hashes, versions and ids assign no secrets. Every part is bounded, and nothing is tried that is not led to
/// from a context word.
struct ContextExpression {
  private let words: [ContextWord]
  private let names: [ContextWord]
  private let value: String

  init(words: [ContextWord], names: [ContextWord], value: String) {
    self.words = words
    self.names = names
    self.value = value
  }

  /// What the prefilter looks for; one of them stands inside every match.
  var keywords: [String] {
    let keywords = Set(words.flatMap(\.keywords))
    // What holds another keyword is found with that.
    return keywords.filter { keyword in !keywords.contains { $0 != keyword && keyword.contains($0) } }.sorted()
  }

  var pattern: String {
    var beginnings = ["\(context(words))(?:\(restOfName(holding: names))|\(Self.nearOrBelow)\(ownName))"]
    let telling = words.filter { $0.holds(oneOf: names) }
    if !telling.isEmpty { beginnings.append("\(context(telling))\(restOfName(holding: []))") }
    if !names.isEmpty { beginnings.append(nameThatLeadsToContext) }
    return "(?:\(beginnings.joined(separator: "|")))\(Self.assignment)(\(value))\(end)"
  }

  /// One of the words, and no part of a longer word.
  private func context(_ words: [ContextWord]) -> String {
    "\(Self.wordStart)(?i:\(ContextExpression.alternatives(words)))\(Self.wordEnd)"
  }

  private func restOfName(holding names: [ContextWord]) -> String {
    let tail = #"[\w.-]{0,40}?"#
    let generic = #"(?:[ ](?i:\#(Self.genericWords)|key|token|secret)){0,3}"#
    guard !names.isEmpty else { return "\(Self.noSecret)\(tail)\(generic)" }
    let name = "(?i:\(ContextExpression.alternatives(names)))"
    return #"\#(Self.noSecret)(?:\#(tail)|\#(generic)[ ])\#(name)[\w.-]{0,12}?"#
  }

  private static let nearOrBelow: String = {
    let near = #"[^\r\n;]{0,80}?"#
    let opening = #"(?:[^\r\n;]{0,40}?(?:[:{(\[\],]|=>))?[ \t]{0,4}\r?\n"#
    let between = #"(?:[ \t]{0,24}[^\r\n]{0,60}[^\r\n:{(\[\]\s][ \t]{0,2}\r?\n)?"#
    let continued = #"[^\r\n]{0,80}\\\r?\n"#
    let mark = #"[ \t]{0,24}(?:(?:-[HhkXu]|--header|-)[ ]?)?["'`<:$]{0,2}"#
    return #"(?:\#(near)|(?:\#(opening)\#(between)|\#(continued))\#(mark))"#
  }()

  /// A name made of nothing but common words and one of the rule's.
  private var ownName: String {
    let name = names.isEmpty ? Self.secretNames : ContextExpression.alternatives(names)
    let suffix = #"(?:[_-]?(?:[0-9]{1,2}|value|string|live|prod|production|test|dev))?"#
    return #"(?<![A-Za-z0-9_])(?<![A-Za-z0-9]-)(?i:(?:(?:\#(Self.genericWords))[_ -]?){0,3}(?:\#(name))\#(suffix))"#
  }

  private var nameThatLeadsToContext: String {
    let name = ContextExpression.alternatives(names)
    let generic = #"(?:(?:\#(Self.genericWords))[_ -]?){0,2}"#
    let lead = #"(?<![A-Za-z0-9])(?i:\#(generic)(?:\#(name))[_. -]?(?:for[_ -]?)?)"#
    return #"\#(lead)\#(context(words))\#(Self.noSecret)[\w.-]{0,16}?"#
  }

  /// The value is no part of a longer word, no name that something is assigned to, and no call.
  private var end: String {
    let alphabet = value.contains("/") ? "/" : ""
    return #"(?![\w+\#(alphabet)-]|[ ]?=|\(|\[|\.[A-Za-z_])"#
  }

  private static func alternatives(_ words: [ContextWord]) -> String {
    words.map(\.expression).joined(separator: "|")
  }

  private static let wordStart = "(?:(?<![A-Za-z])|(?<![A-Z])(?=[A-Z]))"

  /// Names run their words together, as in `abuseipdbkey` and `ABUSEIPDBKEY`.
  private static let wordEnd =
    "(?:(?![A-Za-z])|(?=[A-Z][a-z])|(?=(?i:api|acc|app|auth|cli|cred|dev|int|key|pass|pat|priv|prod|pw|rest|sec|ser|test|tok)))"

  /// What a name holds when its value is no secret.
  private static let noSecret =
    #"(?![\w.-]{0,32}?(?:(?i:sha[0-9]|md5|hash|digest|checksum|commit|version|uuid|guid|fingerprint|public|publish|etag)"#
    + #"|(?:[_-][iI][dD]|I[dD]|ID)(?![A-Za-z])))"#

  private static let genericWords =
    "access|account|admin|api|app|application|auth|bearer|client|consumer|customer|dev|developer|integration|live|master"
    + "|merchant|my|oauth2?|partner|personal|private|prod|production|project|read|rest|sandbox|secret|server|service|shared"
    + "|signing|sub|subscription|test|tracking|user|v[0-9]|web|webhook|write|x|your?"

  private static let secretNames = "key|token|secret|passw(?:or)?d|pwd|credentials?|authorization|auth|jwt|bearer"

  /// What all expressions have in common, the longest first, for `AbbreviatedPattern`.
  static let commonParts = [assignment, nearOrBelow, genericWords, noSecret, wordEnd, secretNames]

  /// Everything between a name and its value.
  private static let assignment: String = {
    let quote = #"\\{0,3}["'`]"#
    let type = #"(?:[ ]?:[ ]?(?i:str(?:ing)?)[?!]?(?=[ ]?=))?"#
    let mark = #"(?:[:?|.+]{0,3}={1,3}>?|->|:-?|,|>|\(|\|{1,2}|\?\?|or[ ]|%3[Dd])"#
    let line = #"[:=>(\[,][ \t]{0,4}(?:\\|[|>]-?)?\r?\n[ \t]{1,24}"#
    let separator = #"(?:[ \t]{0,20}\#(mark)[ \t]{0,8}|[ \t]{1,20}|[ \t]{0,4}\#(line))"#
    let before = #"(?:\#(quote))?(?:</(?i:key|name|string)>)?,?\s{0,24}(?:\#(quote)|<)?"#
    let attribute = #"\#(before)(?i:value|default|content|string)(?:\#(quote))?[ \t]{0,4}[=:>][ \t]{0,4}"#
    let opening = #"(?:[@$rbuLf]{0,2}\#(quote)|[<({\[]){0,3}"#
    let scheme = #"(?:(?i:bearer|basic|token|key|apikey|api[_-]key)[ \t]{0,2}[ \t:=][ \t]{0,2}(?:\#(quote))?)?"#
    return #"(?:(?:\#(quote))?[\])]{0,2}\#(type)\#(separator)|\#(attribute))\#(opening)\#(scheme)"#
  }()
}
