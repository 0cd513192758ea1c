import AnswerStore
import Foundation
import Study
import Workbench

/// A store with a run of one country of the pilot study: replies of all kinds, two of them set aside.
struct LongWorld {
    let path: String
    let store: AnswerStore
    let run: RunRecord
    let study: StudyDefinition
    let questions: [Question]

    /// - Parameters:
    ///   - hasWords: whether the study is stored with its words, as this version does, or without, as earlier ones did.
    ///   - replies: makes the replies of the questions in place of ``reply(_:)``.
    static func with<T>(
        hasWords: Bool = true, _ replies: (Question) -> ReplyRecord = reply, _ body: (LongWorld) async throws -> T
    ) async throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "long-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "vlens.sqlite").path
        let store = try AnswerStore(path: path)
        let loaded = try LoadedStudy(named: "pilot")
        let selection = Selection(countries: [loaded.definition.countries[1]])
        let plan = try loaded.definition.questions(selection)
        var record = loaded.record
        if !hasWords { record.words = nil }
        let run = try store.begin(
            RunRecord(
                key: "k", respondent: "openai/gpt-x", origin: .asked,
                settings: #"{"maxTokens":"64","model":"gpt-x","temperature":"0.2"}"#,
                selections: [try RunSelection(selection, plan: plan).json], toolVersion: "0", started: now),
            of: record)
        let questions = Array(plan)
        try await ReplyJournal(store: store, run: run.id).save(questions.map(replies))
        return try await body(
            LongWorld(path: path, store: store, run: run, study: loaded.definition, questions: questions))
    }

    static let now = Date(timeIntervalSince1970: 1_700_000_000.25)

    /// Options in turn, some ratings missing; of each kind some refused and some unreadable.
    static func reply(_ question: Question) -> ReplyRecord {
        let number = question.variant.index * 7 + (question.cells.first ?? 0)
        let ratings = (0..<10).map { ($0 + number) % 5 == 4 ? "" : "\(($0 * 3 + number) % 4 + 1)" }.joined(
            separator: ",")
        let reading =
            switch number % 11 {
            case 3: ReadingRecord(readerVersion: 4, state: "refused")
            case 5: ReadingRecord(readerVersion: 4, state: "unreadable", reason: "ambiguous")
            default:
                ReadingRecord(
                    readerVersion: 4, state: "answered",
                    content: question.task == .acted
                        ? "\(number % 3 % 2 + 1)" : number % 2 == 0 ? ratings : ratings + ";1;0")
            }
        return ReplyRecord(
            question: QuestionRecord(question), text: "=1+1 é\n\"x\"", reasoning: "hm", finishReason: "stop",
            model: "gpt-x-1",
            promptTokens: 12, completionTokens: 5, latency: 0.25, replied: now, reading: reading)
    }

    /// The rows of a view, by the names of its columns.
    func rows(_ table: LongTable) throws -> [[String: LongField]] {
        let columns = try store.columns(of: table)
        var rows: [[String: LongField]] = []
        try store.forEachRow(of: table, run: run.id) { fields in
            rows.append(Dictionary(uniqueKeysWithValues: zip(columns, fields)))
            return true
        }
        return rows
    }
}

extension LongField {
    /// The number of a score or a count; nil where it is missing or a text.
    var number: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        case .missing, .text: nil
        }
    }

    /// The text; nil where it is missing or a number.
    var text: String? { if case .text(let text) = self { text } else { nil } }
}
