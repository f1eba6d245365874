import Testing

@testable import SettingDiscovery

@Suite struct DeploymentPartsTests {
  @Test(arguments: [
    ("$A ${B} $$C ${D:-x${E:?y}} $1 $", "A B D:- E:?"), ("${F-} ${G?} ${H:+x}$", "F- G? H:+"), ("", ""),
    ("$${X} $$$Y", "Y"),
  ])
  func interpolation(text: String, expected: String) {
    let found = Interpolation.variables(in: Array(text.utf8)).map { $0.name + $0.operation }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("secrets.A", "secrets A"), ("secrets['B'] || vars.C", "secrets B? vars C"), ("x.secrets.D", ""),
    ("'secrets.E'", ""),
    ("env.F == 'x'", "env F?"), ("!vars.G", "vars G?"), ("toJSON(secrets)", "secrets *"),
    ("secrets[format('H_{0}', x)]", "secrets H_*"),
  ])
  func expressions(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let found = WorkflowExpression.uses(in: bytes, 0..<bytes.count).map {
      "\($0.context) \($0.name)\($0.isDynamic ? "*" : $0.hasFallback ? "?" : "")"
    }
    #expect(found.joined(separator: " ") == expected)
  }

  /// Breaks when what stands beside an action moves.
  @Test(arguments: [
    ("{{- if x }}\na: {{ y }}b\n", "           \na: _______b\n"), ("a: {{ \"}}\" }}", "a: __________"), ("a", "a"),
    ("  {{ x }} {{ y }}\n", "                 \n"),
  ])
  func actions(text: String, expected: String) {
    #expect(String(TemplateActions.blanked(Array(text.utf8))) == expected)
  }

  @Test func instructions() {
    let lines = DockerfileLines(Array("# x\nRUN a \\\n # y\n b\nCOPY <<X /f\nbody\nX\nUSER z".utf8)).instructions
    #expect(lines.map(\.name) == ["RUN", "COPY", "USER"])
    #expect(lines.first.map { String($0.text.bytes) } == "a  b")
    #expect(lines[1].heredocs.map { String($0.text.bytes) } == ["body\n"])
  }

  @Test func jsonWithRemarks() {
    let text = "{\"a//b\": 1, // no\n/* \"x */ \"c\": 2}"
    let without = String(EditorJSONReader.withoutRemarks(Array(text.utf8)))
    #expect(without.utf8.count == text.utf8.count)
    #expect(without.contains("\"a//b\": 1,") && !without.contains("no") && !without.contains("x"))
  }
}
