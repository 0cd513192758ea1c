import AnswerStore
import Foundation
import Measures
import Respondents
import Simulated
import Study
import Testing
import Workbench

/// A store with runs of the pilot whose gaps a test chooses, and projects of them.
struct GapWorld {
    static let now = Date(timeIntervalSince1970: 1_700_000_000)
    let store: AnswerStore

    /// A store, gone when `body` is done.
    static func with<T>(_ body: (GapWorld) async throws -> T) async throws -> T {
        let path = FileManager.default.temporaryDirectory.appending(path: "gaps-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        return try await body(GapWorld(store: try AnswerStore(path: path)))
    }

    /// A run that agrees with every value in Task 1, and in Task 2 chooses by cell: of every third cell the disagree-action, of every
    /// seventh each action as often as the other, of all others the agree-action.
    ///
    /// - Parameter countries: those that are asked; all where there is none.
    func run(_ name: String, countries: [String] = ["Philippines"]) async throws -> RunRecord {
        let study = try LoadedStudy(named: "pilot")
        let run = try PlannedRun(
            study, selection: Selection(countries: countries), asking: name,
            RespondentSpecification.named(ModelName(name))
        ).begin(in: store)
        let questions = Array(try study.definition.questions()).filter {
            $0.replicate == 0 && countries.contains($0.scenario.country)
        }
        var numbers: [Cell: Int] = [:]
        let replies = questions.map { question -> ReplyRecord in
            let record = QuestionRecord(question)
            guard question.task == .acted, let value = question.value else { return Self.reply(record, nil) }
            let cell = Cell(scenario: question.scenario, value: value)
            let number = numbers[cell] ?? numbers.count
            numbers[cell] = number
            let takesOther = number % 3 == 0 || (number % 7 == 0 && record.variant < 4)
            // 1 is the first action; the disagree-action is first where the question says so.
            return Self.reply(record, takesOther == (record.first == 1) ? 1 : 2)
        }
        try await ReplyJournal(store: store, run: run.id).save(replies)
        return run
    }

    private static func reply(_ record: QuestionRecord, _ option: Int?) -> ReplyRecord {
        ReplyRecord(
            question: record,
            text: option.map { #"{"action": "Option \#($0)", "reason": "Because I mean it."}"# } ?? "{}",
            replied: Date(timeIntervalSince1970: 1),
            reading: ReadingRecord(
                readerVersion: 1, state: "answered",
                content: option.map(String.init) ?? [String](repeating: "1", count: 10).joined(separator: ",")))
    }

    /// A project of all gaps of runs, or of some that were drawn.
    func start(
        _ name: String = "gaps", _ runs: [RunRecord], sample: GapPopulation.Draw? = nil,
        _ wish: RiskStart.Wish = RiskStart.Wish()
    ) throws -> RiskStart {
        let sources = try runs.map { run in
            let all = try GapItems(ofRun: run, in: store)
            return (all: all, taken: sample.map(all.drawn) ?? all)
        }
        return try RiskStart(named: name, sources: sources, wish, in: store, at: Self.now)
    }

    /// Somebody codes an item: the codes apply, all others do not.
    func code(
        _ item: ActionItem, _ codes: [String], by name: String, in project: AnnotationProject,
        role: ParticipantRecord.Role = .annotator, note: String? = nil
    ) async throws {
        let person = try project.participant(named: name, role: role, at: Self.now)
        var changes = project.codebook.criteria.map { code in
            AnswerStore.Change(
                criterion: project.codebook.key(code.id),
                content: Judgement(answer: codes.contains(code.id) ? "yes" : "no", way: .page).content)
        }
        if let note {
            changes.append(
                .init(
                    criterion: project.codebook.key(Codebook.Extra.note.rawValue),
                    content: Judgement(note: note, way: .page).content))
        }
        let seen = try store.labels(of: item.id, by: person.judgeID).last?.id ?? 0
        _ = try await store.save(
            changes, of: item.id, by: person.judgeID, seen: seen, at: Self.now, isSame: Judgement.isSame)
    }
}
