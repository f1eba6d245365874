/// What a script reads and assigns, and where: of its reads those are settings that nothing in the script gives a value.
struct ShellScope {
  /// One reading of a variable.
  struct Read {
    var name: String
    var place: Int
    var form: Form
    /// The function that it stands in.
    var function: String?
    var isStrict = false
    /// Whether the script stops where the variable is empty.
    var isGuarded = false
    /// Whether it was assigned by what stands before.
    var isAssigned = false
    /// Whether another script was read in before, which may assign it.
    var isAfterSource = false
    /// Whether it is asked whether there is a value.
    var isTested = false
  }

  /// How a variable is read.
  enum Form: String {
    case plain = "${…}"
    case required = "${…:?}"
    case fallback = "${…:-}"
    case assigning = "${…:=}"
    case alternative = "${…:+}"
    case tested = "[[ -v … ]]"
    case command = "printenv …"
    case resolver = "stanch secrets get …"
    case passed = "docker run -e …"
    case substituted = "envsubst '$…'"
    case powershell = "$env:…"
  }

  /// Names that have a value when the script begins.
  var known: Set<String>
  var reads: [Read] = []
  var written: [(name: String, place: Int, idiom: String)] = []
  /// `${!PREFIX_@}` and `${!name}`.
  var dynamic: [(beginning: String, place: Int, function: String?)] = []
  var envFiles: [(path: String, isRequired: Bool, place: Int)] = []
  private(set) var assigned: Set<String> = []
  /// Who assigns a name: functions, and `nil` for the script itself.
  private var owners: [String: Set<String?>] = [:]
  private var locals: Set<String> = []
  /// Functions that read the variable whose name they are given, and the calls of functions with a name.
  var indirectFunctions: Set<String> = []
  var calls: [(function: String, name: String, place: Int)] = []
  /// `NAME=` at the beginning of what is printed.
  var printed: Set<String> = []
  var isStrict = false
  var hasSourced = false
  /// Names of the commands of the project's own that print a setting.
  var functions: [SettingConventions.Function] = []

  init(known: Set<String> = []) {
    self.known = known
  }

  mutating func read(_ name: String, at place: Int, form: Form, in function: String?) -> Int {
    reads.append(
      Read(
        name: name, place: place, form: form, function: function, isStrict: isStrict,
        isAssigned: assigned.contains(name), isAfterSource: hasSourced))
    return reads.count - 1
  }

  mutating func assign(_ name: String, in function: String?, isLocal: Bool = false) {
    if isLocal, function != nil {
      locals.insert(name)
    } else {
      assigned.insert(name)
    }
    owners[name, default: []].insert(function)
  }

  /// Whether the value comes from outside the script.
  func isSetting(_ read: Read) -> Bool {
    guard !read.isAssigned, !known.contains(read.name), !ShellNames.isKnown(read.name) else { return false }
    // Names in small letters are a script's own; whoever runs it has to give one only where it says so.
    let isExplicit = read.form == .command || read.form == .resolver || (read.form == .required && read.function == nil)
    guard isExplicit || read.name.isConventional else { return false }
    // Another script may have given it a value, unless this one says what is to be done without.
    if read.form == .plain, read.isAfterSource, !read.isGuarded { return false }
    guard let function = read.function else { return true }
    // A function runs later than what stands after it, and sees what its callers hold.
    return !locals.contains(read.name) && (owners[read.name] ?? []).allSatisfy { $0 == function }
  }

  /// - Parameter coped: names for which the script has something where there is no value.
  static func need(of read: Read, coped: Set<String>) -> SettingReference.Need {
    switch read.form {
    case .required, .resolver, .passed: .required
    case .plain: read.isGuarded || (read.isStrict && !coped.contains(read.name)) ? .required : .optional
    default: read.isGuarded ? .required : .optional
    }
  }
}
