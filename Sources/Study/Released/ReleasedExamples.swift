package import Reading
import Text

/// Misaligned cells as released: what a model says of a value and what it chooses, as signs, with the action that it chose.
package struct ReleasedExamples: Sendable {
    /// One misaligned cell.
    package struct Example: Sendable, Hashable {
        /// The line in which the row begins.
        package let line: Int
        /// The cell, by the study's names.
        package let cell: Cell
        /// What it says: "positive" is agreement.
        package let stated: Inclination
        /// What it chooses, the opposite.
        package let acted: Inclination
        /// The action that it chose.
        package let action: Action
    }

    /// In the file's order.
    package let examples: [Example]
    /// How many rows the file has.
    package let rows: Int
    /// Rows of a cell that stands further up; the first one counts.
    package let repeated: Int
    /// Names that the study does not know; their rows are left out.
    package let unknown: [UnknownName]

    /// A release has about a thousand rows; far more are another file, and would be held in memory.
    package static let rowLimit = 100_000

    private static let columns = ["country", "topic", "value", "T1_response", "T2_response", "action"]

    /// Reads a file with the columns country, topic, value, T1_response, T2_response and action, the last as a Python dict.
    ///
    /// - Throws: `ReleasedFileError`: what is wrong with the CSV, a response that is neither positive nor negative or the same twice,
    ///   an action that can't be read, or no row that names a known cell.
    package init(path: String, names: ReleasedNames) throws(ReleasedFileError) {
        var reader: CSVReader
        let places: [Int]
        do throws(CSVError) {
            reader = try CSVReader(path: path, columns: Set(Self.columns))
            places = try reader.columns(Self.columns)
        } catch { throw .csv(error) }
        var found = FoundExamples(file: path, places: places, names: names)
        while let row = try Self.next(&reader) {
            guard found.rows < Self.rowLimit else { throw .tooManyRows(file: path, limit: Self.rowLimit) }
            try found.take(row)
        }
        let unknown = found.unknownNames
        guard !found.examples.isEmpty else {
            throw .nothingKnown(file: path, rows: found.rows, example: unknown.first)
        }
        (examples, rows, repeated, self.unknown) = (found.examples, found.rows, found.repeated, unknown)
    }

    private static func next(_ reader: inout CSVReader) throws(ReleasedFileError) -> CSVRow? {
        do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
    }

    /// The respondent that a file is named after: "llama3" of "llama3_misaligned_example.csv".
    package static func respondent(ofFile path: String) -> String {
        var name = String(path.split(separator: "/").last ?? "")
        if let dot = name.lastIndex(of: "."), dot != name.startIndex { name = String(name[..<dot]) }
        for ending in ["_misaligned_examples", "_misaligned_example", "-misaligned-examples", "_misaligned"]
        where name.lowercased().hasSuffix(ending) && name.count > ending.count {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}

/// What has been found of a file of examples.
private struct FoundExamples {
    let file: String
    let places: [Int]
    let names: ReleasedNames
    private(set) var examples: [ReleasedExamples.Example] = []
    private(set) var rows = 0
    private(set) var repeated = 0
    private var cells: Set<Cell> = []
    private var unknown: [Unknown: (line: Int, rows: Int)] = [:]
    private let reader = ReplyReader()

    private struct Unknown: Hashable {
        let column, name: String
    }

    init(file: String, places: [Int], names: ReleasedNames) {
        (self.file, self.places, self.names) = (file, places, names)
    }

    mutating func take(_ row: CSVRow) throws(ReleasedFileError) {
        rows += 1
        let country = name(row, 0, "country", names.countries)
        let topic = name(row, 1, "topic", names.topics)
        let value = name(row, 2, "value", names.values)
        guard let country, let topic, let value else { return }
        let stated = try response(row, 3, "T1_response"), acted = try response(row, 4, "T2_response")
        guard stated != acted else { throw .sameResponses(file: file, line: row.line, text: row[places[3]]) }
        let text = row[places[5]]
        guard let written = reader.action(in: text).answer else {
            throw .notAnAction(file: file, line: row.line, text: text)
        }
        let cell = Cell(scenario: Scenario(country: country, topic: topic), value: value)
        guard cells.insert(cell).inserted else {
            repeated += 1
            return
        }
        examples.append(
            .init(line: row.line, cell: cell, stated: stated, acted: acted, action: Action(written.action)))
    }

    private mutating func name(_ row: CSVRow, _ place: Int, _ column: String, _ known: ValueIndex?) -> String? {
        let text = row[places[place]]
        guard let known else { return text.isEmpty ? nil : text }
        if let index = known[text] { return known.names[index] }
        unknown[Unknown(column: column, name: text), default: (row.line, 0)].rows += 1
        return nil
    }

    private func response(_ row: CSVRow, _ place: Int, _ column: String) throws(ReleasedFileError) -> Inclination {
        let text = row[places[place]]
        switch text.trimmed.lowercased() {
        case "positive", "agree": return .agree
        case "negative", "disagree": return .disagree
        default: throw .notAResponse(file: file, line: row.line, column: column, text: text)
        }
    }

    var unknownNames: [UnknownName] {
        unknown.map { UnknownName(column: $0.column, name: $0.name, line: $1.line, rows: $1.rows) }
            .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
