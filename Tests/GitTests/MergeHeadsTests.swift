import Testing
import Vocabulary

@testable import Git

@Suite struct MergeHeadsTests {
  private static let one = String(repeating: "1a", count: 20)
  private static let two = String(repeating: "2b", count: 32)

  @Test(arguments: [
    ("", []), ("\(one)\n", [one]), (one, [one]), ("\(one)\n\(two)\n", [one, two]), ("\n\(one)\n\n", [one]),
    ("\(one.uppercased())\n", [one]),
  ])
  func heads(text: String, expected: [String]) throws {
    #expect(try MergeHeads.parse(Array(text.utf8), path: "p").map(\.description) == expected)
  }

  @Test(arguments: ["x", "\(one) \n", "\(one)x\n", "\(one.dropLast())\n", "\(one)\r\n", "\(one)\nref: main\n"])
  func mistakes(text: String) {
    let error = #expect(throws: GitError.self) { try MergeHeads.parse(Array(text.utf8), path: "p") }
    #expect(error?.code == .corrupt)
    #expect(error?.subject == "p")
  }
}
