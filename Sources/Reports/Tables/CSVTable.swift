import Measures
import Text

/// A table that is written as RFC 4180 says: CRLF after each row, and quotes around what holds a comma, a quotation
/// mark or a line break.
///
/// A text that a spreadsheet would take for a formula (its first character is `=`, `+`, `-`, `@`, a tab or a carriage
/// return, in their wide forms too) is written with an apostrophe before it, which a spreadsheet shows as text. Numbers
/// of our own are never changed. What would steer a terminal or turn the direction of writing is shown instead (`Plain`);
/// the JSON beside the tables has every text as it is.
package struct CSVTable: Sendable {
    /// One field of a row.
    enum Field: Sendable {
        /// Text from outside; guarded.
        case text(String)
        /// A number in its shortest form that reads back as the same number; nothing where it is missing.
        case number(Double?)
        /// A count; nothing where there is none.
        case count(Int?)
    }

    /// The file's name, such as `cells.csv`.
    package let name: String
    /// The names of the columns.
    package let header: [String]
    /// The rows, each as long as the header.
    let rows: [[Field]]

    /// The whole file.
    package var text: String {
        var lines = header.map { CSVTable.quoted(Plain.line($0)) }.joined(separator: ",") + "\r\n"
        for row in rows {
            lines += row.map(CSVTable.written).joined(separator: ",") + "\r\n"
        }
        return lines
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .text(let text): quoted(guarded(inert(text)))
        case .number(let value): value.flatMap { $0.isFinite ? MeasureJSON.shortest($0) : nil } ?? ""
        case .count(let value): value.map(String.init) ?? ""
        }
    }

    /// Both kinds of line break stay, as the fields are read back.
    private static func inert(_ text: String) -> String {
        text.split(separator: "\r\n" as Character, omittingEmptySubsequences: false).map { Plain.text(String($0)) }
            .joined(separator: "\r\n")
    }

    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
        return "'" + text
    }

    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
    ]

    /// Scalars, not characters: a comma with a combining accent is a comma to every reader of the format.
    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
        guard needsQuotes else { return text }
        var quoted = String.UnicodeScalarView()
        quoted.append("\"")
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.append("\"") }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
