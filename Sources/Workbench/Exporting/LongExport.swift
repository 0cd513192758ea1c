package import AnswerStore
import Reports
import Text

/// The readings of runs, or their cells, as one long table in a file: the rows of the store's views.
package struct LongExport: Sendable {
    /// How a file holds a table.
    package enum Form: Sendable, Hashable {
        /// Comma-separated values with a header; nothing where a field is missing.
        case csv
        /// A line a row, each an object; null where a field is missing.
        case jsonLines

        /// The form that a file's name asks for; nil for any other.
        package init?(path: String) {
            switch path.lowercased() {
            case let name where name.hasSuffix(".csv"): self = .csv
            case let name where name.hasSuffix(".jsonl"): self = .jsonLines
            default: return nil
            }
        }
    }

    /// What was written.
    package struct Written: Sendable, Hashable {
        /// Rows, the header aside.
        package let rows: Int
        /// Runs of studies whose values and variants are not known, so that their names are missing.
        package let nameless: [Int64]
    }

    /// Readings or cells.
    package let table: LongTable
    /// Whose, in the order of the rows.
    package let runs: [RunRecord]

    /// - Parameter runs: in the order of the rows.
    package init(_ table: LongTable, of runs: [RunRecord]) { (self.table, self.runs) = (table, runs) }

    /// Writes the table: to a file beside first, row by row, so that memory does not grow with it.
    ///
    /// - Parameter progress: told how many rows there are so far.
    /// - Throws: `StoreError`, `FileFailure`. Nothing is left behind then, and a file of before stays.
    package func write(
        to path: String, as form: Form, from store: AnswerStore, progress: (Int) -> Void = { _ in }
    ) throws -> Written {
        let file = try OutputFile(path)
        let columns = try store.columns(of: table)
        let nameless = try store.runsWithoutNames()
        var rows = 0
        // What the file says must not come out as an error of the store.
        var failure: FileFailure?
        func write(_ rendered: (_ fields: [LongField]) -> [UInt8]) throws {
            for run in runs {
                try store.forEachRow(of: table, run: run.id) { fields in
                    do throws(FileFailure) {
                        try file.write(rendered(fields))
                    } catch {
                        failure = error
                        return false
                    }
                    rows += 1
                    if rows.isMultiple(of: 1000) { progress(rows) }
                    return true
                }
                if let failure { throw failure }
            }
        }
        switch form {
        case .csv:
            var lines = LongLines(header: columns)
            try file.write(lines.header())
            try write { lines.row($0) }
        case .jsonLines: try write { Self.line($0, columns) }
        }
        try file.finish()
        return Written(rows: rows, nameless: runs.map(\.id).filter(nameless.contains))
    }

    private static func line(_ fields: [LongField], _ columns: [String]) -> [UInt8] {
        Array((JSONValue(columns, fields.map(\.json)).text(indented: false) + "\n").utf8)
    }
}
