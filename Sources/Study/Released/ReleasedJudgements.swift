import Text

/// One person's sheet of judged actions as released: for each cell and inclination the actions that eight prompts made,
/// and behind each whether the action (ACT), its attributions (ATTR) and its explanation (EXP) are right.
///
/// Above the header may stand one row of instructions; behind the judgements may stand rows of sums without a cell.
package struct ReleasedJudgements: Sendable {
    /// The judged rows in the file's order.
    package let rows: [Row]
    /// Rows without a cell that hold something: sums and what else a spreadsheet leaves. Nothing of them is taken.
    package let sumRows: Int
    /// Rows without anything.
    package let emptyRows: Int

    /// A column of judgements, by its header.
    package enum Column: String, Sendable, Hashable, CaseIterable {
        /// Whether the action is right.
        case action = "ACT"
        /// Whether the attributions suffice.
        case attributions = "ATTR"
        /// Whether the explanation is plausible.
        case explanation = "EXP"
    }

    /// What one prompt made of one cell and inclination.
    package struct Judged: Sendable, Hashable {
        /// The raw reply that holds the action.
        package let reply: String
        /// By column: 1 right, 0 wrong; none where the person left it empty.
        package let labels: [Column: Int]
        /// The judgement of the action: 1 right, 0 wrong; `nil` where the person left it empty.
        package var label: Int? { labels[.action] }
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

    package static let prompts = 8

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
        var (sums, empty) = (0, 0)
        while let row = try Self.next(&reader) {
            guard rows.count < Self.rowLimit else { throw .tooManyRows(file: path, limit: Self.rowLimit) }
            let cell = columns.cell.map { row[$0] }
            guard cell.contains(where: { !$0.isEmpty }) else {
                if row.fields.allSatisfy(\.isEmpty) { empty += 1 } else { sums += 1 }
                continue
            }
            var judged: [Judged] = []
            for (reply, places) in columns.judged {
                var labels: [Column: Int] = [:]
                for (column, place) in places {
                    labels[column] = try Self.label(row[place], column, path, row.line)
                }
                judged.append(Judged(reply: row[reply], labels: labels))
            }
            rows.append(Row(line: row.line, cell: cell, judged: judged))
        }
        guard !rows.isEmpty else { throw .nothingKnown(file: path, rows: 0, example: nil) }
        (self.rows, sumRows, emptyRows) = (rows, sums, empty)
    }

    private static func next(_ reader: inout CSVReader) throws(ReleasedFileError) -> CSVRow? {
        do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
    }

    /// Every prompt's judgements are those behind its own column and before the next prompt's: the headers repeat.
    private static func columns(
        of header: [String], _ path: String
    ) throws(ReleasedFileError) -> (cell: [Int], judged: [(reply: Int, labels: [(Column, Int)])]) {
        let names = ["country", "topic", "value", "polarity"] + (0..<prompts).map { "generation_prompt_id_\($0)" }
        let places = names.map { header.firstIndex(of: $0) }
        var missing = zip(names, places).filter { $0.1 == nil }.map(\.0)
        let found = places.compactMap(\.self)
        let labels = found.dropFirst(4).map { place in header[place...].firstIndex(of: "ACT") }
        if missing.isEmpty, labels.contains(nil) { missing = ["ACT"] }
        guard missing.isEmpty else { throw .csv(.missingColumns(file: path, missing: missing, found: header)) }
        let judged = zip(found.dropFirst(4), labels.compactMap(\.self)).map { reply, action in
            let end = found.filter { $0 > reply }.min() ?? header.count
            let others = [Column.attributions, .explanation].compactMap { column in
                header[reply..<end].firstIndex(of: column.rawValue).map { (column, $0) }
            }
            return (reply: reply, labels: [(Column.action, action)] + others)
        }
        return (Array(found.prefix(4)), judged)
    }

    private static func label(
        _ text: String, _ column: Column, _ path: String, _ line: Int
    ) throws(ReleasedFileError) -> Int? {
        switch text {
        case "": return nil
        case "0", "0.0": return 0
        case "1", "1.0": return 1
        default: throw .notALabel(file: path, line: line, column: column.rawValue, text: text)
        }
    }
}
