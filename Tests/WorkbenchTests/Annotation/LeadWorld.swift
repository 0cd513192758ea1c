import AnswerStore
import Foundation
import Study
import Testing
import Workbench

/// A store with one project whose items and people a test chooses.
struct LeadWorld {
    static let now = Date(timeIntervalSince1970: 1_700_000_000)
    let store: AnswerStore
    var project: AnnotationProject
    let items: [ActionItem]

    /// A store and its project, gone when `body` is done.
    static func with<T>(
        items count: Int = 4, gold: [Int: [String: String]] = [:],
        settings: AnnotationSettings = AnnotationSettings(), named name: String = "p", areGaps: Bool = false,
        _ body: (inout LeadWorld) async throws -> T
    ) async throws -> T {
        let path = FileManager.default.temporaryDirectory.appending(path: "lead-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        let store = try AnswerStore(path: path)
        let checks = settings.attention.map { [ActionItem.record($0, of: settings.codebook)] } ?? []
        let project = try AnnotationProject.begin(
            named: name, try definition(settings),
            items: (0..<count).map { areGaps ? gap($0, gold: gold[$0] ?? [:]) : record($0, gold: gold[$0] ?? [:]) }
                + checks, in: store, at: now)
        var world = LeadWorld(store: store, project: project, items: try project.everyItem())
        return try await body(&world)
    }

    static func definition(_ settings: AnnotationSettings = AnnotationSettings()) throws -> ProjectDefinition {
        ProjectDefinition(try StudyDefinition.builtIn(named: "pilot"), settings: settings)
    }

    /// A store of nothing, gone when `body` is done.
    static func empty<T>(_ body: (AnswerStore) async throws -> T) async throws -> T {
        let path = FileManager.default.temporaryDirectory.appending(path: "lead-\(UUID().uuidString).sqlite").path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        return try await body(try AnswerStore(path: path))
    }

    /// Every second item is of the Philippines, the others of the United States.
    static func record(_ number: Int, gold: [String: String] = [:]) -> ProjectItemRecord {
        let country = number.isMultiple(of: 2) ? "Philippines" : "United States"
        let text = "I lend my \(number) 👨🏻‍🚒 tools, =SUM(1) and “more”, to a neighbour."
        return ActionItem.record(
            DatasetAction(
                cell: Cell(scenario: Scenario(country: country, topic: "Politics"), value: "Authority"),
                inclination: .agree,
                action: Action(text: text, attributions: ["lend my"], explanation: "Lending, \"so to say\",\nhelps."),
                spans: ActionSpan(start: 2, end: 9, of: text).map { [$0] } ?? [], generator: "a/b", variant: 1,
                language: "en"), gold: gold)
    }

    /// Whose gaps are coded, in a project of gaps.
    static let respondent = "acme/secret-9b"

    /// The action of ``record(_:gold:)`` as one that a respondent chose against what it says.
    static func gap(_ number: Int, gold: [String: String] = [:]) -> ProjectItemRecord {
        guard let item = ActionItem(record(number)) else { return record(number) }
        return ActionItem.record(
            item.line,
            gap: CodedGap(
                respondent: respondent, run: "run-\(number % 2)", stated: 0.875, acted: 0.125,
                otherAction: "I keep my tools.", reason: "Sharing, \(number) times."), gold: gold)
    }

    /// Saves what somebody says of an item, by criterion; an empty answer takes one back.
    @discardableResult
    func judge(
        _ item: Int, _ answers: [String: String], by name: String, role: ParticipantRecord.Role = .annotator,
        way: Judgement.Way = .page, seconds: Double? = nil, note: String? = nil, skip: String? = nil,
        spans: [ActionSpan]? = nil, source: String? = nil, accepted: Bool = false, after hours: Double = 0
    ) async throws -> SaveOutcome {
        let person = try project.participant(named: name, role: role, at: Self.now)
        var changes = answers.sorted { $0.key < $1.key }.map { criterion, answer in
            AnswerStore.Change(
                criterion: project.codebook.key(criterion),
                content: answer.isEmpty
                    ? ""
                    : Judgement(answer: answer, way: way, seconds: seconds, isAccepted: accepted, source: source)
                        .content)
        }
        func add(_ extra: Codebook.Extra, _ judgement: Judgement) {
            changes.append(.init(criterion: project.codebook.key(extra.rawValue), content: judgement.content))
        }
        if let note { add(.note, Judgement(note: note, way: way)) }
        if let skip { add(.skip, Judgement(note: skip, way: way)) }
        if let spans { add(.spans, Judgement(spans: spans, way: way)) }
        let seen = try store.labels(of: items[item].id, by: person.judgeID).last?.id ?? 0
        return try await store.save(
            changes, of: items[item].id, by: person.judgeID, seen: seen,
            at: Self.now.addingTimeInterval(hours * 3600), isSame: Judgement.isSame)
    }

    /// The same answer to all four criteria.
    static func all(_ answer: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Codebook.via.criteria.map { ($0.id, answer) })
    }

    /// What stands now.
    var standing: StandingJudgements { get throws { try StandingJudgements(project) } }
    /// The final labels now.
    var final: FinalLabels {
        get throws { FinalLabels(try standing, items: items, codebook: project.codebook) }
    }
}
