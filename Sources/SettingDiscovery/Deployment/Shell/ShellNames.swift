/// Names that a shell script reads without anyone having to set them.
enum ShellNames {
  /// What shells set themselves.
  private static let own: Set<String> = [
    "_", "BASH", "BASHOPTS", "BASHPID", "COLUMNS", "COMP_WORDS", "COMP_CWORD", "COMPREPLY", "COMP_LINE", "COMP_POINT",
    "COPROC", "DIRSTACK", "EPOCHREALTIME", "EPOCHSECONDS", "EUID", "FUNCNAME", "GROUPS", "HISTCMD", "HOSTNAME",
    "HOSTTYPE",
    "HOST", "IFS", "LINENO", "LINES", "MACHTYPE", "MAPFILE", "OLDPWD", "OPTARG", "OPTERR", "OPTIND", "OSTYPE",
    "PIPESTATUS",
    "PPID", "PS1", "PS2", "PS3", "PS4", "PWD", "RANDOM", "READLINE_LINE", "READLINE_POINT", "REPLY", "SECONDS",
    "SHELLOPTS",
    "SHLVL", "SRANDOM", "UID", "GID", "ZSH_NAME", "ZSH_VERSION", "ZSH_EVAL_CONTEXT", "KSH_VERSION", "TTY", "BUFFER",
    "CURSOR",
  ]

  /// What a login, a terminal or the system sets.
  private static let session: Set<String> = [
    "CDPATH", "COLORTERM", "DISPLAY", "EDITOR", "HISTFILE", "HISTSIZE", "HOME", "INPUTRC", "LANG", "LANGUAGE",
    "LOGNAME",
    "MAIL", "MANPATH", "NO_COLOR", "PAGER", "PATH", "PROMPT_COMMAND", "SHELL", "SSH_AUTH_SOCK", "SSH_CLIENT",
    "SSH_CONNECTION", "SSH_TTY", "SUDO_COMMAND", "SUDO_GID", "SUDO_UID", "SUDO_USER", "TERM", "TERM_PROGRAM", "TMPDIR",
    "TEMP",
    "TMP", "USER", "USERNAME", "USERPROFILE", "VISUAL", "WAYLAND_DISPLAY", "WINDIR", "XAUTHORITY", "APPDATA",
    "LOCALAPPDATA",
    "LD_LIBRARY_PATH", "LD_PRELOAD", "PYTHONPATH", "DEBIAN_FRONTEND", "NVM_DIR", "VIRTUAL_ENV", "BASH_SOURCE",
  ]

  private static let beginnings = ["BASH_", "LC_", "XDG_", "DBUS_", "ZDOTDIR"]

  static func isKnown(_ name: String) -> Bool {
    own.contains(name) || session.contains(name) || beginnings.contains(where: name.hasPrefix)
  }
}
