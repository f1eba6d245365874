/// What each reader does where others do something else.
extension DialectTrap {
  func sentence(for dialect: DotenvDialect) -> String {
    switch self {
    case .byteOrderMark: "\(dialect.title) takes the byte order mark for a part of the first name"
    case .export: export(dialect)
    case .name: "\(dialect.title) does not take this name for a variable's"
    case .noValue: noValue(dialect)
    case .colon:
      dialect == .compose ? "Docker Compose takes «:» for «=»" : "\(dialect.title) does not take «:» for «=»"
    case .blankValue: "\(dialect.title) takes the next line for the value where only blanks follow the «=»"
    case .blanksAroundSign: blanksAroundSign(dialect)
    case .carriageReturn: "bash keeps the carriage return at the end of the line in the value"
    case .hashAfterSign: hashAfterSign(dialect)
    case .hash: hash(dialect)
    case .unterminatedQuote: unterminatedQuote(dialect)
    case .multiLine: multiLine(dialect)
    case .backtick: backtick(dialect)
    case .quotes: quotes(dialect)
    case .textAfterQuote: textAfterQuote(dialect)
    case .dollarInSingleQuotes:
      dialect == .python
        ? "python-dotenv puts variables into values between single quotes too"
        : "\(dialect.title) leaves «$» between single quotes as it is"
    case .dollar: dollar(dialect)
    case .backslash: backslash(dialect)
    case .blank: "bash takes what follows a space in a value without quotes for a command"
    case .shellSign: "bash takes «;», «&», «|», «<», «>» and parentheses outside quotes for its own"
    case .tilde: "bash takes «~» for a home folder"
    case .addition: "\(dialect.title) takes something on this line for a setting"
    case .consequence: "\(dialect.title) reads another line in another way, and this one depends on it"
    }
  }

  private func export(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .node, .node20: "\(dialect.title) knows «export» only with one space behind it, and with a value"
    default: "\(dialect.title) does not know «export»"
    }
  }

  private func quotes(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .docker: "docker --env-file takes quotes for a part of the value"
    default: "\(dialect.title) takes quotes away wherever they stand in a value"
    }
  }

  private func noValue(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .docker, .compose: "\(dialect.title) takes a name without «=» from its environment"
    case .python: "python-dotenv sets nothing for a name without «=», and takes away what it had"
    case .node: "Node passes over a name without «=»"
    case .node20: "Node 20 takes a name without «=» for the beginning of the next one"
    case .bash: "bash takes a name without «=» for a command, unless «export» stands before it"
    }
  }

  private func blanksAroundSign(_ dialect: DotenvDialect) -> String {
    dialect == .bash
      ? "bash takes a name with a space after it for a command"
      : "\(dialect.title) takes no space before «=», and keeps those after it"
  }

  private func hashAfterSign(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .compose, .docker: "\(dialect.title) takes «#» at the beginning of a value for a part of it"
    default: "\(dialect.title) takes «#» at the beginning of a value for a comment"
    }
  }

  private func hash(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .docker: "docker --env-file knows no comments behind values"
    case .node, .node20: "\(dialect.title) ends a value without quotes at the first «#»"
    case .compose: "Docker Compose takes «#» for a comment only after a space"
    case .python, .bash: "\(dialect.title) takes «#» for a comment only after a blank"
    }
  }

  private func unterminatedQuote(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .compose, .bash: "\(dialect.title) refuses a quote that is not closed"
    case .python: "python-dotenv passes over a line with a quote that is not closed"
    case .node, .node20, .docker: "\(dialect.title) takes a quote that is not closed for a part of the value"
    }
  }

  private func multiLine(_ dialect: DotenvDialect) -> String {
    dialect == .docker
      ? "docker --env-file takes each line for an entry of its own"
      : "\(dialect.title) reads a value over several lines in its own way"
  }

  private func backtick(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .bash: "bash runs what stands between backticks"
    case .node, .node20: "\(dialect.title) takes backticks for quotes"
    case .compose, .docker, .python: "\(dialect.title) takes backticks for a part of the value"
    }
  }

  private func textAfterQuote(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .compose: "Docker Compose takes what follows the closing quote for the next entry"
    case .docker: "docker --env-file takes quotes for a part of the value"
    case .node, .node20: "\(dialect.title) passes over what follows the closing quote"
    case .python: "python-dotenv passes over a line with text after the closing quote"
    case .bash: "bash takes what follows the closing quote for more of the value, or for a command"
    }
  }

  private func dollar(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .compose: "Docker Compose puts in variables for «$NAME» and «${NAME}» and takes «$$» for a dollar sign"
    case .python: "python-dotenv puts in variables for «${NAME}» and «${NAME:-default}» only"
    case .bash: "bash puts in variables for «$NAME» and «${NAME}», and runs «$(…)»"
    case .docker, .node, .node20: "\(dialect.title) puts in no variables"
    }
  }

  private func backslash(_ dialect: DotenvDialect) -> String {
    switch dialect {
    case .docker: "docker --env-file keeps backslashes as they are"
    case .node, .node20: "\(dialect.title) takes «\\n» between double quotes for a line end, and knows no other escape"
    case .compose: "Docker Compose takes escapes between double quotes for what they mean in C"
    case .python: "python-dotenv takes escapes between quotes for what they mean in Python"
    case .bash: "bash takes a backslash away outside quotes, and keeps «\\n» between double quotes as it is"
    }
  }
}
