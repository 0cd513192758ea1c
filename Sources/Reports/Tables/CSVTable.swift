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

        /// `true` or `false`, as pandas and R read it; nothing where neither is known.
        static func truth(_ flag: Bool?) -> Field { .text(flag.map { $0 ? "true" : "false" } ?? "") }
    }

    /// The file's name, such as `cells.csv`.
    package let name: String
    /// The names of the columns.
    package let header: [String]
    /// The rows, each as long as the header.
    let rows: [[Field]]

    /// The whole file.
    package var text: String {
        var writer = CSVWriter(header: header.map { Plain.line($0) }, layout: .spreadsheet)
        for row in rows { writer.write(row.map(CSVTable.written)) }
        return writer.text
    }

    private static func written(_ field: Field) -> String {
        switch field {
        case .text(let text): safe(text)
        case .number(let value): value.flatMap { $0.isFinite ? JSONText.shortest($0) : nil } ?? ""
        case .count(let value): value.map(String.init) ?? ""
        }
    }

    /// A text from outside as a field may hold it: nothing that a spreadsheet would take for a formula, nothing that steers.
    package static func safe(_ text: String) -> String { guarded(inert(text)) }

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
}
