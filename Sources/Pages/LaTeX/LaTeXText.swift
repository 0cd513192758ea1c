import Text

/// Texts from outside in LaTeX: nothing in them is a command.
package enum LaTeXText {
    /// The text with all that LaTeX gives a meaning taken literally; control characters become spaces.
    ///
    /// A word that is too long for any column may be broken where nothing else helps, and Chinese, Japanese or Thai, which
    /// need no spaces, sooner.
    package static func escaped(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).enumerated().map { index, word in
            let hasWideSigns = word.unicodeScalars.contains(where: isWide)
            let pieces = pieces(of: word, from: hasWideSigns ? 6 : 18, every: hasWideSigns ? 3 : 12)
            return pieces.enumerated().map { literal($1, isFirst: index == 0 && $0 == 0) }
                .joined(separator: "\\penalty5000 ")
        }.joined(separator: " ")
    }

    /// A longer word than so many signs, cut after each few of them, but in no letter with its marks.
    private static func pieces(of word: Substring, from longest: Int, every length: Int) -> [String] {
        guard word.unicodeScalars.count > longest else { return [String(word)] }
        var pieces = [""]
        for letter in word {
            if pieces[pieces.count - 1].unicodeScalars.count >= length { pieces.append("") }
            pieces[pieces.count - 1].append(letter)
        }
        return pieces
    }

    /// Signs of scripts from Hebrew on; neither Latin, Greek and Cyrillic letters nor the marks and symbols they share.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x590 && !(0x1C80...0x2BFF).contains(scalar.value)
    }

    private static func literal(_ text: String, isFirst: Bool) -> String {
        // At the start of a line these would belong to the line break before it.
        var escaped = isFirst && (text.hasPrefix("[") || text.hasPrefix("*")) ? "{}" : ""
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
