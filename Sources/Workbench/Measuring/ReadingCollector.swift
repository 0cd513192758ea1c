import AnswerStore
import Measures
import Reading
import Study

/// Gathers readings into the two matrices, cell by cell.
struct ReadingCollector {
    let axes: Axes
    private(set) var stated: CodedReadings
    private(set) var acted: CodedReadings
    private(set) var states = StateCounts()
    /// By cell and asking of Task 2: whether the disagree-action stood first; empty where that is known of none.
    private(set) var disagreeFirst: [Bool?] = []
    /// By cell and asking of Task 2: the number of the stored reply; empty where none was noted.
    private var replies: [Int64] = []
    /// Readings about countries, topics or values that the study does not have.
    private(set) var strangers = 0

    private let countries: [String: Int]
    private let topics: [String: Int]
    private let values: [String: Int]

    init(
        study: StudyDefinition, statedAskings: Int, actedAskings: Int, options: Int, scoring: Scoring
    ) throws {
        axes = try Axes(study)
        stated = try CodedReadings(
            cells: axes.cellCount, askings: statedAskings, options: options,
            beyondRange: scoring == .legacy ? .kept : .refused)
        acted = try CodedReadings(cells: axes.cellCount, askings: actedAskings, options: 2)
        countries = Self.places(axes.countries)
        topics = Self.places(axes.topics)
        values = Self.places(axes.values)
    }

    private static func places(_ names: [String]) -> [String: Int] {
        Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Where a question lies, to be looked up once an item: a run can have many replies to each.
    func place(country: String, topic: String, value: String? = nil) -> MatrixPlace {
        guard let country = countries[country], let topic = topics[topic] else { return .stranger }
        guard let value else { return .scenario(axes.scenario(country: country, topic: topic)) }
        return values[value].map { .cell(axes.cell(country: country, topic: topic, value: $0)) } ?? .stranger
    }

    /// A Task 1 reply that was read: option numbers from 1, in the theory's order, `nil` where unread.
    mutating func addStated(at place: MatrixPlace, asking: Int, options: some Sequence<UInt8?>) throws {
        states.stated.answered += 1
        guard case .scenario(let scenario) = place else {
            strangers += 1
            return
        }
        let first = scenario * axes.values.count
        for (value, option) in options.enumerated() where value < axes.values.count {
            guard let option else { continue }
            try stated.record(Int(option) - 1, cell: first + value, asking: asking)
            states.ratingsRead += 1
        }
    }

    /// A Task 2 reply that was read.
    ///
    /// - Parameter disagreeFirst: which action stood first, where that is known.
    mutating func addActed(
        at place: MatrixPlace, asking: Int, chosen: Inclination, disagreeFirst first: Bool? = nil
    ) throws {
        states.acted.answered += 1
        guard case .cell(let cell) = place else {
            strangers += 1
            return
        }
        try acted.record(Int(chosen.code), cell: cell, asking: asking)
        guard let first else { return }
        if disagreeFirst.isEmpty { disagreeFirst = [Bool?](repeating: nil, count: acted.cells * acted.askings) }
        disagreeFirst[cell * acted.askings + asking] = first
    }

    /// Notes which stored reply belongs to an asking of Task 2.
    mutating func note(reply: Int64, at place: MatrixPlace, asking: Int) {
        guard case .cell(let cell) = place, asking < acted.askings else { return }
        if replies.isEmpty { replies = [Int64](repeating: 0, count: acted.cells * acted.askings) }
        replies[cell * acted.askings + asking] = reply
    }

    /// The stored reply of an asking of Task 2; nil where it was not noted.
    func reply(ofCell cell: Int, asking: Int) -> Int64? {
        let place = cell * acted.askings + asking
        return replies.indices.contains(place) && replies[place] != 0 ? replies[place] : nil
    }

    /// A reply that was not read.
    mutating func addUnread(task: StudyTask, isRefusal: Bool) {
        switch (task, isRefusal) {
        case (.stated, true): states.stated.refused += 1
        case (.stated, false): states.stated.unreadable += 1
        case (.acted, true): states.acted.refused += 1
        case (.acted, false): states.acted.unreadable += 1
        }
    }

    /// Counts a reading that a person has overruled.
    mutating func addOverruled(kind: String) {
        switch StudyTask(rawValue: kind) {
        case .stated: states.stated.overruled += 1
        case .acted: states.acted.overruled += 1
        case nil: break
        }
    }

    /// Compares what came with what was planned.
    mutating func plan(_ plan: RunSelection) {
        states.stated.planned = max(plan.stated, states.stated.replies)
        states.stated.missing = states.stated.planned - states.stated.replies
        states.acted.planned = max(plan.acted, states.acted.replies)
        states.acted.missing = states.acted.planned - states.acted.replies
        states.ratingsAsked = states.stated.planned * plan.ratingsPerReply
        states.cellsWithoutActionPair = plan.cellsWithoutActions
    }

    /// Ratings that a reply holds in a form that says no option.
    mutating func addRatingFaults(outOfRange: Int, ambiguous: Int) {
        states.ratingsOutOfRange += outOfRange
        states.ratingsAmbiguous += ambiguous
    }
}

/// Where a question's readings go in the matrices.
enum MatrixPlace: Sendable, Hashable {
    /// All cells of the scenario of this number.
    case scenario(Int)
    /// One cell.
    case cell(Int)
    /// Nowhere: a country, topic or value that the study does not have.
    case stranger
}

extension Axes {
    /// The axes of a study.
    init(_ study: StudyDefinition) throws {
        let theory = study.theory
        try self.init(
            countries: study.countries, topics: study.topics, values: theory.values.map(\.name),
            groups: theory.groups.map(\.name),
            groupOfValue: theory.groups.enumerated().flatMap { index, group in group.values.map { _ in index } })
    }
}
