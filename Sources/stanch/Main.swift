import Commands
import Glibc

@main
enum Main {
  static func main() async {
    exit(await Stanch.run(arguments: Array(CommandLine.arguments.dropFirst())))
  }
}
