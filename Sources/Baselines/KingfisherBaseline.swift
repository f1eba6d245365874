internal import Vocabulary

/// The baseline of kingfisher, of version 1 (`ExactFindings`) or 2 (`repositories`): the part of YAML that it writes, which is
/// lists of plain keys and values.
enum KingfisherBaseline {
  static func entries(_ text: String, _ file: String) throws(BaselineError) -> [ForeignEntry] {
    var entries: [ForeignEntry] = []
    var item: [Substring: String] = [:]
    var start = 0
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var line = line.drop { $0 == " " }
      if line.isEmpty || line.hasPrefix("#") || line == "---" { continue }
      if line.hasPrefix("- ") {
        if let entry = try entry(item, file, start) { entries.append(entry) }
        item = [:]
        start = index + 1
        line = line.dropFirst(2).drop { $0 == " " }
      }
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let value = value(parts[1]) else {
        throw BaselineError(
          file, line: index + 1, "this is not the YAML that kingfisher writes for a baseline",
          hint: "let kingfisher write it anew: kingfisher scan --manage-baseline --baseline-file FILE")
      }
      item[parts[0]] = value
    }
    if let entry = try entry(item, file, start) { entries.append(entry) }
    return entries
  }

  /// What an item of a list says; `nil` for one that is no finding.
  private static func entry(_ item: [Substring: String], _ file: String, _ line: Int) throws(BaselineError)
    -> ForeignEntry?
  {
    guard let written = item["fingerprint"] else { return nil }
    guard
      let fingerprint = UInt64(written)
        ?? UInt64(written.hasPrefix("0x") ? String(written.dropFirst(2)) : written, radix: 16)
    else {
      throw BaselineError(file, line: line, "its fingerprint is no number of 64 bits")
    }
    guard var path = item["path"] ?? item["filepath"] else {
      throw BaselineError(file, line: line, "its path is missing")
    }
    // Version 1 puts what the history holds below the folder that the history lies in.
    for prefix in ["./.git/", ".git/"] where path.hasPrefix(prefix) { path.removeFirst(prefix.count) }
    return ForeignEntry(
      rule: item["rule_id"] ?? "a secret", path: path, line: (item["line"] ?? item["linenum"]).flatMap { Int($0) },
      proof: .kingfisher(fingerprint))
  }

  /// A value in quotes or without; `nil` for one that goes on in further lines or is of a form that is not read here.
  private static func value(_ text: Substring) -> String? {
    var text = text.drop { $0 == " " }
    while text.last?.isWhitespace == true { text.removeLast() }
    guard let first = text.first else { return "" }
    if first == "'" {
      guard text.count > 1, text.hasSuffix("'") else { return nil }
      return text.dropFirst().dropLast().split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    }
    if first == "\"" {
      guard text.count > 1, text.hasSuffix("\""), !text.contains("\\") else { return nil }
      return String(text.dropFirst().dropLast())
    }
    return "|>&*!{".contains(first) ? nil : String(text)
  }
}
