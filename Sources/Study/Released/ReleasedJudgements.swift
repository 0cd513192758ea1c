import Text

/// One person's sheet of judged actions as released: for each cell and inclination the actions that eight prompts made,
/// and behind each whether the action (ACT) is right.
///
/// Above the header may stand one row of instructions; behind the judgements may stand rows of sums without a cell.
package struct ReleasedJudgements: Sendable {
    /// The judged rows in the file's order.
    package let rows: [Row]

    /// What one prompt made of one cell and inclination.
    package struct Judged: Sendable, Hashable {
        /// The raw reply that holds the action.
        package let reply: String
        /// The judgement of the action: 1 right, 0 wrong; `nil` where the person left it empty.
        package let label: Int?
    }

    /// One cell and inclination.
    package struct Row: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// Country, topic, value and polarity as written.
        package let cell: [String]
        /// By prompt of the sheet, counted from 0.
        package let judged: [Judged]
    }

    static let prompts = 8

    /// A release has some hundred rows; far more are another file, and would be held in memory.
    package static let rowLimit = 10_000

    /// Reads a sheet.
    ///
    /// - Throws: `ReleasedFileError`: what is wrong with the CSV, columns that are not there, a judgement that is
    ///   neither 0 nor 1, or no judged row.
    package init(path: String) throws(ReleasedFileError) {
        var reader: CSVReader
        var header: [String]
        do throws(CSVError) {
            reader = try CSVReader(path: path)
            header = reader.header
            if header.first != "No.", let row = try reader.next() { header = row.fields }
        } catch { throw .csv(error) }
        let columns = try Self.columns(of: header, path)
        var rows: [Row] = []
        while let row = try Self.next(&reader) {
            guard rows.count < Self.rowLimit else { throw .tooManyRows(file: path, limit: Self.rowLimit) }
            let cell = columns.cell.map { row[$0] }
            guard cell.contains(where: { !$0.isEmpty }) else { continue }
            var judged: [Judged] = []
            for (reply, label) in columns.judged {
                judged.append(Judged(reply: row[reply], label: try Self.label(row[label], path, row.line)))
            }
            rows.append(Row(line: row.line, cell: cell, judged: judged))
        }
        guard !rows.isEmpty else { throw .nothingKnown(file: path, rows: 0, example: nil) }
        self.rows = rows
    }

    private static func next(_ reader: inout CSVReader) throws(ReleasedFileError) -> CSVRow? {
        do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
    }

    /// Every prompt's judgement is the ACT behind its own column: the headers repeat.
    private static func columns(
        of header: [String], _ path: String
    ) throws(ReleasedFileError) -> (cell: [Int], judged: [(reply: Int, label: Int)]) {
        let names = ["country", "topic", "value", "polarity"] + (0..<prompts).map { "generation_prompt_id_\($0)" }
        let places = names.map { header.firstIndex(of: $0) }
        var missing = zip(names, places).filter { $0.1 == nil }.map(\.0)
        let found = places.compactMap(\.self)
        let labels = found.dropFirst(4).map { place in header[place...].firstIndex(of: "ACT") }
        if missing.isEmpty, labels.contains(nil) { missing = ["ACT"] }
        guard missing.isEmpty else { throw .csv(.missingColumns(file: path, missing: missing, found: header)) }
        return (Array(found.prefix(4)), zip(found.dropFirst(4), labels.compactMap(\.self)).map { ($0, $1) })
    }

    private static func label(_ text: String, _ path: String, _ line: Int) throws(ReleasedFileError) -> Int? {
        switch text {
        case "": return nil
        case "0", "0.0": return 0
        case "1", "1.0": return 1
        default: throw .notALabel(file: path, line: line, column: "ACT", text: text)
        }
    }
}
