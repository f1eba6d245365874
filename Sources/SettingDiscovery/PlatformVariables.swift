/// Variables that the system, the shell or a platform sets, so that nobody has to document or supply them.
package enum PlatformVariables {
  /// Who sets a variable of that name, in a few words; nil of one that is the project's own.
  package static func reason(_ name: String) -> String? {
    if let reason = names[name] { return reason }
    // A credential is given by somebody, whatever it begins with: VERCEL_TOKEN, HEROKU_API_KEY.
    if let last = name.split(separator: "_").last, credentials.contains(String(last)) { return nil }
    return prefixes.first { name.hasPrefix($0.text) }?.reason
  }

  private static let credentials: Set<String> = ["TOKEN", "KEY", "SECRET", "PASSWORD", "CREDENTIALS", "DSN"]

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (reason, list) in lists {
      for name in list.split(separator: " ") { names[String(name)] = reason }
    }
    return names
  }()

  private static let lists: [(reason: String, names: String)] = [
    (
      "set by the system or the shell",
      "PATH HOME USER LOGNAME SHELL PWD OLDPWD TMPDIR TMP TEMP LANG LANGUAGE TERM COLORTERM TERM_PROGRAM TERM_PROGRAM_VERSION "
        + "EDITOR VISUAL PAGER HOSTNAME HOST UID EUID GID SHLVL TZ MAIL DISPLAY WAYLAND_DISPLAY SSH_AUTH_SOCK SSH_CONNECTION "
        + "SSH_CLIENT SSH_TTY LD_LIBRARY_PATH LD_PRELOAD DYLD_LIBRARY_PATH MANPATH IFS PS1 PS2 COLUMNS LINES SUDO_USER SUDO_UID "
        + "SUDO_GID RANDOM SECONDS LINENO PPID BASH BASH_VERSION BASH_SOURCE ZSH_VERSION BROWSER NOTIFY_SOCKET LISTEN_FDS "
        + "LISTEN_PID WATCHDOG_USEC INVOCATION_ID JOURNAL_STREAM TMUX STY WSL_DISTRO_NAME MSYSTEM"
    ),
    (
      "set by Windows",
      "APPDATA LOCALAPPDATA PROGRAMFILES ProgramFiles PROGRAMDATA ProgramData SYSTEMROOT SystemRoot WINDIR windir COMSPEC ComSpec "
        + "PATHEXT USERPROFILE USERNAME USERDOMAIN COMPUTERNAME HOMEDRIVE HOMEPATH OS SYSTEMDRIVE ALLUSERSPROFILE "
        + "NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE PUBLIC"
    ),
    (
      "a convention that most programs obey",
      "NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy "
        + "all_proxy ftp_proxy FTP_PROXY SOURCE_DATE_EPOCH DEBUG_COLORS"
    ),
    (
      "set by every service for continuous integration",
      "CI CONTINUOUS_INTEGRATION BUILD_NUMBER BUILD_ID BUILD_URL JOB_NAME CI_NAME"
    ),
    (
      "set by Travis CI, CircleCI, Jenkins or AppVeyor",
      "TRAVIS CIRCLECI JENKINS_URL JENKINS_HOME APPVEYOR BUILDKITE TEAMCITY_VERSION DRONE TF_BUILD CODEBUILD_BUILD_ID"
    ),
    (
      "set by Node's tools",
      "NODE_ENV NODE_PATH NODE_OPTIONS NODE_DEBUG NODE_VERSION NODE_NO_WARNINGS INIT_CWD NODE_TLS_REJECT_UNAUTHORIZED NODE_EXTRA_CA_CERTS NODE_TEST_CONTEXT NODE_CHANNEL_FD"
    ),
    (
      "set by GitHub Actions",
      [
        "ACTOR", "ACTOR_ID", "API_URL", "BASE_REF", "ENV", "EVENT_NAME", "EVENT_PATH", "GRAPHQL_URL", "HEAD_REF", "JOB",
        "OUTPUT",
        "PATH", "REF", "REF_NAME", "REF_PROTECTED", "REF_TYPE", "REPOSITORY", "REPOSITORY_ID", "REPOSITORY_OWNER",
        "REPOSITORY_OWNER_ID", "RETENTION_DAYS", "RUN_ATTEMPT", "RUN_ID", "RUN_NUMBER", "SERVER_URL", "SHA", "STATE",
        "STEP_SUMMARY", "TOKEN", "TRIGGERING_ACTOR", "WORKFLOW", "WORKFLOW_REF", "WORKFLOW_SHA", "WORKSPACE",
      ].map { "GITHUB_" + $0 }.joined(separator: " ")
    ),
    ("set by GitLab CI", "GITLAB_CI GITLAB_FEATURES CI_JOB_TOKEN CI_REGISTRY_PASSWORD CI_DEPLOY_PASSWORD"),
    (
      "read or set by git",
      "GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_SSH GIT_SSH_COMMAND GIT_ASKPASS GIT_EDITOR GIT_PAGER GIT_TERMINAL_PROMPT GIT_OBJECT_DIRECTORY GIT_EXEC_PATH GIT_PREFIX"
    ),
    ("set by Vite for every build", "MODE DEV PROD SSR BASE_URL"),
    (
      "set by Jest, Vitest or Playwright",
      "JEST_WORKER_ID VITEST VITEST_WORKER_ID VITEST_POOL_ID TEST_WORKER_INDEX TEST_PARALLEL_INDEX"
    ),
    (
      "set by Python's tools",
      "PYTHONPATH PYTHONHOME PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE VIRTUAL_ENV CONDA_PREFIX CONDA_DEFAULT_ENV PYTEST_CURRENT_TEST PYTEST_XDIST_WORKER RUN_MAIN"
    ),
    ("set by Ruby's tools", "RAILS_ENV RACK_ENV BUNDLE_GEMFILE GEM_HOME GEM_PATH RUBYOPT RUBYLIB"),
    (
      "set by Go's tools",
      "GOPATH GOROOT GOOS GOARCH GOBIN GOFLAGS GOMAXPROCS GOPROXY GOCACHE GOMODCACHE GODEBUG GOCOVERDIR CGO_ENABLED GO111MODULE GOFILE GOLINE GOPACKAGE"
    ),
    (
      "set by Rust's tools",
      "RUST_LOG RUST_BACKTRACE RUSTFLAGS RUSTC OUT_DIR TARGET PROFILE NUM_JOBS OPT_LEVEL RUSTC_WRAPPER RUSTUP_HOME RUSTUP_TOOLCHAIN"
    ),
    (
      "set by Elixir's tools",
      "MIX_ENV MIX_TARGET MIX_HOME HEX_HOME RELEASE_NAME RELEASE_ROOT RELEASE_NODE RELEASE_COOKIE RELEASE_VSN"
    ),
    (
      "set by Java's tools",
      "JAVA_HOME JAVA_OPTS JAVA_TOOL_OPTIONS CLASSPATH GRADLE_USER_HOME GRADLE_OPTS M2_HOME MAVEN_HOME MAVEN_OPTS"
    ),
    (
      "set by Xcode or Swift's tools",
      "SRCROOT PROJECT_DIR BUILT_PRODUCTS_DIR CONFIGURATION SDKROOT DEVELOPER_DIR XCTestConfigurationFilePath XCODE_RUNNING_FOR_PREVIEWS SWIFT_EXEC ANDROID_HOME ANDROID_SDK_ROOT ANDROID_NDK_HOME"
    ),
    ("set by Heroku", "DYNO"),
    (
      "set by Google Cloud Run",
      "K_SERVICE K_REVISION K_CONFIGURATION CLOUD_RUN_JOB CLOUD_RUN_TASK_INDEX GAE_ENV GAE_SERVICE GAE_VERSION GAE_INSTANCE FUNCTION_TARGET"
    ),
    (
      "set by AWS Lambda",
      "AWS_LAMBDA_FUNCTION_NAME AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_RUNTIME_API AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_EXECUTION_ENV LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR _HANDLER _X_AMZN_TRACE_ID"
    ),
  ]

  private static let prefixes: [(text: String, reason: String)] = [
    ("RUNNER_", "set by GitHub Actions"), ("ACTIONS_", "set by GitHub Actions"),
    ("GITHUB_ACTION", "set by GitHub Actions"),
    ("CI_", "set by GitLab CI"), ("GITLAB_USER_", "set by GitLab CI"), ("CIRCLE_", "set by CircleCI"),
    ("TRAVIS_", "set by Travis CI"),
    ("BUILDKITE_", "set by Buildkite"), ("JENKINS_", "set by Jenkins"), ("BITBUCKET_", "set by Bitbucket Pipelines"),
    ("DRONE_", "set by Drone"), ("CODEBUILD_", "set by AWS CodeBuild"), ("TEAMCITY_", "set by TeamCity"),
    ("SYSTEM_TEAM", "set by Azure Pipelines"), ("BUILD_SOURCE", "set by Azure Pipelines"),
    ("npm_", "set by npm"), ("NPM_CONFIG_", "read by npm"), ("YARN_", "set by Yarn"), ("PNPM_", "set by pnpm"),
    ("XDG_", "set by the desktop"), ("LC_", "set by the system or the shell"), ("DBUS_", "set by the desktop"),
    ("GNOME_", "set by the desktop"), ("KDE_", "set by the desktop"), ("SSH_", "set by the secure shell"),
    ("VERCEL_", "set by Vercel"), ("NEXT_RUNTIME", "set by Next.js"), ("__NEXT_", "set by Next.js"),
    ("NETLIFY_", "set by Netlify"), ("CF_PAGES", "set by Cloudflare Pages"), ("RENDER_", "set by Render"),
    ("RAILWAY_", "set by Railway"), ("FLY_", "set by Fly.io"), ("HEROKU_", "set by Heroku"), ("DYNO_", "set by Heroku"),
    ("KUBERNETES_", "set by Kubernetes"), ("ECS_CONTAINER_METADATA_URI", "set by Amazon ECS"),
    ("WEBSITE_", "set by Azure App Service"), ("GITPOD_", "set by Gitpod"), ("CODESPACE", "set by GitHub Codespaces"),
    ("CARGO_", "set by Rust's tools"), ("DEP_", "set by Rust's tools"), ("CONDA_", "set by Python's tools"),
    ("GIT_AUTHOR_", "read by git"), ("GIT_COMMITTER_", "read by git"), ("GIT_CONFIG_", "read by git"),
    ("GIT_TRACE", "read by git"), ("VSCODE_", "set by the editor"), ("JETBRAINS_", "set by the editor"),
    ("PROGRAMFILES", "set by Windows"), ("COMMONPROGRAMFILES", "set by Windows"), ("XPC_", "set by macOS"),
  ]
}
