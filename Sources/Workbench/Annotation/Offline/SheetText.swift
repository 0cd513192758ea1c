import Text

/// Texts in tables that spreadsheet programs open: one that they would take for a formula has an apostrophe before it, and so has one
/// that begins with such an apostrophe itself, so that reading takes away exactly what writing put there.
enum SheetText {
    /// A text as a field holds it.
    static func guarded(_ text: String) -> String { isGuarded(text) ? "'" + text : text }

    /// The text of a field.
    static func plain(_ field: String) -> String {
        guard field.unicodeScalars.first == "'" else { return field }
        let rest = String(field.unicodeScalars.dropFirst())
        return isGuarded(rest) ? rest : field
    }

    private static func isGuarded(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return starts.contains(first)
    }

    private static let starts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]
}
