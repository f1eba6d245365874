/// The text with one letter or digit changed for another.
func damaged(_ text: [UInt8], at place: Int) -> [UInt8] {
  var text = text
  text[place] = text[place] == UInt8(ascii: "q") ? UInt8(ascii: "z") : UInt8(ascii: "q")
  return text
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
