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

    /// A Task 1 reply that was read: option numbers from 1, in the theory's order, `nil` where unread.
    mutating func addStated(country: String, topic: String, asking: Int, options: [Int?]) throws {
        states.stated.answered += 1
        guard let country = countries[country], let topic = topics[topic] else {
            strangers += 1
            return
        }
        for (value, option) in options.enumerated() where value < axes.values.count {
            guard let option else { continue }
            let cell = axes.cell(country: country, topic: topic, value: value)
            try stated.record(option - 1, cell: cell, asking: asking)
            states.ratingsRead += 1
        }
    }

    /// A Task 2 reply that was read.
    ///
    /// - Parameter disagreeFirst: which action stood first, where that is known.
    mutating func addActed(
        country: String, topic: String, value: String, asking: Int, chosen: Inclination,
        disagreeFirst first: Bool? = nil
    ) throws {
        states.acted.answered += 1
        guard let country = countries[country], let topic = topics[topic], let value = values[value] else {
            strangers += 1
            return
        }
        let cell = axes.cell(country: country, topic: topic, value: value)
        try acted.record(Int(chosen.code), cell: cell, asking: asking)
        guard let first else { return }
        if disagreeFirst.isEmpty { disagreeFirst = [Bool?](repeating: nil, count: acted.cells * acted.askings) }
        disagreeFirst[cell * acted.askings + asking] = first
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
