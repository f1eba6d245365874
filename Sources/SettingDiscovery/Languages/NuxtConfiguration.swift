/// The `runtimeConfig` of Nuxt, whose values can be set from the environment: `apiSecret` by NUXT_API_SECRET.
enum NuxtConfiguration {
  static func read(_ reading: inout CodeReading, at index: Int) {
    guard reading.code.isOperator(index + 1, ":"), reading.code.isOperator(index + 2, "{") else { return }
    read(&reading, index + 2, prefix: "NUXT_", depth: 0)
  }

  private static func read(_ reading: inout CodeReading, _ open: Int, prefix: String, depth: Int) {
    for argument in reading.arguments(open) {
      guard let label = argument.label, let first = argument.range.first else { continue }
      let name = prefix + SettingNaming.upperSnake(label)
      if reading.code.isOperator(first, "{"), depth < 6 {
        read(&reading, first, prefix: name + "_", depth: depth + 1)
      } else {
        reading.add(
          SettingReference(
            name: name, need: .optional, offset: reading.code.offset(first - 2), idiom: "runtimeConfig"))
      }
    }
  }
}
