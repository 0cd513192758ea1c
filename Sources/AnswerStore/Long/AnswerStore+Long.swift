import GRDB

/// A view that people read with programs of theirs.
package enum LongTable: String, Sendable, CaseIterable {
    /// A row a reading.
    case readings = "reading_long"
    /// A row a run and cell.
    case cells = "cell_long"

    /// Grouping sorts cells by their names already; saying so makes it a promise.
    fileprivate var order: String { self == .cells ? " ORDER BY run, country, topic, value" : "" }
}

/// A field of such a view.
package enum LongField: Sendable, Hashable {
    /// Not known, or without meaning in this row.
    case missing
    /// A count, a number of the store, a code.
    case integer(Int64)
    /// A score, a time.
    case number(Double)
    /// A name or a word.
    case text(String)
}

extension AnswerStore {
    /// The columns of a view, in their order.
    package func columns(of table: LongTable) throws(StoreError) -> [String] {
        try read { db in try db.columns(in: table.rawValue).map(\.name) }
    }

    /// Hands every row of a run to `body`, in one view of the store and one at a time: readings in the order of the questions' numbers,
    /// which is that of the plan; cells by country, topic and value.
    ///
    /// - Parameter body: returns whether to go on.
    /// - Throws: ``StoreError``, or what `body` throws, as one; `stopped` where the task is cancelled.
    package func forEachRow(
        of table: LongTable, run: Int64, _ body: ([LongField]) throws -> Bool
    ) throws(StoreError) {
        try read { db in
            var count = 0
            let rows = try Row.fetchCursor(
                db, sql: "SELECT * FROM \(table.rawValue) WHERE run = ?\(table.order)", arguments: [run])
            var fields: [LongField] = []
            while let row = try rows.next() {
                count += 1
                if count.isMultiple(of: 4096), Task.isCancelled { throw StoreError.stopped(path: path) }
                fields.removeAll(keepingCapacity: true)
                for column in 0..<row.count { fields.append(LongField(row[column] as DatabaseValue)) }
                guard try body(fields) else { return }
            }
        }
    }
}

extension LongField {
    /// What a database holds.
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null, .blob: .missing
            case .int64(let number): .integer(number)
            case .double(let number): .number(number)
            case .string(let text): .text(text)
            }
    }
}
