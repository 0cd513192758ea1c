package import AnswerStore
package import Study
import Text

/// The items of a project, from a dataset's files.
package struct AnnotatedItems: Sendable {
    /// As they are to be stored.
    package private(set) var records: [ProjectItemRecord] = []
    /// How many of them have answers that are known.
    package var gold: Int { records.count { $0.gold != nil && $0.item.kind != "check" } }

    /// More characters of one text are no action.
    static let mostCharacters = 5000

    /// Reads the files.
    ///
    /// - Parameters:
    ///   - path: a dataset: JSON lines, or a released CSV file.
    ///   - gold: JSON lines as well, each with a key `gold`: an object from criterion to the answer that is right.
    /// - Throws: `StudyFileError` with all problems.
    package init(path: String, gold: String?, of loaded: LoadedStudy, settings: AnnotationSettings) throws {
        let study = loaded.definition
        var byHash: [String: Int] = [:]
        func add(_ record: ProjectItemRecord, _ records: inout [ProjectItemRecord]) {
            if let known = byHash[record.item.hash] {
                if record.gold != nil { records[known].gold = record.gold }
            } else {
                byHash[record.item.hash] = records.count
                records.append(record)
            }
        }
        let lines = try Self.actions(path, study)
        for line in lines { add(ActionItem.record(line), &records) }
        if let gold {
            for (line, answers) in try Self.gold(gold, study, settings) {
                add(ActionItem.record(line, gold: answers), &records)
            }
        }
        if let check = settings.attention { add(ActionItem.record(check, of: settings.codebook), &records) }
        guard !records.isEmpty else {
            throw StudyFileError(problems: [StudyProblem(file: path, message: "the file holds no action")])
        }
    }

    /// The actions of a dataset's file, half pairs among them; of a released file those of the study's cells.
    private static func actions(_ path: String, _ study: StudyDefinition) throws -> [DatasetAction] {
        let dataset = try ActionDataset.read(path: path).sound()
        guard dataset.layout == .lines else {
            let known = Set((0..<study.cellCount).compactMap { study.cell(at: $0) })
            return dataset.named(by: ReleasedImport.names(of: study)).dataset.actions.filter { known.contains($0.cell) }
                .map { action in
                    var action = action
                    action.generator = "release"
                    action.language = "en"
                    return action
                }
        }
        var problems: [StudyProblem] = []
        for row in dataset.rows {
            do throws(LineProblem) {
                try check(row.action, study)
            } catch {
                problems.append(StudyProblem(file: path, line: row.line, message: error.message))
            }
        }
        guard problems.isEmpty else { throw StudyFileError(problems: problems) }
        return dataset.actions
    }

    private static func gold(
        _ path: String, _ study: StudyDefinition, _ settings: AnnotationSettings
    ) throws -> [(line: DatasetAction, gold: [String: String])] {
        let text = try TextFile.read(
            path, kind: "file of gold items", limit: StudyFileLimits.actionsBytes,
            example: "`vlens generate` writes one")
        var (found, problems): ([(DatasetAction, [String: String])], [StudyProblem]) = ([], [])
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            do throws(LineProblem) {
                let json = JSONReader.read(Array(line.utf8), manner: .exact)
                guard let json else { throw LineProblem("not a JSON object on one line: \"\(line.excerpt)\"") }
                let action = try Self.action(json, study)
                found.append((action, try Self.answers(json, settings.codebook)))
            } catch {
                problems.append(StudyProblem(file: path, line: index + 1, message: error.message))
            }
        }
        guard problems.isEmpty else { throw StudyFileError(problems: problems) }
        return found
    }

    private struct LineProblem: Error {
        let message: String
        init(_ message: String) { self.message = message }
    }

    private static func action(_ json: JSONValue, _ study: StudyDefinition) throws(LineProblem) -> DatasetAction {
        for key in ["country", "topic", "value", "action"] where json[key]?.string == nil {
            throw LineProblem("missing key \"\(key)\"")
        }
        guard let action = DatasetAction(json) else {
            throw LineProblem("\"inclination\" must be agree or disagree")
        }
        try check(action, study)
        let spans = json["spans"]?.array ?? []
        guard action.spans.count == spans.count else {
            throw LineProblem(
                "a span does not stand in the action: its text is not what lies from \"start\" to \"end\"")
        }
        return action
    }

    /// What a judge could not be shown.
    private static func check(_ action: DatasetAction, _ study: StudyDefinition) throws(LineProblem) {
        guard !action.action.text.trimmed.isEmpty else { throw LineProblem("\"action\" is empty") }
        for text in [action.action.text, action.action.explanation] where text.count > mostCharacters {
            throw LineProblem("a text has \(text.count) characters; \(mostCharacters) at most: \"\(text.excerpt)\"")
        }
        let country = action.cell.scenario.country
        guard study.countries.contains(country) else {
            let remedy = Spelling.suggestion(for: country, among: study.countries, plural: "study's countries")
            throw LineProblem("unknown country \"\(country.excerpt)\"; \(remedy)")
        }
    }

    private static func answers(_ json: JSONValue, _ codebook: Codebook) throws(LineProblem) -> [String: String] {
        guard let members = json["gold"]?.members, !members.isEmpty else {
            throw LineProblem("missing key \"gold\": an object from criterion to the answer that is right")
        }
        var gold: [String: String] = [:]
        for member in members {
            guard let criterion = codebook.criteria.first(where: { $0.id == member.name }) else {
                let known = codebook.criteria.map(\.id)
                throw LineProblem(
                    "unknown criterion \"\(member.name.excerpt)\"; "
                        + Spelling.suggestion(for: member.name, among: known, plural: "criteria"))
            }
            guard let answer = member.value.string, criterion.answers.contains(where: { $0.id == answer }) else {
                let known = criterion.answers.map(\.id).joined(separator: ", ")
                throw LineProblem("the gold answer to \"\(criterion.id)\" must be one of \(known)")
            }
            gold[criterion.id] = answer
        }
        return gold
    }
}
