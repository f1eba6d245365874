/// Colours for a terminal. They carry no meaning that the words do not.
package struct Style: Sendable {
  package let usesColor: Bool

  package init(usesColor: Bool) {
    self.usesColor = usesColor
  }

  package func error(_ text: String) -> String { wrapped(text, "1;31") }
  package func warning(_ text: String) -> String { wrapped(text, "1;33") }
  package func hint(_ text: String) -> String { wrapped(text, "1;36") }
  package func strong(_ text: String) -> String { wrapped(text, "1") }
  package func faint(_ text: String) -> String { wrapped(text, "2") }

  /// Select graphic rendition (ECMA-48, 8.3.117).
  private func wrapped(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
