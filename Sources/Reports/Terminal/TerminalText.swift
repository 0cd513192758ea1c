import Text

/// Text measured in columns of a terminal. Texts from outside lose what could steer the terminal.
enum TerminalText {
    /// The text on one line, without anything that steers; see `Plain`.
    static func inert(_ text: String) -> String { Plain.line(text) }

    /// How many columns a text takes: two for wide East Asian signs and emoji, none for marks upon another.
    static func columns(_ text: String) -> Int {
        text.reduce(0) { $0 + columns($1) }
    }

    /// The text in exactly so many columns: cut with an ellipsis, or filled with spaces.
    static func fit(_ text: String, _ width: Int, isRight: Bool = false, ellipsis: String = "…") -> String {
        let shown = columns(text) <= width ? text : cut(text, width, ellipsis)
        let spaces = String(repeating: " ", count: max(0, width - columns(shown)))
        return isRight ? spaces + shown : shown + spaces
    }

    /// The text in lines of at most so many columns, broken at spaces; a longer word is broken inside.
    static func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            var rest = String(word)
            let room = width - (lines.isEmpty ? 0 : columns(indent))
            if !line.isEmpty, columns(line) + 1 + columns(rest) > room {
                lines.append((lines.isEmpty ? "" : indent) + line)
                line = ""
            }
            while columns(rest) > width - columns(indent) {
                let head = cut(rest, width - columns(indent), "")
                lines.append((lines.isEmpty ? "" : indent) + head)
                rest = String(rest.dropFirst(max(head.count, 1)))
            }
            line += line.isEmpty ? rest : " " + rest
        }
        if !line.isEmpty || lines.isEmpty { lines.append((lines.isEmpty ? "" : indent) + line) }
        return lines
    }

    private static func cut(_ text: String, _ width: Int, _ ellipsis: String) -> String {
        let room = width - columns(ellipsis)
        var used = 0
        var kept = ""
        for character in text {
            used += columns(character)
            if used > room { break }
            kept.append(character)
        }
        return kept + ellipsis
    }

    private static func columns(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        switch first.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x20000...0x3FFFD:
            return 2
        default:
            let category = first.properties.generalCategory
            return category == .nonspacingMark || category == .enclosingMark ? 0 : 1
        }
    }
}
