import Reading
import Text

/// One row of a released file whose names are known.
struct ReleasedRow {
    let line: Int
    let scenario: Scenario
    /// The value's index; `nil` in a file without a value column.
    let value: Int?
    let fields: CSVRow
}

/// Walks over the rows of a released file, matches their names, and keeps account of what was found.
struct ReleasedRows {
    let kind: ReleasedFile.Kind
    let names: ReleasedNames
    private(set) var rowCount = 0

    private var reader: CSVReader
    private let country: Int
    private let topic: Int
    private let value: Int?
    private var countries = FoundNames()
    private var topics = FoundNames()
    private var values = FoundNames()
    private var unknown: [UnknownKey: (line: Int, rows: Int)] = [:]

    private struct UnknownKey: Hashable {
        let column: String
        let name: String
    }

    init(_ reader: CSVReader, kind: ReleasedFile.Kind, names: ReleasedNames) throws(ReleasedFileError) {
        self.reader = reader
        self.kind = kind
        self.names = names
        let places: [Int]
        do throws(CSVError) { places = try reader.columns(["country", "topic"]) } catch { throw .csv(error) }
        (country, topic) = (places[0], places[1])
        value = kind == .ratings ? nil : reader.header.firstIndex(of: "value")
    }

    var file: String { reader.name }

    /// Where a column stands that a file of this kind has; `nil` for an optional one that is not there.
    func column(_ name: String) -> Int? { reader.header.firstIndex(of: name) }

    /// Where columns stand that the kind promises.
    func columns(_ names: [String]) throws(ReleasedFileError) -> [Int] {
        do throws(CSVError) { return try reader.columns(names) } catch { throw .csv(error) }
    }

    /// The next row whose names are all known.
    mutating func next() throws(ReleasedFileError) -> ReleasedRow? {
        while true {
            let row: CSVRow?
            do throws(CSVError) { row = try reader.next() } catch { throw .csv(error) }
            guard let row else { return nil }
            rowCount += 1
            let country = countries.match(row.bytes(country), names.countries)
            let topic = topics.match(row.bytes(topic), names.topics)
            let value = value.map { values.match(row.bytes($0), names.values) }
            guard let country, let topic, value.map({ $0 != nil }) ?? true else {
                note(row, country, topic, value)
                continue
            }
            let scenario = Scenario(country: country.name, topic: topic.name)
            return ReleasedRow(line: row.line, scenario: scenario, value: value??.index, fields: row)
        }
    }

    private mutating func note(
        _ row: CSVRow, _ country: FoundNames.Match?, _ topic: FoundNames.Match?, _ value: FoundNames.Match??
    ) {
        var keys: [UnknownKey] = []
        if country == nil { keys.append(UnknownKey(column: "country", name: row[self.country])) }
        if topic == nil { keys.append(UnknownKey(column: "topic", name: row[self.topic])) }
        if let column = self.value, let value, value == nil {
            keys.append(UnknownKey(column: "value", name: row[column]))
        }
        for key in keys { unknown[key, default: (row.line, 0)].rows += 1 }
    }

    /// What has been found so far.
    func summary(
        polarity: String?, repeated: RepeatedRows, missing: Int, undecidable: Int = 0
    ) -> ReleasedSummary {
        ReleasedSummary(
            kind: kind, file: file, rows: rowCount, countries: countries.found(names.countries),
            topics: topics.found(names.topics), values: values.found(names.values), polarity: polarity,
            duplicates: repeated.duplicates, contradictions: repeated.contradicted.count,
            contradiction: repeated.example, undecidable: undecidable, missing: missing, unknown: unknownNames)
    }

    /// - Throws: `nothingKnown` where no row was.
    func requireRows(_ known: Int) throws(ReleasedFileError) {
        if known == 0 { throw .nothingKnown(file: file, rows: rowCount, example: unknownNames.first) }
    }

    /// The scenarios that the study plans: the full cross of its names, else of those found.
    var scenarios: [Scenario] {
        let countries = names.countries?.names ?? countries.found(nil)
        let topics = names.topics?.names ?? topics.found(nil)
        return countries.flatMap { country in topics.map { Scenario(country: country, topic: $0) } }
    }

    private var unknownNames: [UnknownName] {
        unknown.map { UnknownName(column: $0.column, name: $0.name, line: $1.line, rows: $1.rows) }
            .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}

/// The names of one column that have been met, each matched once.
struct FoundNames {
    struct Match: Equatable {
        let index: Int
        let name: String
    }

    private var matches: [ArraySlice<UInt8>: Match?] = [:]
    private var order: [String] = []

    /// The known name that these bytes spell; without an index, the bytes themselves.
    mutating func match(_ bytes: ArraySlice<UInt8>, _ index: ValueIndex?) -> Match? {
        if let known = matches[bytes] { return known }
        let text = String(decoding: bytes, as: UTF8.self)
        let match: Match?
        if let index {
            match = index[text].map { Match(index: $0, name: index.names[$0]) }
        } else {
            match = text.isEmpty ? nil : Match(index: order.count, name: text)
        }
        if let match, !order.contains(match.name) { order.append(match.name) }
        matches[bytes] = .some(match)
        return match
    }

    /// The names met: in the index's order, else in the file's.
    func found(_ index: ValueIndex?) -> [String] {
        guard let index else { return order }
        let met = Set(order)
        return index.names.filter(met.contains)
    }
}
