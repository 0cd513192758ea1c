import AnswerStore
package import Measures
import Foundation
import Reading
package import Study
import Text

/// Sheets of judged actions as released, as labels: ACT is correctness, ATTR sufficiency, EXP plausibility. Harmlessness is not in
/// them: their instructions count it under ACT.
package struct JudgedSheets: Sendable {
    /// One sheet.
    package struct Sheet: Sendable {
        /// As a judge: "A" of "… - A.csv".
        package let name: String
        /// The file's name.
        package let file: String
        /// What it holds.
        package let judgements: ReleasedJudgements
    }

    /// What one sheet says of one action.
    struct Entry {
        let sheet: Int
        let line: DatasetAction
        /// By criterion: whether it says yes.
        let answers: [(criterion: String, isYes: Bool)]
        /// Columns of judgements that are empty.
        let empty: Int
    }

    /// The sheets, in the order in which they were given.
    package let sheets: [Sheet]
    let entries: [Entry]

    /// Which criterion a column judges.
    package static func criterion(_ column: ReleasedJudgements.Column) -> String {
        switch column {
        case .action: "correctness"
        case .attributions: "sufficiency"
        case .explanation: "plausibility"
        }
    }

    /// Reads sheets.
    ///
    /// - Throws: `ReleasedFileError`, `AgreementError`.
    package init(paths: [String]) throws {
        var sheets: [Sheet] = []
        for path in paths {
            let file = URL(filePath: path).lastPathComponent
            let name = Self.name(of: file)
            guard !sheets.contains(where: { $0.name == name }) else { throw AgreementError.sameSheet(name: name) }
            sheets.append(Sheet(name: name, file: file, judgements: try ReleasedJudgements(path: path)))
        }
        self.sheets = sheets
        let reader = ReplyReader()
        entries = try sheets.indices.flatMap { try Self.entries(of: sheets[$0], $0, reader) }
    }

    private static func name(of file: String) -> String {
        let stem = file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
        guard let dash = stem.range(of: " - ", options: .backwards) else { return stem }
        let name = stem[dash.upperBound...].trimmingCharacters(in: .whitespaces)
        return name.isEmpty ? stem : name
    }

    private static func entries(of sheet: Sheet, _ number: Int, _ reader: ReplyReader) throws -> [Entry] {
        try sheet.judgements.rows.flatMap { row in
            let inclination: Inclination
            switch row.cell[3] {
            case "positive": inclination = .agree
            case "negative": inclination = .disagree
            default:
                throw AgreementError.unknownPolarity(file: sheet.file, line: row.line, text: row.cell[3])
            }
            let cell = Cell(scenario: Scenario(country: row.cell[0], topic: row.cell[1]), value: row.cell[2])
            return row.judged.enumerated().map { prompt, judged in
                let found = reader.action(in: judged.reply).answer.map { Action($0.action) }
                let line = DatasetAction(
                    cell: cell, inclination: inclination,
                    // What can't be read is judged as it stands.
                    action: found ?? Action(text: judged.reply, attributions: [], explanation: ""),
                    generator: "release", variant: prompt, language: "en")
                let answers = ReleasedJudgements.Column.allCases.compactMap { column in
                    judged.labels[column].map { (criterion: criterion(column), isYes: $0 == 1) }
                }
                return Entry(
                    sheet: number, line: line, answers: answers,
                    empty: ReleasedJudgements.Column.allCases.count - answers.count)
            }
        }
    }

    /// The labels, as agreement is computed from; places without a label are counted as left out.
    package var labels: JudgedLabels {
        var numbers: [DatasetAction: Int] = [:]
        var items: [DatasetAction] = []
        for entry in entries where numbers[entry.line] == nil {
            numbers[entry.line] = items.count
            items.append(entry.line)
        }
        var answers: [String: [[Int?]]] = [:]
        for entry in entries {
            guard let item = numbers[entry.line] else { continue }
            for (criterion, isYes) in entry.answers {
                let none = [[Int?]](repeating: [Int?](repeating: nil, count: sheets.count), count: items.count)
                answers[criterion, default: none][item][entry.sheet] = isYes ? 0 : 1
            }
        }
        let fields = Codebook.via.criteria.compactMap { criterion in
            answers[criterion.id].map { people in
                JudgedLabels.Field(
                    id: criterion.id, name: criterion.name, answers: ["yes", "no"], people: people,
                    models: items.map { _ in [] }, adjudicated: items.map { _ in nil })
            }
        }
        let empty = entries.reduce(0) { $0 + $1.empty }
        return JudgedLabels(
            items: items.map(JudgedLabels.Item.init), people: sheets.map { .init(name: $0.name, kind: "sheet") },
            models: [], fields: fields, total: entries.count * ReleasedJudgements.Column.allCases.count,
            leftOut: [.init(reason: "empty", count: empty)])
    }
}

extension JudgedLabels.Item {
    /// An action as an item.
    init(_ line: DatasetAction) {
        self.init(
            id: ItemRecord.action(line).hash, country: line.cell.scenario.country, topic: line.cell.scenario.topic,
            value: line.cell.value, inclination: line.inclination.rawValue, generator: line.generator,
            variant: line.variant.map(String.init) ?? "")
    }
}
