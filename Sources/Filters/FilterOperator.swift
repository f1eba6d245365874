/// What stands between two values.
enum FilterOperator: String, Sendable {
  case or = "||"
  case and = "&&"
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case isNotIn = "not in"
  case contains
  case startsWith
  case endsWith
  case matches
  case plus = "+"
  case minus = "-"
  case times = "*"
  case dividedBy = "/"
  case remainder = "%"
  case orElse = "??"

  /// How tightly it binds, by the table of expr-lang.
  var strength: Int {
    switch self {
    case .or: 10
    case .and: 15
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn, .isNotIn, .contains, .startsWith,
      .endsWith, .matches:
      20
    case .plus, .minus: 30
    case .times, .dividedBy, .remainder: 60
    case .orElse: 500
    }
  }

  /// The operator that a word or a symbol names.
  init?(word: String) {
    switch word {
    case "or": self = .or
    case "and": self = .and
    default: self.init(rawValue: word)
    }
  }
}
