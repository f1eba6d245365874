internal import Vocabulary

/// A name cut into words, and what they say of the value.
struct Name {
  let words: [String]
  let nameClass: NameClass
  /// Where the word stands that decides the class.
  private let place: Int

  /// - Returns: `nil` when no word of the name is about secrets.
  init?(_ text: ArraySlice<UInt8>) {
    words = WordCutter.lowercasedWords(of: text)
    var found: (NameClass, Int)?
    for (place, word) in words.enumerated() {
      guard let nameClass = NameVocabulary.nameClass(of: word) else { continue }
      // `auth_token` is a token: of what else a name is, authentication says least.
      if nameClass == .auth, found != nil { continue }
      found = (nameClass, place)
    }
    guard let found else { return nil }
    (nameClass, place) = found
  }

  private var before: ArraySlice<String> { words[..<place] }

  private var after: [String] {
    words[(place + 1)...].filter { !$0.utf8.allSatisfy(WordCutter.isDigit) }
  }

  /// A word that makes it the name of something beside the secret: `password_hash`, `token_type`, `public_key`.
  var otherMeaning: String? {
    let isCode = nameClass == .auth && after == ["code"]
    if !isCode, let word = after.first(where: NameVocabulary.attributes.contains) { return word }
    return before.suffix(2).first(where: NameVocabulary.qualifiers.contains)
  }

  /// Whether further words follow that say nothing we know.
  var goesOn: Bool { !after.isEmpty }

  /// Whether a key is said to be one of a kind that is secret, as in `api_key`; other keys may be those of a dictionary.
  var isSecretKey: Bool {
    nameClass == .key
      && (before.suffix(2).contains(where: NameVocabulary.keyKinds.contains)
        || !["key", "keys"].contains(words[place]))
  }
}
