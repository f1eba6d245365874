/// The variables that bash gives a meaning of its own.
enum ShellVariables {
  /// Whether bash sets it when it starts, so that its value is not known from the file and the environment.
  static func isSetByShell(_ name: [UInt8]) -> Bool { set.contains(String(decoding: name, as: UTF8.self)) }

  /// Whether assigning to it fails, is ignored, or changes how the rest of the file is read.
  static func isReserved(_ name: [UInt8]) -> Bool {
    let name = String(decoding: name, as: UTF8.self)
    return reserved.contains(name) || name.hasPrefix("BASH_") || name.hasPrefix("COMP_")
  }

  private static let set: Set<String> = [
    "_", "BASH", "BASH_VERSION", "BASHOPTS", "BASHPID", "DIRSTACK", "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "FUNCNAME",
    "GROUPS", "HISTCMD", "HISTFILE", "HISTFILESIZE", "HISTSIZE", "HOME", "HOSTNAME", "HOSTTYPE", "IFS", "LINENO",
    "MACHTYPE", "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "OSTYPE", "PATH", "PIPESTATUS", "PPID", "PS1", "PS2", "PS4",
    "PWD", "RANDOM", "SECONDS", "SHELL", "SHELLOPTS", "SHLVL", "SRANDOM", "TERM", "UID",
  ]

  private static let reserved: Set<String> = [
    "_", "BASHOPTS", "BASHPID", "BASH_VERSINFO", "DIRSTACK", "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "FUNCNAME",
    "GROUPS", "HISTCMD", "LINENO", "OPTIND", "PIPESTATUS", "POSIXLY_CORRECT", "PPID", "RANDOM", "SECONDS", "SHELLOPTS",
    "SRANDOM", "UID",
  ]
}
