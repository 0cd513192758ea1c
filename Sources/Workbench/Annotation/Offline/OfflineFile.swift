import Text

/// A file of judgements as it lies there, with what it is.
enum OfflineFile {
    /// A batch that somebody has filled in.
    case batch([Row])
    /// Labels, a row each.
    case labels([Row])
    /// An archive of labels, an object a line.
    case archive([(line: Int, json: JSONValue)])

    /// A row of a table or a line of JSON, as texts by column.
    struct Row {
        let line: Int
        let fields: [String: String]

        /// What stands in a column, without blanks around; empty where nothing does.
        subscript(column: String) -> String { (fields[column] ?? "").trimmed }

        /// The same with every blank.
        func text(_ column: String) -> String { fields[column] ?? "" }
    }

    /// The most bytes of a file.
    static let mostBytes = 256 << 20

    /// What a batch's first JSON line says that it is.
    static let batchFormat = "vlens-batch-1"

    static func read(_ bytes: [UInt8], name: String) throws -> OfflineFile {
        guard bytes.count <= mostBytes else { throw OfflineProblem.tooLong(file: name, most: mostBytes) }
        let start = bytes.first { !$0.isBlank && ![0xEF, 0xBB, 0xBF].contains($0) }
        return start == .openBrace ? try lines(bytes, name) : try table(bytes, name)
    }

    private static func lines(_ bytes: [UInt8], _ name: String) throws -> OfflineFile {
        var found: [(line: Int, json: JSONValue)] = []
        for (place, line) in bytes.split(separator: .newline, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isBlank }) else { continue }
            guard let json = JSONReader.read(Array(line), manner: .strict), case .object = json else {
                throw OfflineProblem.badLine(
                    file: name, line: place + 1,
                    what: "'\(String(decoding: line.prefix(60), as: UTF8.self))' is no JSON object")
            }
            found.append((place + 1, json))
        }
        switch found.first?.json["format"]?.string {
        case LabelExport.format: return .archive(found)
        case batchFormat: return .batch(try rows(found, name))
        default: throw OfflineProblem.unknownKind(file: name)
        }
    }

    /// A batch's lines as the rows that its table would have.
    private static func rows(_ lines: [(line: Int, json: JSONValue)], _ name: String) throws -> [Row] {
        let head = lines[0].json
        return try lines.dropFirst().map { line, json in
            var fields: [String: String] = [:]
            for column in BatchSheet.naming { fields[column] = (json[column] ?? head[column])?.string ?? "" }
            for member in json["answers"]?.members ?? [] {
                guard member.value == .null || member.value.string != nil else {
                    throw OfflineProblem.badLine(
                        file: name, line: line, what: "the answer to \"\(member.name)\" is no text")
                }
                fields[member.name] = member.value.string ?? ""
            }
            for column in ["note", "skip", "proposal"] { fields[column] = json[column]?.string ?? "" }
            if let spans = json["spans"] { fields["spans"] = spans.text(indented: false).trimmed }
            return Row(line: line, fields: fields)
        }
    }

    private static func table(_ bytes: [UInt8], _ name: String) throws -> OfflineFile {
        let known = Set(LabelLine.columns + BatchSheet.naming + ["note", "spans", "skip", "proposal"])
        var reader = try CSVReader(bytes, name: name, columns: known)
        let header = reader.header.map(\.trimmed)
        func has(_ columns: String...) -> Bool { columns.allSatisfy(header.contains) }
        let isBatch = has("item", "annotator")
        guard isBatch || has("item", "criterion", "judge", "judge_kind", "labelled") else {
            throw OfflineProblem.unknownKind(file: name)
        }
        var rows: [Row] = []
        while let row = try reader.next() {
            var fields: [String: String] = [:]
            for (place, column) in header.enumerated() { fields[column] = SheetText.plain(row[place]) }
            rows.append(Row(line: row.line, fields: fields))
        }
        return isBatch ? .batch(rows) : .labels(rows)
    }
}
