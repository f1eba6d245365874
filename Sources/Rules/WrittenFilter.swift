internal import Filters
internal import TOML

/// A filter expression as somebody wrote it.
enum WrittenFilter {
  /// The expression under `key`; `nil` when there is none, or an empty one.
  static func text(_ key: String, of section: TOMLSection) throws(ConfigurationError) -> String? {
    guard let text = try section.string(key), text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  /// - Throws: `ConfigurationError` that says where the expression is not understood: it might say that a secret is none.
  static func filter(_ text: String, key: String, _ section: TOMLSection) throws(ConfigurationError) -> Filter {
    do throws(FilterError) {
      return try Filter(text)
    } catch {
      throw section.error(key, "\(error)", hint: "docs/compatibility.md says which expressions are understood")
    }
  }
}
