/// Variables and functions that make has by itself.
enum MakeNames {
  static let functions: Set<String> = [
    "subst", "patsubst", "strip", "findstring", "filter", "filter-out", "sort", "word", "wordlist", "words",
    "firstword",
    "lastword", "dir", "notdir", "suffix", "basename", "addsuffix", "addprefix", "join", "wildcard", "realpath",
    "abspath",
    "if", "or", "and", "foreach", "file", "call", "value", "eval", "origin", "flavor", "shell", "error", "warning",
    "info",
    "guile", "let", "intcmp",
  ]

  private static let variables: Set<String> = [
    "MAKE", "MAKECMDGOALS", "MAKEFILES", "MAKEFILE_LIST", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES",
    "MAKESHELL",
    "MAKE_VERSION", "MAKE_HOST", "MAKE_RESTARTS", "MAKE_TERMOUT", "MAKE_TERMERR", "MAKE_COMMAND", "CURDIR", "VPATH",
    "SUFFIXES", "LIBPATTERNS", ".DEFAULT_GOAL", ".VARIABLES", ".FEATURES", ".INCLUDE_DIRS", "GNUMAKEFLAGS", "AR", "AS",
    "CC", "CXX",
    "CPP", "FC", "M2C", "PC", "CO", "GET", "LEX", "YACC", "LINT", "MAKEINFO", "TEX", "TEXI2DVI", "WEAVE", "CWEAVE",
    "TANGLE", "CTANGLE", "RM", "ARFLAGS", "ASFLAGS", "CFLAGS", "CXXFLAGS", "COFLAGS", "CPPFLAGS", "FFLAGS", "GFLAGS",
    "LDFLAGS", "LDLIBS", "LFLAGS", "YFLAGS", "PFLAGS", "RFLAGS", "LINTFLAGS", "OS", "DESTDIR", "COMSPEC", "SHELLFLAGS",
    "OBJC", "LOADLIBES", "OUTPUT_OPTION", "TARGET_ARCH", "CROSS_COMPILE", "PREFIX", "prefix", "VERBOSE",
  ]

  static func isKnown(_ name: String) -> Bool {
    variables.contains(name) || ShellNames.isKnown(name) || name.hasPrefix("COMPILE.") || name.hasPrefix("LINK.")
  }
}
