import Reading
import Text

/// Reads datasets from tables: the released layout, a raw reply a row, and the released sheets of judged actions.
enum DatasetTable {
    /// Columns that our own tables have beside the released ones.
    static let provenance = ["generator", "prompt_variant", "language", "spans"]

    static func read(_ text: String, file: String) throws(ReleasedFileError) -> ActionDataset {
        var reader: CSVReader
        var header: [String]
        do throws(CSVError) {
            reader = try CSVReader(
                Array(text.utf8), name: file, columns: ReleasedFile.columns.union(provenance + sheetColumns))
            header = reader.header
            // Above a sheet's header stands a row of instructions.
            if !header.contains("country"), header.count < 2, let row = try reader.next() { header = row.fields }
        } catch { throw .csv(error) }
        if Set(header).isSuperset(of: ["country", "topic", "value", "polarity"] + sheetColumns) {
            return try sheet(&reader, header, file: file)
        }
        guard Set(header).isSuperset(of: ReleasedFile.Kind.dataset.columns) else {
            throw .unknownKind(file: file, columns: header)
        }
        return try table(&reader, header, file: file)
    }

    /// What is to be said of a table that is no dataset.
    static func error(_ error: ReleasedFileError, file: String) throws(DatasetError) -> DatasetError {
        guard case .unknownKind(_, let columns) = error else { return .table(error) }
        if let kind = ReleasedFile.Kind(columns: columns) { return .holdsNo(file: file, title: kind.title) }
        return .unknownColumns(file: file, columns: columns)
    }

    private static let sheetColumns = (0..<8).map { "generation_prompt_id_\($0)" }

    private static func table(
        _ reader: inout CSVReader, _ header: [String], file: String
    ) throws(ReleasedFileError) -> ActionDataset {
        var collector = TableCollector(file: file, layout: .table, header: header)
        let reply = header.firstIndex(of: "generation_prompt") ?? 0
        while let row = try next(&reader) {
            guard let place = try collector.place(row) else { continue }
            collector.add(place, row, reply: row[reply], variant: nil)
        }
        return collector.dataset
    }

    private static func sheet(
        _ reader: inout CSVReader, _ header: [String], file: String
    ) throws(ReleasedFileError) -> ActionDataset {
        var collector = TableCollector(file: file, layout: .sheet, header: header)
        let replies = sheetColumns.compactMap { header.firstIndex(of: $0) }
        while let row = try next(&reader) {
            // Sums stand behind the judgements, without a cell.
            guard let place = try collector.place(row) else { continue }
            for (variant, column) in replies.enumerated() where !row[column].trimmed.isEmpty {
                collector.add(place, row, reply: row[column], variant: variant)
            }
        }
        return collector.dataset
    }

    private static func next(_ reader: inout CSVReader) throws(ReleasedFileError) -> CSVRow? {
        do throws(CSVError) { return try reader.next() } catch { throw .csv(error) }
    }
}

/// Gathers the rows of a table.
private struct TableCollector {
    private(set) var dataset: ActionDataset
    private let header: [String]
    private var lines: [String: Int] = [:]
    private var labels = PolarityLabels()
    private let reader = ReplyReader()
    private let notebooks = LegacyReader()

    init(file: String, layout: ActionDataset.Layout, header: [String]) {
        dataset = ActionDataset(file: file, layout: layout)
        self.header = header
    }

    private func field(_ name: String, _ row: CSVRow) -> String? {
        header.firstIndex(of: name).map { row[$0] }
    }

    /// The cell and the inclination of a row; `nil` for a row without a cell.
    mutating func place(_ row: CSVRow) throws(ReleasedFileError) -> (cell: Cell, inclination: Inclination)? {
        let names = ["country", "topic", "value"].map { (field($0, row) ?? "").trimmed }
        let polarity = field("polarity", row) ?? ""
        if names.allSatisfy(\.isEmpty), polarity.trimmed.isEmpty { return nil }
        let inclination = try labels.inclination(Array(polarity.utf8)[...], file: dataset.file, line: row.line)
        let cell = Cell(scenario: Scenario(country: names[0], topic: names[1]), value: names[2])
        for (name, column) in zip(names, ["country", "topic", "value"]) where name.isEmpty {
            problem(row.line, "the \(column) is empty; every row needs a country, a topic and a value")
            return nil
        }
        return (cell, inclination)
    }

    private mutating func problem(_ line: Int, _ message: String) {
        dataset.damagedLines += 1
        dataset.problems.append(StudyProblem(file: dataset.file, line: line, message: message))
    }

    mutating func add(
        _ place: (cell: Cell, inclination: Inclination), _ row: CSVRow, reply: String, variant: Int?
    ) {
        let reading = WrittenReply.read(reply, reader)
        guard let found = reading.answer else {
            var reason = ActionDataset.Reason.refused
            if case .unreadable(let why) = reading { reason = .unreadable(why) }
            dataset.leftOut.append(
                .init(
                    line: row.line, cell: place.cell, inclination: place.inclination, variant: variant, reason: reason))
            return
        }
        var made = DatasetAction(cell: place.cell, inclination: place.inclination, action: Action(found.action))
        made.variant = variant
        if let message = provenance(row, &made) { return problem(row.line, message) }
        dataset.add(
            ActionDataset.Row(
                line: row.line, action: made, notation: found.notation,
                asNotebooks: notebooks.action(in: reply).map { Action($0) }), lines: &lines)
    }

    /// Takes the columns that our own tables have beside the released ones.
    ///
    /// - Returns: what is wrong with them.
    private func provenance(_ row: CSVRow, _ action: inout DatasetAction) -> String? {
        guard dataset.layout == .table else { return nil }
        action.generator = (field("generator", row) ?? "").trimmed
        action.language = (field("language", row) ?? "").trimmed
        if let text = field("prompt_variant", row)?.trimmed, !text.isEmpty {
            // Spreadsheets write whole numbers with a fraction.
            let number = Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
            guard let number, (0...999).contains(number) else {
                return "the prompt_variant \"\(text.excerpt)\" must be a whole number from 0 to 999"
            }
            action.variant = number
        }
        guard let text = field("spans", row), !text.trimmed.isEmpty else { return nil }
        guard let json = JSONReader.read(Array(text.utf8), manner: .exact) else {
            return "the spans must be a list in JSON, not \"\(text.excerpt)\""
        }
        var line = DatasetLine()
        action.spans = line.spans(json, of: action.action.text)
        return line.problems.first
    }
}

/// An action in the released notation.
enum WrittenReply {
    private static let keys = ["Human Action", "Feature Attributions", "Natural Language Explanation"]

    /// Reads a reply: one as ``text(of:)`` writes it as it stands, also where a part of it is empty; any other as a model's.
    static func read(_ reply: String, _ reader: ReplyReader) -> Reading<ReadAction> {
        if let json = JSONReader.read(Array(reply.utf8), manner: .exact), json.members.map(\.name) == keys,
            let text = json[keys[0]]?.string, let items = json[keys[1]]?.array,
            let explanation = json[keys[2]]?.string, !text.trimmed.isEmpty
        {
            let attributions = items.compactMap(\.string)
            if attributions.count == items.count {
                let action = WrittenAction(text: text, attributions: attributions, explanation: explanation)
                return .answered(ReadAction(action: action, notation: .strict))
            }
        }
        return reader.action(in: reply)
    }

    /// An action as the released replies have it.
    static func text(of action: Action) -> String {
        let json: JSONValue = [
            "Human Action": .string(action.text),
            "Feature Attributions": .array(action.attributions.map(JSONValue.string)),
            "Natural Language Explanation": .string(action.explanation),
        ]
        return String(decoding: JSONText.bytes(of: json), as: UTF8.self)
    }
}
