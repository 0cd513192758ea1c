import Text

/// Texts from outside in LaTeX: nothing in them is a command.
package enum LaTeXText {
    /// The text with all that LaTeX gives a meaning taken literally; control characters become spaces.
    package static func escaped(_ text: String) -> String {
        // At the start of a line these would belong to the line break before it.
        var escaped = text.hasPrefix("[") || text.hasPrefix("*") ? "{}" : ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": escaped += "\\" + String(scalar)
            case "~": escaped += "\\textasciitilde{}"
            case "^": escaped += "\\textasciicircum{}"
            case "−": escaped += "$-$"
            case "—": escaped += "---"
            case "–": escaped += "--"
            case "·": escaped += "\\textperiodcentered{}"
            case "\u{A0}": escaped += "~"
            case "\u{61C}", "\u{200E}", "\u{200F}", "\u{FEFF}": break
            case _ where Plain.isSteering(scalar): escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text on one line, to stand behind a percent sign.
    package static func comment(_ text: String) -> String {
        Plain.line(text)
    }
}
