extension ShellParser {
  /// `docker run -e NAME -e NAME=value --env-file .env`
  mutating func containerOptions(_ words: [ShellWord]) {
    guard words.contains(where: { ["run", "exec", "create", "build", "compose", "up"].contains($0.keyword ?? "") })
    else { return }
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch words[index].keyword {
      case "-e", "--env":
        if let next { passed(next) }
        index += 1
      case "--env-file":
        if let next { envFile(next) }
        index += 1
      case .some(let option) where option.hasPrefix("--env="): passed(words[index].dropping("--env="))
      case .some(let option) where option.hasPrefix("--env-file="): envFile(words[index].dropping("--env-file="))
      default: break
      }
      index += 1
    }
  }

  private mutating func passed(_ word: ShellWord) {
    let quote = word.place.lowerBound < limit && [0x22, 0x27].contains(bytes[word.place.lowerBound]) ? 1 : 0
    let start = word.place.lowerBound + quote
    let end = bytes.endOfVariable(at: start, limit: word.place.upperBound)
    guard end > start else { return }
    let name = bytes.string(start..<end)
    if end < word.place.upperBound, bytes[end] == "=" {
      scope.written.append((name, start, "docker run -e …="))
    } else if word.isLiteral {
      _ = read(name, at: start, form: .passed)
    }
  }

  private mutating func envFile(_ word: ShellWord) {
    let quote = word.place.lowerBound < limit && [0x22, 0x27].contains(bytes[word.place.lowerBound]) ? 1 : 0
    let path = bytes.string(word.place).filter { $0 != "\"" && $0 != "'" }
    guard !path.isEmpty else { return }
    scope.envFiles.append((path, true, word.place.lowerBound + quote))
  }

  /// `envsubst '$A ${B}'`
  mutating func substituted(_ words: [ShellWord]) {
    for word in words where word.isLiteral && word.hasQuotes {
      var index = word.place.lowerBound
      while index < word.place.upperBound {
        guard bytes[index] == "$" else {
          index += 1
          continue
        }
        index += 1
        if index < word.place.upperBound, bytes[index] == "{" { index += 1 }
        let end = bytes.endOfVariable(at: index, limit: word.place.upperBound)
        if end > index { _ = read(bytes.string(index..<end), at: index, form: .substituted) }
        index = max(end, index)
      }
    }
  }
}

extension ShellWord {
  fileprivate func dropping(_ beginning: String) -> ShellWord {
    var word = self
    word.place = min(place.upperBound, place.lowerBound + beginning.utf8.count)..<place.upperBound
    return word
  }
}
