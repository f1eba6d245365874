/// The baseline of another tool, read.
package struct ForeignBaseline: Sendable {
  package enum Format: String, CaseIterable, Sendable {
    /// The JSON report of gitleaks or of betterleaks 1, with or without its secrets.
    case gitleaks
    /// `.secrets.baseline`.
    case detectSecrets = "detect-secrets"
    /// The YAML of kingfisher, of either version.
    case kingfisher
    /// The list of SHA-256 digests of betterleaks 2.
    case betterleaks
  }

  package let file: String
  package let format: Format
  package let entries: [ForeignEntry]

  /// - Parameter format: `nil` for whichever the file looks like.
  package init(_ bytes: [UInt8], file: String, format: Format? = nil) throws(BaselineError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw BaselineError(file, "it is not UTF-8") }
    guard let format = format ?? ForeignBaseline.format(of: text) else {
      let all = Format.allCases.map(\.rawValue).joined(separator: ", ")
      throw BaselineError(
        file, "this looks like no baseline that can be taken in",
        hint: "say what wrote it with --from \(all); a .gitleaksignore holds as it is")
    }
    self.file = file
    self.format = format
    switch format {
    case .gitleaks: entries = try GitleaksReport.entries(bytes, file)
    case .detectSecrets: entries = try DetectSecretsBaseline.entries(bytes, file)
    case .kingfisher: entries = try KingfisherBaseline.entries(text, file)
    case .betterleaks: entries = try BetterleaksIgnore.entries(text, file)
    }
  }

  private static func format(of text: String) -> Format? {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
    guard let first = lines.first?.drop(while: \.isWhitespace) else { return nil }
    if first.hasPrefix("[") { return .gitleaks }
    if first.hasPrefix("{") {
      return text.contains("\"plugins_used\"") || text.contains("\"results\"") ? .detectSecrets : nil
    }
    if lines.contains(where: { $0.hasPrefix("ExactFindings:") || $0.hasPrefix("fingerprint_algorithm:") }) {
      return .kingfisher
    }
    return BetterleaksIgnore.digest(first) == nil ? nil : .betterleaks
  }
}
