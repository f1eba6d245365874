import Testing

@testable import SettingDiscovery

struct SettingNamingTests {
  @Test(arguments: [
    ("http.serverPort", "HTTP_SERVER_PORT"), ("apiKey", "API_KEY"), ("http.baseURL", "HTTP_BASE_URL"),
    ("URLPath", "URL_PATH"),
    ("a-b c", "A_B_C"), ("x2Y", "X2_Y"), ("", ""), ("ALREADY_SO", "ALREADY_SO"),
  ]) func `Upper case with underscores`(key: String, expected: String) {
    #expect(SettingNaming.upperSnake.name(of: key) == expected)
  }

  @Test(arguments: [
    (SettingNaming.relaxed, "spring.data-source.url", "SPRING_DATASOURCE_URL"), (.relaxed, "a.list[0].b", "A_LIST_0_B"),
    (.sections, "Logging:Level:Default", "Logging__Level__Default"),
    (.connectionStrings, "Main", "ConnectionStrings__Main"),
    (.underscored, "greeting.my-name", "GREETING_MY_NAME"), (.prefixed("X_"), "key", "X_KEY"),
    (.assignment, "A=b=c", "A"),
    (.asWritten, "aB", "aB"),
  ]) func `Other ways`(naming: SettingNaming, key: String, expected: String) {
    #expect(naming.name(of: key) == expected)
  }
}
