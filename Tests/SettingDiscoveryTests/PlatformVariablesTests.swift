import SettingDiscovery
import Testing

struct PlatformVariablesTests {
  @Test(arguments: [
    "PATH", "HOME", "CI", "GITHUB_SHA", "GITHUB_TOKEN", "GITHUB_ACTIONS", "npm_package_version", "NODE_ENV",
    "VERCEL_URL", "CARGO_PKG_VERSION",
    "OUT_DIR", "XDG_CONFIG_HOME", "KUBERNETES_SERVICE_HOST", "CI_COMMIT_SHA", "AWS_LAMBDA_FUNCTION_NAME", "no_proxy",
  ]) func `Known, with a reason`(name: String) {
    #expect(PlatformVariables.reason(name)?.isEmpty == false)
  }

  @Test(arguments: [
    "DATABASE_URL", "GITHUB_CLIENT_ID", "GITHUB_CLIENT_SECRET", "VERCEL_TOKEN", "HEROKU_API_KEY", "AWS_ACCESS_KEY_ID",
    "PATHS", "CIRCUIT", "",
    "GITLAB_PROJECT_ID",
  ]) func `The project's own`(name: String) {
    #expect(PlatformVariables.reason(name) == nil)
  }
}
