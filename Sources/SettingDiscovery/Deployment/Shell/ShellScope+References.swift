extension ShellScope {
  /// The settings, at their places in `text`'s file.
  func references(in text: PlacedText, origin: SettingReference.Origin = .environment) -> [SettingReference] {
    let coped = Set(
      reads.lazy.filter { ($0.form == .fallback || $0.form == .alternative) && !$0.isGuarded }.map(\.name))
    var references = reads.filter(isSetting).map { read in
      SettingReference(
        name: read.name, need: ShellScope.need(of: read, coped: coped), origin: origin, offset: text.place(read.place),
        idiom: read.form.rawValue, isSecret: read.form == .resolver)
    }
    references += written.filter { $0.name.isConventional && !ShellNames.isKnown($0.name) }.map {
      SettingReference(name: $0.name, need: .written, offset: text.place($0.place), idiom: $0.idiom)
    }
    // A function that is called with names says which they are.
    let called = Set(calls.map(\.function))
    references += dynamic.filter { !($0.function.map(called.contains) ?? false) }.map {
      SettingReference(
        name: $0.beginning, need: .dynamic, offset: text.place($0.place),
        idiom: $0.beginning.isEmpty ? "${!…}" : "${!…@}")
    }
    return references + calledReferences(in: text)
  }

  /// `file_env NAME`, where the function reads the variable that is called so; and functions that the project names.
  private func calledReferences(in text: PlacedText) -> [SettingReference] {
    calls.compactMap { call in
      if let named = functions.first(where: { $0.name == call.function }) {
        return SettingReference(
          name: call.name, need: named.need, offset: text.place(call.place), idiom: "\(call.function) …")
      }
      guard indirectFunctions.contains(call.function), call.name.isConventional, !assigned.contains(call.name) else {
        return nil
      }
      return SettingReference(
        name: call.name, need: .optional, offset: text.place(call.place), idiom: "\(call.function) …")
    }
  }
}
