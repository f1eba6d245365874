internal import Vocabulary

// What several formats say in the same words. Nothing here is escaped: that is each format's own work.

extension Finding {
  /// Path, line and column, the way compilers write a place.
  var place: String { "\(provenance.path):\(region.startLine):\(region.startColumn)" }

  /// What it is and what spoke for it.
  var sentence: String {
    evidence.isEmpty ? "\(rule.title)." : "\(rule.title): \(evidence.joined(separator: "; "))."
  }
}

extension Incident {
  /// What was not looked at, and why.
  var sentence: String { "\(subject) was not looked at: \(reason)" }
}

extension Coverage {
  /// How much was looked at.
  var sentence: String {
    var parts = ["\(blobs) \(blobs == 1 ? "text" : "texts") of \(bytes) bytes looked at"]
    if excluded > 0 { parts.append("\(excluded) left out by the configuration") }
    if submodules > 0 { parts.append("\(submodules) \(submodules == 1 ? "submodule" : "submodules") not entered") }
    return parts.joined(separator: ", ")
  }
}
