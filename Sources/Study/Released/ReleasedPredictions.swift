import Text

/// Predictions as released: for each example whether the model acts as it speaks, and what was predicted of it from
/// the action and its explanation.
package struct ReleasedPredictions: Sendable {
    /// The examples in the file's order.
    package let examples: [Example]

    /// One example.
    package struct Example: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// Whether it is so.
        package let label: Bool
        /// What was replied, such as "Label: True".
        package let reply: String

        /// The prediction by the first word behind "Label:", in any case; `nil` where there is none.
        package var prediction: Bool? {
            let text = reply.drop { $0.isWhitespace }
            guard text.prefix(5).lowercased() == "label" else { return nil }
            let behind = text.dropFirst(5).drop { $0.isWhitespace || $0 == ":" || $0 == "*" || $0 == "'" || $0 == "\"" }
            switch behind.prefix(while: \.isLetter).lowercased() {
            case "true": return true
            case "false": return false
            default: return nil
            }
        }
    }

    /// A release has some hundred rows; far more are another file, and would be held in memory.
    package static let rowLimit = 10_000

    /// Reads a file with the columns label and result.
    ///
    /// - Throws: `ReleasedFileError`: what is wrong with the CSV, a label that is neither True nor False, or no row.
    package init(path: String) throws(ReleasedFileError) {
        var examples: [Example] = []
        var reader: CSVReader
        let columns: [Int]
        do throws(CSVError) {
            reader = try CSVReader(path: path, columns: ["label", "result"])
            columns = try reader.columns(["label", "result"])
        } catch { throw .csv(error) }
        while let row = try Self.next(&reader) {
            guard examples.count < Self.rowLimit else { throw .tooManyRows(file: path, limit: Self.rowLimit) }
            let label = try Self.label(row[columns[0]], path, row.line)
            examples.append(Example(line: row.line, label: label, reply: row[columns[1]]))
        }
        guard !examples.isEmpty else { throw .nothingKnown(file: path, rows: 0, example: nil) }
        self.examples = examples
    }

    private static func next(_ reader: inout CSVReader) throws(ReleasedFileError) -> CSVRow? {
        do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
    }

    private static func label(_ text: String, _ path: String, _ line: Int) throws(ReleasedFileError) -> Bool {
        guard let label = SpreadsheetBoolean.read(text) else {
            throw .notALabel(file: path, line: line, column: "label", text: text)
        }
        return label
    }
}
