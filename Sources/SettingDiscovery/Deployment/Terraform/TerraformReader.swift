/// Root modules of Terraform and OpenTofu: variables and the files that give them values; `get_env` of Terragrunt, variables of
/// bake files, `env` of Packer.
///
/// A reference's name is that of the variable, without `TF_VAR_`. Modules in a folder `modules` get their variables from whoever
/// calls them, and are not read.
package enum TerraformReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    if file.suffix == "tf" || file.suffix == "tofu" {
      return !file.folders.contains("modules") && !file.folders.contains("module")
    }
    return file.suffix == "tfvars" || file.suffix == "hcl" && file.name != ".terraform.lock.hcl"
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    var reading = TerraformReading(TerraformText(Array(text)))
    return reading.readout()
  }
}

/// A file of HCL while it is being read. Its path is not known, so what it holds says what it is.
private struct TerraformReading {
  let text: TerraformText
  var builder = ReadoutBuilder()

  init(_ text: TerraformText) {
    self.text = text
  }

  mutating func readout() -> SettingReadout {
    let heads = topLevel()
    let blocks = heads.filter {
      text.isSymbol($0 + 1, "{") || text.tokens.indices.contains($0 + 1) && text.tokens[$0 + 1].kind == .text
    }
    let isBake = blocks.contains { text.isName($0, "target") || text.isName($0, "group") }
    let isPacker = blocks.contains { text.isName($0, "source") || text.isName($0, "packer") }
    for head in heads where text.isName(head, "variable") { variable(head, isBake: isBake, isPacker: isPacker) }
    if blocks.isEmpty { values(heads) }
    calls()
    return builder.readout
  }

  /// The first tokens of what stands outside all brackets.
  private func topLevel() -> [Int] {
    var heads: [Int] = []
    var open = 0
    var isStart = true
    for (index, token) in text.tokens.enumerated() {
      if token.kind == .lineEnd {
        isStart = true
      } else if token.kind == .symbol, "{[(".utf8.contains(text.bytes[token.place.lowerBound]) {
        open += 1
      } else if token.kind == .symbol, "}])".utf8.contains(text.bytes[token.place.lowerBound]) {
        open = max(0, open - 1)
      } else {
        if open == 0, isStart, token.kind != .symbol { heads.append(index) }
        isStart = false
      }
    }
    return heads
  }

  /// `variable "name" { … }`
  private mutating func variable(_ head: Int, isBake: Bool, isPacker: Bool) {
    guard head + 2 < text.tokens.count, text.isSymbol(head + 2, "{") else { return }
    let label = text.tokens[head + 1]
    guard label.kind == .text || label.kind == .name else { return }
    let attributes = self.attributes(from: head + 3)
    let hasDefault = attributes["default"] != nil
    let isSecret = attributes["sensitive"].map { text.isName($0, "true") } ?? false
    builder.add(
      SettingReference(
        name: text.string(label), need: hasDefault || isBake ? .optional : .required,
        origin: isBake ? .environment : isPacker ? .build : .terraform,
        offset: label.place.lowerBound, idiom: "variable \"…\"", type: attributes["type"].flatMap(type),
        isSecret: isSecret))
  }

  /// The first tokens of a block's values, by name.
  private func attributes(from start: Int) -> [String: Int] {
    var attributes: [String: Int] = [:]
    var open = 0
    var index = start
    while index < text.tokens.count {
      let token = text.tokens[index]
      if token.kind == .symbol, "{[(".utf8.contains(text.bytes[token.place.lowerBound]) { open += 1 }
      if token.kind == .symbol, "}])".utf8.contains(text.bytes[token.place.lowerBound]) {
        open -= 1
        if open < 0 { break }
      }
      if open == 0, token.kind == .name, text.isSymbol(index + 1, "="), !text.isSymbol(index + 2, "=") {
        attributes[text.string(token)] = index + 2
      }
      index += 1
    }
    return attributes
  }

  private func type(_ index: Int) -> SettingType? {
    guard index < text.tokens.count else { return nil }
    return switch text.string(text.tokens[index]) {
    case "string": .string
    case "number": .number
    case "bool": .boolean
    case "list", "set", "tuple": .list
    case "map", "object", "any": .json
    default: nil
    }
  }

  /// A file that holds nothing but values.
  private mutating func values(_ heads: [Int]) {
    for head in heads where text.isSymbol(head + 1, "=") {
      let token = text.tokens[head]
      // What Terragrunt's own files hold.
      if ["inputs", "skip", "prevent_destroy", "iam_role", "download_dir", "retryable_errors"].contains(
        text.string(token))
      {
        continue
      }
      builder.add(
        SettingReference(
          name: text.string(token), need: .written, origin: .terraform, offset: token.place.lowerBound, idiom: "… ="))
    }
  }

  /// `get_env("X", default)` of Terragrunt, and `env("X")` of Packer.
  private mutating func calls() {
    for index in text.tokens.indices where text.isName(index, "get_env") || text.isName(index, "env") {
      guard text.isSymbol(index + 1, "("), index + 2 < text.tokens.count, text.tokens[index + 2].kind == .text else {
        continue
      }
      let isTerragrunt = text.isName(index, "get_env")
      let label = text.tokens[index + 2]
      guard text.string(label).isVariableName else { continue }
      let isRequired = isTerragrunt && !text.isSymbol(index + 3, ",")
      builder.add(
        SettingReference(
          name: text.string(label), need: isRequired ? .required : .optional, offset: label.place.lowerBound,
          idiom: isTerragrunt ? "get_env(…)" : "env(…)"))
    }
  }
}
