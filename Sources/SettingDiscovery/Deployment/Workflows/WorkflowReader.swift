internal import YAML

/// Workflows and composite actions of GitHub, Gitea and Forgejo.
package enum WorkflowReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    guard file.isYAML else { return false }
    if file.stem == "action" { return true }
    if file.stem == "dependabot" { return file.folders.last == ".github" }
    return [".github", ".gitea", ".forgejo"].contains { file.isIn($0, "workflows") || file.isIn($0, "actions") }
      || file.isIn("workflow-templates")
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    let file = DeploymentYAML(text)
    var reading = WorkflowReading(file: file)
    reading.conventions = conventions
    for document in file.documents { reading.document(document) }
    file.report(to: &reading.builder)
    return reading.builder.readout
  }
}

/// One workflow while it is being read.
struct WorkflowReading {
  let file: DeploymentYAML
  var builder = ReadoutBuilder()
  var conventions = SettingConventions()
  /// Secrets that the workflow says may be left out.
  private var optionalSecrets: Set<String> = []

  init(file: DeploymentYAML) {
    self.file = file
  }

  mutating func document(_ document: YAMLNode) {
    // YAML 1.1 takes `on` for a truth; here it is a key as any other.
    called((document["on"] ?? document["true"])?["workflow_call"])
    let known = given(document["env"])
    let shell = document["defaults"]?["run"]?["shell"]?.text
    for entry in document["jobs"]?.entries ?? [] { job(entry.value, known: known, shell: shell) }
    if let runs = document["runs"] { steps(runs["steps"], known: known.union(given(runs["env"])), shell: nil) }
    expressions(in: document, known: known, except: ["jobs", "runs"])
    expressions(in: document["runs"], known: known, except: ["steps"])
  }

  private mutating func job(_ job: YAMLNode, known: Set<String>, shell: String?) {
    let known = known.union(given(job["env"]))
    if let inherit = job["secrets"], inherit.text == "inherit" {
      builder.add(
        SettingReference(
          name: "", need: .dynamic, origin: .workflowSecret, offset: file.start(of: inherit), idiom: "secrets: inherit",
          isSecret: true))
    }
    for entry in job["secrets"]?.entries ?? [] {
      add(secret: entry.name, at: entry.key, need: .written, idiom: "secrets: …:")
    }
    _ = given(job["container"]?["env"])
    for service in job["services"]?.entries ?? [] { _ = given(service.value["env"]) }
    let isWindows = job["runs-on"]?.text?.lowercased().contains("windows") ?? false
    let own = job["defaults"]?["run"]?["shell"]?.text ?? shell ?? (isWindows ? "pwsh" : nil)
    let later = steps(job["steps"], known: known, shell: own)
    expressions(in: job, known: later, except: ["steps"])
  }

  @discardableResult
  private mutating func steps(_ steps: YAMLNode?, known: Set<String>, shell: String?) -> Set<String> {
    var known = known
    for step in steps?.elements ?? [] {
      let own = known.union(given(step["env"]))
      expressions(in: step, known: own, except: [])
      if let run = step["run"] { known.formUnion(self.run(run, known: own, shell: step["shell"]?.text ?? shell)) }
    }
    return known
  }

  /// Reads a step's script; returns the variables that it gives the steps that follow.
  private mutating func run(_ run: YAMLNode, known: Set<String>, shell: String?) -> Set<String> {
    let script = WorkflowReading.withoutExpressions(file.placed(run))
    let program = shell?.split(separator: " ").first.map(String.init) ?? "bash"
    if ["pwsh", "powershell"].contains(program) {
      powershell(script, known: known)
      return []
    }
    guard ["bash", "sh", "zsh", "dash"].contains(program) else { return [] }
    var scope = ShellScope(known: known)
    scope.functions = conventions.functions
    let (after, gap) = ShellText.scope(of: script, scope)
    let written = String(script.bytes).contains("GITHUB_ENV") ? after.printed : []
    builder.add(
      after.references(in: script).filter { !WorkflowNames.isKnown($0.name) && !written.contains($0.name) })
    for found in after.envFiles {
      // As it is written, with the expressions.
      let end = min(script.bytes.count, found.place + found.path.utf8.count)
      builder.add(
        EnvFileReference(
          path: file.placed(run).bytes.string(found.place..<max(found.place, end)), isRequired: found.isRequired,
          offset: script.place(found.place)))
    }
    if let gap { builder.addGap(at: gap.offset, gap.reason) }
    return written
  }

  /// `$env:NAME`
  private mutating func powershell(_ script: PlacedText, known: Set<String>) {
    let bytes = script.bytes
    var place = 0
    while let dollar = bytes[place...].firstIndex(of: UInt8(ascii: "$")) {
      place = dollar + 1
      guard bytes[place...].prefix(4).map({ $0 | 0x20 }) == Array("env:".utf8) else { continue }
      let end = bytes.endOfVariable(at: place + 4, limit: bytes.count)
      let name = bytes.string(place + 4..<max(place + 4, end))
      guard end > place + 4, !known.contains(name), !WorkflowNames.isKnown(name), !ShellNames.isKnown(name) else {
        continue
      }
      builder.add(
        SettingReference(name: name, need: .optional, offset: script.place(place + 4), idiom: "$env:…"))
    }
  }

  /// An expression is put in before the shell sees the script.
  static func withoutExpressions(_ text: PlacedText) -> PlacedText {
    let ranges = WorkflowExpression.ranges(in: text.bytes)
    guard !ranges.isEmpty else { return text }
    var bytes = text.bytes
    for range in ranges {
      for index in (range.lowerBound - 3)..<min(bytes.count, range.upperBound + 2) where !bytes[index].isLineEnd {
        bytes[index] = TemplateActions.filler
      }
    }
    return text.replacing(bytes)
  }

  // MARK: Values

  /// What `env:` gives a value; returns the names.
  private mutating func given(_ env: YAMLNode?) -> Set<String> {
    var names: Set<String> = []
    for entry in env?.mergedEntries ?? [] where entry.name.isVariableName {
      names.insert(entry.name)
      guard !WorkflowNames.isKnown(entry.name), !ShellNames.isKnown(entry.name) else { continue }
      builder.add(
        SettingReference(name: entry.name, need: .written, offset: file.start(of: entry.key), idiom: "env: …:"))
    }
    return names
  }

  private mutating func called(_ call: YAMLNode?) {
    for entry in call?["secrets"]?.entries ?? [] {
      let isRequired = entry.value["required"]?.truth ?? false
      if !isRequired { optionalSecrets.insert(entry.name) }
      add(
        secret: entry.name, at: entry.key, need: isRequired ? .required : .optional, idiom: "workflow_call: secrets: …")
    }
  }

  private mutating func add(secret name: String, at node: YAMLNode, need: SettingReference.Need, idiom: String) {
    guard name.uppercased() != "GITHUB_TOKEN" else { return }
    builder.add(
      SettingReference(
        name: name, need: need, origin: .workflowSecret, offset: file.start(of: node), idiom: idiom, isSecret: true))
  }

  private mutating func expressions(in node: YAMLNode?, known: Set<String>, except: Set<String>) {
    for entry in node?.entries ?? [] where !except.contains(entry.name) {
      entry.value.visitScalars(path: [entry.name]) { scalar, path in
        guard let text = scalar.text else { return }
        let isCondition = path.last == "if"
        guard isCondition || text.contains("${{") else { return }
        let placed = file.placed(scalar)
        let ranges = WorkflowExpression.ranges(in: placed.bytes)
        for range in isCondition && ranges.isEmpty ? [0..<placed.bytes.count] : ranges {
          for use in WorkflowExpression.uses(in: placed.bytes, range) {
            add(use, at: placed.place(use.place), isTested: isCondition, known: known)
          }
        }
      }
    }
  }

  private mutating func add(_ use: WorkflowExpression.Use, at offset: Int, isTested: Bool, known: Set<String>) {
    let origin: SettingReference.Origin =
      switch use.context {
      case .secrets: .workflowSecret
      case .vars: .workflowVariable
      case .env: .environment
      }
    if use.context == .env, known.contains(use.name) || WorkflowNames.isKnown(use.name) || ShellNames.isKnown(use.name)
    {
      return
    }
    if use.context == .secrets, use.name.uppercased() == "GITHUB_TOKEN" { return }
    let isOptional =
      use.hasFallback || isTested || use.context == .env
      || (use.context == .secrets && optionalSecrets.contains(use.name))
    builder.add(
      SettingReference(
        name: use.name, need: use.isDynamic ? .dynamic : isOptional ? .optional : .required, origin: origin,
        offset: offset,
        idiom: use.isWhole
          ? use.context.rawValue : use.isDynamic ? "\(use.context.rawValue)[…]" : "\(use.context.rawValue).…",
        isSecret: use.context == .secrets))
  }
}
