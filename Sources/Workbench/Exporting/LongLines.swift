import AnswerStore
import Reports
import Text

/// Rows of a long table as CSV, safe for spreadsheets as all tables of ours are. Neighbouring rows say mostly the same, so that a text
/// which stands in the row before is not looked at again.
struct LongLines {
    private var writer: CSVWriter
    private var last: [(raw: String, safe: String)]

    init(header: [String]) {
        writer = CSVWriter(header: header, layout: .spreadsheet)
        last = header.map { _ in ("", "") }
    }

    /// The bytes of the header.
    mutating func header() -> [UInt8] { writer.drain() }

    /// The bytes of a row.
    mutating func row(_ fields: [LongField]) -> [UInt8] {
        writer.write(fields.enumerated().map { text($1, $0) })
        return writer.drain()
    }

    private mutating func text(_ field: LongField, _ column: Int) -> String {
        switch field {
        case .missing: return ""
        case .integer(let number): return String(number)
        case .number(let number): return number.isFinite ? JSONText.shortest(number) : ""
        case .text(let text):
            if last[column].raw != text { last[column] = (text, CSVTable.safe(text)) }
            return last[column].safe
        }
    }
}

extension LongField {
    /// As a JSON document has it.
    var json: JSONValue {
        switch self {
        case .missing: .null
        case .integer(let number): .integer(Int(number))
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        }
    }
}
