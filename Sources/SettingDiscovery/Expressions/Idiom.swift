/// How code asks for a setting, by the path of what it calls or reads.
struct Idiom: Sendable {
  /// What the path leads to.
  enum Shape: Sendable {
    /// An object that holds the environment.
    case mapping(Mapping)
    /// A function that takes a setting's name.
    case function(Call)
  }

  struct Mapping: Sendable {
    /// What `environment["X"]` is, where that can be written.
    var subscripted: SettingReference.Need?
    /// What `environment.X` is, where that can be written.
    var member: SettingReference.Need?
    var methods: [String: Call] = [:]
    /// Members that are the object's own and no settings.
    var ownMembers: Set<String> = []
    var naming = SettingNaming.asWritten
    /// Keys that are no settings.
    var excluded: Set<String> = []
  }

  struct Call: Sendable {
    /// Which argument is the name: by place, and by label.
    var argument = 0
    var labels: Set<String> = []
    var need: SettingReference.Need
    /// The argument that is taken when there is no value: by place, and by label.
    var fallback: Int?
    var fallbackLabels: Set<String> = []
    /// Whether a block after it gives a value.
    var blockIsFallback = false
    var type: SettingType?
    /// Whether every argument is a name.
    var isVariadic = false
    var naming = SettingNaming.asWritten
    /// Whether names with small letters are something else: keys of a configuration.
    var onlyCapitals = false
    /// Whether what it gives back is no value yet, so that methods of it say nothing of one.
    var givesReader = false
  }

  var path: String
  var shape: Shape
  var idiom: String

  static func call(
    _ path: String, _ need: SettingReference.Need, argument: Int = 0, fallback: Int? = nil, idiom: String? = nil,
    change: (inout Call) -> Void = { _ in }
  ) -> Idiom {
    var call = Call(argument: argument, need: need, fallback: fallback)
    change(&call)
    return Idiom(path: path, shape: .function(call), idiom: idiom ?? "\(path.replacing("*.", with: ""))(…)")
  }

  static func mapping(_ path: String, _ mapping: Mapping, idiom: String? = nil) -> Idiom {
    Idiom(path: path, shape: .mapping(mapping), idiom: idiom ?? path.replacing("*.", with: ""))
  }
}

/// How a key of a program becomes the name of a setting.
enum SettingNaming: Hashable, Sendable {
  case asWritten
  /// `http.serverPort` is HTTP_SERVER_PORT.
  case upperSnake
  /// `spring.data-source.url` is SPRING_DATASOURCE_URL.
  case relaxed
  /// `Logging:Level` is Logging__Level.
  case sections
  /// `Main` is ConnectionStrings__Main.
  case connectionStrings
  /// Upper case, after a prefix.
  case prefixed(String)
  /// `http.server-port` is HTTP_SERVER_PORT: everything that is no letter or digit becomes an underscore.
  case underscored
  /// What stands before an equals sign.
  case assignment

  func name(of key: String) -> String {
    switch self {
    case .asWritten: key
    case .upperSnake: SettingNaming.upperSnake(key)
    case .underscored: String(decoding: key.utf8.map(SettingNaming.upperOrUnderscore), as: UTF8.self)
    case .relaxed: String(decoding: key.utf8.compactMap(SettingNaming.relaxed), as: UTF8.self)
    case .sections: key.split(separator: ":", omittingEmptySubsequences: false).joined(separator: "__")
    case .connectionStrings: "ConnectionStrings__" + key
    case .prefixed(let prefix): prefix + key.uppercased()
    case .assignment: String(key.prefix { $0 != "=" })
    }
  }

  private static func relaxed(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "-"): nil
    case UInt8(ascii: "."), UInt8(ascii: "["): UInt8(ascii: "_")
    case UInt8(ascii: "]"): nil
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    default: byte
    }
  }

  /// An underscore where a small letter or a digit meets a capital, and for everything that is no letter or digit.
  static func upperSnake(_ key: String) -> String {
    let bytes = Array(key.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isCapital, index > 0 {
        let before = bytes[index - 1]
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isAfterSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(before) || isDigit(before)
        let endsCapitals =
          (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(before)
          && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
        if isAfterSmall || endsCapitals { result.append(UInt8(ascii: "_")) }
      }
      result.append(upperOrUnderscore(byte))
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func upperOrUnderscore(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: byte
    default: UInt8(ascii: "_")
    }
  }
}
