internal import Vocabulary

/// A name cut into words, and what they say of the value.
struct Name {
  let text: ArraySlice<UInt8>
  let words: [Word]
  let nameClass: NameClass
  /// Where the word stands that decides the class.
  private let place: Int

  /// - Returns: `nil` when no word of the name is about secrets.
  init?(_ text: ArraySlice<UInt8>) {
    self.text = text
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

  private var before: ArraySlice<Word> { words[..<place] }

  private var after: some Sequence<Word> {
    words[(place + 1)...].lazy.filter { !$0.isNumber }
  }

  /// A word that makes it the name of something beside the secret: `password_hash`, `token_type`, `public_key`.
  var otherMeaning: String? {
    for word in after where NameVocabulary.attributes.contains(word) && !isCode { return word.text }
    for word in before.suffix(2) where NameVocabulary.qualifiers.contains(word) { return word.text }
    return nil
  }

  /// A code that authenticates is a secret.
  private var isCode: Bool { nameClass == .auth && after.elementsEqual([NameVocabulary.code]) }

  /// Whether further words follow that say nothing we know.
  var goesOn: Bool { after.contains { _ in true } }

  /// Whether a key is said to be one of a kind that is secret, as in `api_key`; other keys may be those of a dictionary.
  var isSecretKey: Bool {
    nameClass == .key
      && (before.suffix(2).contains(where: NameVocabulary.keyKinds.contains)
        || !NameVocabulary.isKey(words[place]))
  }
}
