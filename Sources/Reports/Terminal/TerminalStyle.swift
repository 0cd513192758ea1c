/// What a terminal can show.
package struct TerminalStyle: Sendable, Equatable {
    /// Columns, taken into 40…200.
    package let width: Int
    /// Whether escape codes for colour may be used.
    package let hasColour: Bool
    /// Whether signs beyond ASCII may be used; names from outside are shown as they are in either case.
    package let hasUnicode: Bool

    /// A terminal of so many columns.
    package init(width: Int = 80, hasColour: Bool = false, hasUnicode: Bool = true) {
        self.width = min(max(width, 40), 200)
        self.hasColour = hasColour
        self.hasUnicode = hasUnicode
    }

    /// The roles that colour tells apart; each is a colour of the sixteen that every terminal has its own shade of.
    enum Role: String {
        case strong = "1"
        case quiet = "2"
        case stated = "34"
        case acted = "33"
        case gap = "35"
    }

    /// The text in the colour of a role, where there is colour.
    func paint(_ text: String, _ role: Role) -> String {
        hasColour ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Our own words with typographic signs, or with what ASCII has for them.
    func plain(_ text: String) -> String {
        guard !hasUnicode else { return text }
        let signs: [(String, String)] = [
            ("—", "-"), ("–", "-"), ("−", "-"), ("×", "x"), ("·", "-"), ("…", "..."), ("’", "'"), ("“", "\""),
            ("”", "\""), ("\u{00A0}", " "), ("κ", "kappa"), ("±", "+-"),
            ("′", "'"),
        ]
        return signs.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// A bar for a share of one, in so many columns.
    func bar(_ share: Double?, columns: Int) -> String {
        guard let share, share.isFinite, columns > 0 else { return String(repeating: " ", count: max(columns, 0)) }
        let clamped = min(max(share, 0), 1)
        guard hasUnicode else {
            let full = Int((clamped * Double(columns)).rounded())
            return String(repeating: "#", count: full) + String(repeating: ".", count: columns - full)
        }
        let eighths = Int((clamped * Double(columns * 8)).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let drawn = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
        return drawn + String(repeating: " ", count: columns - eighths / 8 - (eighths % 8 == 0 ? 0 : 1))
    }
}
