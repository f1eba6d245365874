/// Elements among code (JSX), and components whose file is markup with code in it.
///
/// Text between tags is no code, whatever apostrophes it holds.
extension Lexer {
  mutating func lessThan() {
    if syntax.traits.contains(.rubyLiterals), rubyHeredoc() { return }
    if syntax.traits.contains(.phpHeredocs), phpHeredoc() { return }
    guard mayHoldElements, expectsValue, beginsElement else { return operatorSymbol(bytes[at]) }
    append(.opaque, from: at, to: at + 1)
    at += 1
    frames.append(LexerFrame(kind: .tag, limit: limit, token: tokens.count - 1))
  }

  /// In a component only the code in braces can hold elements, and only in Astro's.
  private var mayHoldElements: Bool {
    guard syntax.traits.contains(.elements) else { return false }
    if syntax.traits.contains(.markup), frames[frames.count - 1].closer != UInt8(ascii: "}") { return false }
    return true
  }

  /// `<div`, `<>`, and not the parameters of a generic function: `<T,>(x: T) =>`, `<T extends X>(`.
  private var beginsElement: Bool {
    let next = byte(1)
    if next == UInt8(ascii: ">") { return true }
    guard isWordStart(next) else { return false }
    var end = at + 1
    while end < limit, end < at + 64, classes[Int(bytes[end])] == ByteClass.letter { end += 1 }
    if isNext(",", from: end) || isNext(" extends ", from: end) || isNext(" =", from: end) { return false }
    return true
  }

  mutating func tag() {
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: ">"): return finishTag()
      case UInt8(ascii: "{"): return beginInterpolation(length: 1, closer: UInt8(ascii: "}"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipAttribute(bytes[at])
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): at = find("*/", from: at, limit: limit) ?? limit
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): at = min(limit, endOfLine(from: at))
      default: at += 1
      }
    }
  }

  private mutating func skipAttribute(_ quote: UInt8) {
    at += 1
    while at < limit, bytes[at] != quote { at += 1 }
    at += 1
  }

  private mutating func finishTag() {
    let frame = frames.removeLast()
    let isClosed = bytes[at - 1] == UInt8(ascii: "/")
    at += 1
    if !isClosed, !frame.isAlone {
      frames.append(LexerFrame(kind: .children, limit: limit, token: frame.token))
    }
  }

  mutating func children() {
    while at < limit {
      switch bytes[at] {
      case UInt8(ascii: "{"): return beginInterpolation(length: 1, closer: UInt8(ascii: "}"))
      case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "/"):
        while at < limit, bytes[at] != UInt8(ascii: ">") { at += 1 }
        at += 1
        frames.removeLast()
        return
      case UInt8(ascii: "<") where byte(1) == UInt8(ascii: ">") || isWordStart(byte(1)):
        at += 1
        let token = frames[frames.count - 1].token
        frames.append(LexerFrame(kind: .tag, limit: limit, token: token))
        return
      default: at += 1
      }
    }
  }

  mutating func markup() {
    while at < limit {
      if bytes[at] == UInt8(ascii: "{") { return beginInterpolation(length: 1, closer: UInt8(ascii: "}")) }
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if isNext("<!--") {
        at = find("-->", from: at, limit: limit) ?? limit
      } else if isNext("<script") {
        return beginScript()
      } else if isNext("<style") {
        at = find("</style", from: at, limit: limit) ?? limit
      } else if isWordStart(byte(1)) {
        frames.append(LexerFrame(kind: .tag, limit: limit, isAlone: true))
        at += 1
        return
      } else {
        at += 1
      }
    }
  }

  private mutating func beginScript() {
    while at < limit, bytes[at] != UInt8(ascii: ">") { at += 1 }
    let isEmpty = bytes[at - 1] == UInt8(ascii: "/")
    at += 1
    guard !isEmpty, at < limit else { return }
    frames.append(LexerFrame(kind: .code, limit: find("</script", from: at, limit: limit) ?? limit))
    lineIsFresh = true
  }

  /// The code between two lines of dashes.
  mutating func beginFrontMatter() {
    guard isNext("---") else { return }
    let start = endOfLine(from: at)
    let end = find("\n---", from: start, limit: bytes.count) ?? bytes.count
    at = start
    frames.append(LexerFrame(kind: .code, limit: end, resume: end + 4))
  }

  /// Outside the tags that code stands between.
  mutating func page() {
    let isTemplate = syntax.traits.contains(.percentTags)
    while at < limit {
      if bytes[at] == UInt8(ascii: "<"), isTemplate, byte(1) == UInt8(ascii: "%") {
        return beginTemplateCode()
      }
      if bytes[at] == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "?"), !isTemplate, isNext("<?php") || isNext("<?=") {
        at += byte(2) == UInt8(ascii: "=") ? 3 : 5
        frames.append(LexerFrame(kind: .code, limit: limit))
        return
      }
      at += 1
    }
  }

  /// `<%= … %>`; what a number sign follows is a comment.
  private mutating func beginTemplateCode() {
    let end = find("%>", from: at + 2, limit: limit) ?? limit
    guard byte(2) != UInt8(ascii: "#"), byte(2) != UInt8(ascii: "%") else { return at = end }
    at += byte(2) == UInt8(ascii: "=") || byte(2) == UInt8(ascii: "-") ? 3 : 2
    frames.append(LexerFrame(kind: .code, limit: end, resume: end + 2))
    lineIsFresh = true
  }
}
