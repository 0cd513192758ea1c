package import AnswerStore
package import Measures
import Study
import Text

/// What was judged in a project, as labels that agreement is computed from.
package struct JudgedProject: Sendable {
    /// What counts.
    package struct Choice: Sendable {
        /// Whether items with known answers, and attention checks, count like the others.
        package var countsGold = false
        /// Whether labels count that only accept what a model filled in, or whose judge had seen a model's answers first.
        package var countsAccepted = true
        /// The codebook's version whose labels alone count; `nil` for all that the project's codebook can read.
        package var version: Int?

        /// What counts unless somebody chooses otherwise.
        package init() {}
    }

    /// The project.
    package let project: AnnotationProject
    /// Its labels.
    package let labels: JudgedLabels

    /// Reads a project.
    ///
    /// - Throws: `StoreError`.
    package init(_ project: AnnotationProject, _ choice: Choice = Choice()) throws {
        self.project = project
        let items = try project.items()
        var sorting = LabelSorting(items: items, codebook: project.codebook, choice: choice)
        let standing = try StandingJudgements(project, items: items)
        sorting.take(standing)
        labels = sorting.labels
    }

    /// The project of a name, or a store's only one.
    ///
    /// - Throws: `AgreementError`, `StoreError`.
    package static func named(_ name: String?, in store: AnswerStore) throws -> AnnotationProject {
        let known = try store.projects()
        if let name {
            guard let record = known.first(where: { $0.name == name }) else {
                throw AgreementError.noProject(name, store: store.path, known: known.map(\.name))
            }
            return try AnnotationProject(record, in: store)
        }
        guard let only = known.first, known.count == 1 else {
            throw AgreementError.projectNotNamed(store: store.path, known: known.map(\.name))
        }
        return try AnnotationProject(only, in: store)
    }
}

/// Sorts a project's labels by item, criterion and judge, and counts those that no figure takes.
private struct LabelSorting {
    private let items: [ActionItem]
    private let codebook: Codebook
    private let choice: JudgedProject.Choice
    private let places: [Int64: Int]
    /// By criterion, then item, then judge: the answer's id.
    private var people: [String: [Int: [Int64: String]]] = [:]
    private var models: [String: [Int: [Int64: String]]] = [:]
    private var adjudicated: [String: [Int: String]] = [:]
    private var judges: [Int64: JudgeRecord] = [:]
    private var leftOut: [String: Int] = [:]
    private var total = 0
    private var accepted = 0

    init(items: [ActionItem], codebook: Codebook, choice: JudgedProject.Choice) {
        self.items = items.filter { choice.countsGold || $0.gold.isEmpty }
        (self.codebook, self.choice) = (codebook, choice)
        places = Dictionary(
            self.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func take(_ standing: StandingJudgements) {
        judges = standing.judges
        for (reason, count) in standing.leftOut {
            leftOut[reason.rawValue, default: 0] += count
            total += count
        }
        for entry in standing.entries {
            total += 1
            if let reason = reason(toLeaveOut: entry) { leftOut[reason, default: 0] += 1 }
        }
    }

    /// Takes a label, or says why it does not count.
    private mutating func reason(toLeaveOut entry: StandingJudgements.Entry) -> String? {
        guard let item = places[entry.item.id] else { return "gold" }
        if Codebook.Extra(rawValue: entry.criterion) != nil { return "extra" }
        if let version = choice.version, Codebook.parts(of: entry.label.criterion)?.version != version {
            return StandingJudgements.LeftOut.otherCodebook.rawValue
        }
        guard let answer = entry.judgement.answer,
            let criterion = codebook.criteria.first(where: { $0.id == entry.criterion }),
            criterion.answers.contains(where: { $0.id == answer })
        else { return "unknown_answer" }
        switch judges[entry.judge]?.kind {
        case "adjudicator":
            adjudicated[entry.criterion, default: [:]][item] = answer
            return "adjudicator"
        case "person", "sheet":
            if entry.judgement.isAccepted || !entry.judgement.seen.isEmpty {
                if !choice.countsAccepted { return "accepted" }
                accepted += 1
            }
            people[entry.criterion, default: [:]][item, default: [:]][entry.judge] = answer
            return nil
        default:
            models[entry.criterion, default: [:]][item, default: [:]][entry.judge] = answer
            return "model"
        }
    }

    var labels: JudgedLabels {
        let persons = Self.numbers(people), machines = Self.numbers(models)
        let fields = codebook.criteria.filter {
            people[$0.id] != nil || models[$0.id] != nil || adjudicated[$0.id] != nil
        }
        .map { field($0, persons, machines) }
        return JudgedLabels(
            items: items.map { JudgedLabels.Item($0.line) }, people: persons.map { judge($0) },
            models: machines.map { judge($0) }, fields: fields, total: total,
            leftOut: leftOut.sorted { $0.key < $1.key }.map { .init(reason: $0.key, count: $0.value) },
            accepted: accepted)
    }

    private static func numbers(_ labels: [String: [Int: [Int64: String]]]) -> [Int64] {
        Set(labels.values.flatMap { $0.values.flatMap(\.keys) }).sorted()
    }

    private func judge(_ number: Int64) -> JudgedLabels.Judge {
        let record = judges[number]
        let details = record.flatMap { JSONReader.read(Array($0.details.utf8), manner: .strict) }
        return JudgedLabels.Judge(
            name: record?.name ?? "\(number)", kind: record?.kind ?? "", rubric: details?["rubric"]?.string,
            isOwn: details?["own"] == true)
    }

    private func field(_ criterion: Criterion, _ persons: [Int64], _ machines: [Int64]) -> JudgedLabels.Field {
        let (own, ofModels) = (people[criterion.id] ?? [:], models[criterion.id] ?? [:])
        let decided = adjudicated[criterion.id] ?? [:]
        var used = Set(own.values.flatMap(\.values)).union(ofModels.values.flatMap(\.values)).union(decided.values)
        for answer in criterion.answers where used.count < 2 || answer.id == criterion.answers.first?.id {
            used.insert(answer.id)
        }
        let answers = Self.ordered(criterion.answers.map(\.id).filter(used.contains))
        let numbers = Dictionary(zip(answers, answers.indices), uniquingKeysWith: { first, _ in first })
        func table(_ labels: [Int: [Int64: String]], _ judges: [Int64]) -> [[Int?]] {
            items.indices.map { item in judges.map { labels[item]?[$0].flatMap { numbers[$0] } } }
        }
        return JudgedLabels.Field(
            id: criterion.id, name: criterion.name, answers: answers, people: table(own, persons),
            models: table(ofModels, machines), adjudicated: items.indices.map { decided[$0].flatMap { numbers[$0] } })
    }

    /// “unsure” lies between the most favourable answer and the others, as far as answers have an order.
    private static func ordered(_ answers: [String]) -> [String] {
        guard answers.count > 2, let place = answers.firstIndex(of: JudgedLabels.unsure), place > 0 else {
            return answers
        }
        var ordered = answers
        ordered.remove(at: place)
        ordered.insert(JudgedLabels.unsure, at: 1)
        return ordered
    }
}
