package import Text

/// What the columns of the long tables mean, in their order: those of the store's views, and of `vlens export --long`.
package enum LongDictionary {
    /// The tables without a row, by the names of their views.
    package static let tables = [
        CSVTable(name: "reading_long", header: names(Term.longReadings), rows: []),
        CSVTable(name: "cell_long", header: names(Term.longCells), rows: []),
    ]

    private static func names(_ terms: [Term]) -> [String] {
        terms.compactMap { $0.name.split(separator: "/").last.map(String.init) }
    }

    /// A table's dictionary as a page beside the file: how answers are coded, then every column.
    ///
    /// - Parameter file: the name of the file that it explains.
    package static func page(of view: String, file: String) -> String? {
        guard let table = tables.first(where: { $0.name == view }) else { return nil }
        let rows = view == "cell_long" ? "a run and cell (a value in a country and topic)" : "a reading"
        return """
            # \(Plain.line(file))

            A row is \(rows). Answers are coded \(Term.agreeIsZero). What is not known, or has no meaning in a row, is empty in CSV \
            and null in JSON. In CSV a text that a spreadsheet would run as a formula has an apostrophe before it.

            \(columns(of: table))

            """
    }

    /// The columns of a table with what they mean, as a table in Markdown.
    package static func columns(of table: CSVTable) -> String {
        let head = ["column", "meaning", "unit", "range", "coding"]
        let lines = DataDictionary.entries(of: table).map { entry in
            ["`\(entry.column)`"]
                + [entry.term?.meaning, entry.term?.unit, entry.term?.range, entry.term?.coding].map {
                    ($0 ?? "").replacing("|", with: "\\|")
                }
        }
        return ([head, head.map { _ in "---" }] + lines).map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }
}
