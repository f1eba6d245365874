/// Literals that say that something round them is encoded character by character: percent encoding (RFC 3986), `\u` escapes, and
/// entities of HTML and XML. The prefilter looks for them beside the keywords.
package enum EscapeMarkers {
  package static let literals: [[UInt8]] = (percents + ["\\u00", "&quot;", "&apos;"] + entities).map { Array($0.utf8) }

  /// Of the characters that stand round secrets and in them: others are hardly ever encoded.
  private static let percents = [
    "20", "21", "22", "23", "24", "25", "26", "27", "2b", "2c", "2d", "2e", "2f", "3a", "3b", "3d", "3f", "40", "5b",
    "5f", "7b",
  ].map { "%\($0)" }

  private static let entities = ["1", "3", "4", "5", "6", "7", "8", "9", "x"].map { "&#\($0)" }
}
