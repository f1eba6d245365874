/// The frame of an HTML report, also well-formed as XML. Its texts are markup already: who makes them escapes them.
struct HTMLPage {
  let title: String
  let sections: [String]

  static func section(_ title: String, _ attributes: String, _ content: String) -> String {
    "<section \(attributes)>\n<h2>\(title)</h2>\n\(content)\n</section>"
  }

  /// The policy keeps a page that somebody tampered with from loading or running anything.
  var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/>
    <title>stanch: \(title)</title>
    <style>
    \(HTMLPage.style)
    </style>
    </head>
    <body>
    <h1>\(title)</h1>
    \(sections.joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; --text: #1b1b1f; --ground: #ffffff; --line: #d0d0d7; --loud: #b3261e; --mark: #ffe08a; }
    @media (prefers-color-scheme: dark) {
      :root { --text: #e6e6eb; --ground: #17171b; --line: #44444c; --loud: #ff8a80; --mark: #6b5200; }
    }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--ground); margin: 2rem; }
    code { font: 0.875em ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid var(--line); padding: 0.5rem; text-align: left; vertical-align: top; }
    mark { background: var(--mark); color: inherit; }
    .incidents { border: 3px solid var(--loud); padding: 0 1rem; }
    .incidents h2, .critical, .high { color: var(--loud); font-weight: bold; }
    """
}
