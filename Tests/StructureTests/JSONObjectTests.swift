import Testing

@testable import Structure

@Suite struct JSONObjectTests {
  @Test(arguments: [
    "{}", " { } \n", #"{"a":1}"#, #"{"a":{"b":[[],{},"x",-1.5E+3,true,false,null]},"c":"\"\\"}"#,
    #"{ "a" : "b" , "c" : [ 1 , 2 ] }"#,
  ])
  func objects(text: String) {
    #expect(JSONObject(bytes(text)) != nil)
  }

  @Test(arguments: [
    "", "[]", "1", "{", "}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{"a":1}x"#, #"{"a":tru}"#, #"{a:1}"#, #"{"a":"b}"#,
    "{\"a\":\"\n\"}",
    #"{"a":-}"#, #"{"a":[1,]}"#, #"{"a":"\"#, String(repeating: #"{"a":"#, count: 1000),
  ])
  func whatIsNone(text: String) {
    #expect(JSONObject(bytes(text)) == nil)
  }

  @Test func bytesThatAreNoText() {
    #expect(JSONObject(bytes(#"{"a":""#) + [0xFF] + bytes(#""}"#)) == nil)
  }

  @Test func stringsAtTheTop() throws {
    let object = try #require(JSONObject(bytes(#"{"alg":"RS256","n":1,"o":{"alg":"x"}}"#)))
    #expect(object.string("alg") == "RS256")
    #expect(object.string("n") == nil)
    #expect(object.string("o") == nil)
  }
}
