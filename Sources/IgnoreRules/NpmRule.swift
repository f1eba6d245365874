/// A line that npm judges files by when it packs: of `.npmignore`, of `files`, or built in.
///
/// They are minimatch patterns, with what npm asks of it: a pattern without a slash is for names, letters have no case, files
/// that begin with a dot are like others.
struct NpmRule: Sendable {
  let source: PackageDecision
  /// Whether it takes in what it matches.
  let isNegated: Bool
  private let forms: [[NpmSegment]]

  /// - Returns: nil where the pattern is not understood.
  init?(_ text: some Collection<UInt8>, source: PackageDecision) {
    self.source = source
    var pattern = Scalars.of(text)[...]
    var marks = 0
    while pattern.first == "!" {
      pattern.removeFirst()
      marks += 1
    }
    isNegated = marks % 2 == 1
    guard let expanded = NpmBraces.expand(Array(pattern)) else { return nil }
    var forms: [[NpmSegment]] = []
    for form in expanded where !form.isEmpty {
      guard let segments = NpmRule.segments(form) else { return nil }
      forms.append(segments)
    }
    self.forms = forms
  }

  private static func segments(_ pattern: [UInt32]) -> [NpmSegment]? {
    var segments: [NpmSegment] = []
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      // Slashes in a row are one.
      if part.isEmpty, index > 0, index < parts.count - 1 { continue }
      if part.elementsEqual([".", "."]) { return nil }
      guard let segment = NpmSegment(part) else { return nil }
      if segment.isFolders, segments.last?.isFolders ?? false { continue }
      segments.append(segment)
    }
    return segments
  }

  /// Whether some form is for a name alone, with or without a slash after it.
  var isForNames: Bool {
    forms.contains { form in
      if case .name(let name) = form.last, name.isEmpty { return form.count <= 2 }
      return form.count <= 1
    }
  }

  /// - Parameters:
  ///   - parts: the path; a first empty part for a slash before it, a last one for a slash after it.
  ///   - isPartial: whether a folder matches that has to be gone through on the way to what the pattern matches.
  func matches(_ parts: [[UInt32]], isPartial: Bool = false) -> Bool {
    forms.contains { form in
      let subject = form.count == 1 ? [parts.last { !$0.isEmpty } ?? []] : parts
      return NpmRule.matches(subject, form, isPartial)
    }
  }

  /// Goes through the pattern from its end, and keeps for each place of the path whether the rest matches from there.
  private static func matches(_ parts: [[UInt32]], _ form: [NpmSegment], _ isPartial: Bool) -> Bool {
    let count = parts.count
    // After the pattern: all of the path is used, or a slash is left.
    var rest = [Bool](repeating: false, count: count + 1)
    rest[count] = true
    if parts[count - 1].isEmpty { rest[count - 1] = true }
    for (index, segment) in form.enumerated().reversed() {
      var here = [Bool](repeating: false, count: count + 1)
      here[count] = isPartial
      for place in (0..<count).reversed() {
        if segment.isFolders {
          here[place] =
            index == form.count - 1 || isPartial || rest[place] || (place + 1 < count && here[place + 1])
        } else {
          here[place] = rest[place + 1] && segment.matches(parts[place])
        }
      }
      rest = here
    }
    return rest[0]
  }
}
