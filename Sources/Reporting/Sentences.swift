internal import Vocabulary

// What several formats say in the same words. Nothing here is escaped: that is each format's own work.

extension Finding {
  /// What it is and what spoke for it.
  var sentence: String {
    evidence.isEmpty ? "\(rule.title)." : "\(rule.title): \(evidence.joined(separator: "; "))."
  }

  /// As before, and what a report of a history has to say beside the place.
  var sentenceWithHistory: String {
    var sentences = [sentence]
    if let message = provenance.messageName { sentences.append("In \(message).") }
    if let history { sentences.append("Seen: \(history).") }
    return sentences.joined(separator: " ")
  }

  /// The secret itself, where it is to be shown and known.
  func revealedText(_ reveals: Bool) -> String? {
    reveals && secret.isKnown ? String(decoding: secret.revealedBytes(), as: UTF8.self) : nil
  }
}

extension Incident {
  /// What was not looked at, and why.
  var sentence: String { "\(subject) was not looked at: \(reason)" }
}

extension Verdict {
  /// What is to be said of a scan that the user ended; `nil` for others.
  var interruption: String? { isInterrupted ? "the scan was interrupted before it was done" : nil }
}

extension Coverage {
  /// How much was looked at.
  var sentence: String {
    var parts = ["\(blobs) \(blobs == 1 ? "text" : "texts") of \(bytes) bytes looked at"]
    if messages > 0 { parts.append("\(messages) \(messages == 1 ? "message" : "messages") read") }
    if excluded > 0 { parts.append("\(excluded) left out by the configuration") }
    if submodules > 0 { parts.append("\(submodules) \(submodules == 1 ? "submodule" : "submodules") not entered") }
    return parts.joined(separator: ", ")
  }
}
