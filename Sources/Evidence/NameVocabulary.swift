internal import Vocabulary

/// The words that names of secrets are made of.
enum NameVocabulary {
  static func nameClass(of word: Word) -> NameClass? {
    if isPassword(word) { return .password }
    if word.hasSuffix(secret) || word == secrets { return .secret }
    if word.hasSuffix(token) || word == tokens { return .token }
    if word == keys || (word.hasSuffix(key) && !word.hasSuffix(publicKey) && !ordinaryWords.contains(word)) {
      return .key
    }
    return authentication.contains(word) ? .auth : nil
  }

  private static let secret: Word = "secret"
  private static let secrets: Word = "secrets"
  private static let token: Word = "token"
  private static let tokens: Word = "tokens"
  private static let key: Word = "key"
  private static let keys: Word = "keys"
  private static let publicKey: Word = "pubkey"

  static let code: Word = "code"

  static func isKey(_ word: Word) -> Bool { word == key || word == keys }

  private static func isPassword(_ word: Word) -> Bool {
    word.hasPrefix(passwordBeginning) || word.hasSuffix(password) || word.hasSuffix(shortPassword)
      || word.hasSuffix(shortestPassword) || passwords.contains(word)
  }

  private static let passwordBeginning: Word = "passw"
  private static let password: Word = "password"
  private static let shortPassword: Word = "passwd"
  private static let shortestPassword: Word = "pwd"

  private static let passwords: WordSet = [
    "pass", "passphrase", "passcode", "pw", "kennwort", "contrasena", "senha", "userpass", "dbpass",
  ]

  private static let ordinaryWords: WordSet = [
    "monkey", "turkey", "hotkey", "donkey", "whiskey", "jockey", "hockey", "mickey", "lackey", "pubkey", "okey",
  ]

  private static let authentication: WordSet = [
    "auth", "authorization", "authentication", "oauth", "credential", "credentials", "cred", "creds", "authcode", "sid",
    "otp", "totp",
  ]

  /// Before «key»: what makes it a key that opens something.
  static let keyKinds: WordSet = [
    "api", "access", "secret", "private", "auth", "encryption", "encrypt", "signing", "sign", "ssh", "client",
    "consumer", "app", "application", "master", "service", "account", "session", "cookie", "jwt", "webhook", "hmac",
    "license", "licence", "admin", "n", "x", "cipher", "crypto", "crypt", "aes", "des", "shared", "storage",
    "subscription", "device", "server", "data", "deploy", "aws", "azure", "google", "stripe", "security", "token",
    "user", "product", "activation", "write", "read", "ingest", "tsig", "preshared", "wep", "wpa", "integration",
    "maps", "gcm", "fcm", "apns", "rsa", "secure", "gpg", "pgp", "unlock", "remember", "me", "root", "vault", "hash",
    "openai", "anthropic", "sendgrid", "mailgun", "twilio", "algolia", "tenant", "cadata",
  ]

  /// After the word that decides: what the value is instead of the secret.
  static let attributes: WordSet = [
    "id", "ids", "name", "names", "type", "types", "url", "uri", "path", "paths", "file", "filename", "field", "fields",
    "label", "hint", "placeholder", "hash", "hashed", "hasher", "digest", "length", "len", "size", "count", "min",
    "max", "limit", "expiry", "expires", "expire", "expiration", "expired", "ttl", "timeout", "policy", "regex",
    "regexp", "pattern", "format", "prefix", "suffix", "header", "headers", "param", "params", "parameter", "arn",
    "ref", "version", "title", "text", "message", "messages", "error", "errors", "prompt", "reset", "form", "input",
    "endpoint", "provider", "manager", "generator", "store", "source", "required", "enabled", "changed", "age",
    "column", "algo", "algorithm", "method", "kind", "mode", "scope", "scopes", "index", "ring", "code", "frame",
    "space", "press", "map", "chain", "class", "cls", "function", "callback", "handler", "validator", "validators",
    "link", "page", "screen", "view", "button", "location", "selector", "options", "option", "config", "settings",
    "info", "status", "state", "strength", "confirmation", "rules", "usage", "desc", "description", "encoder", "iv",
    "fingerprint", "thumbprint", "alias", "signature", "issuer", "lifetime", "seconds", "minutes", "parser", "reader",
    "list", "set", "module", "template", "rotation", "history", "charset", "bits", "bytes", "dialog", "event",
    "listener", "property", "properties", "dir", "directory", "folder", "user", "username", "backend", "engine", "help",
    "attribute", "attr", "var", "variable", "group", "owner", "spec", "request", "response", "uses", "usages", "domain",
    "host", "server", "port", "service", "flow", "grant", "protocol", "scheme", "level", "role", "roles", "redirect",
    "check", "checker", "oid", "salt", "nonce", "checksum", "sha", "md", "date", "time", "tooltip", "constraint",
  ]

  /// Before the word that decides: what makes it no secret.
  static let qualifiers: WordSet = [
    "public", "primary", "foreign", "sort", "partition", "range", "cache", "row", "csrf", "xsrf", "next", "page",
    "cancel", "cancellation", "lock", "sync", "continuation", "idempotency", "unique", "registry", "i18n",
    "translation", "encrypted", "encoded", "hashed", "column", "no", "invalid", "missing", "antiforgery",
    "publishable", "site", "redirect", "hot", "short", "metric", "dictionary", "map", "sha", "md", "certificate",
    "cert", "resume", "resumption", "cursor", "change", "etag", "version",
  ]
}
