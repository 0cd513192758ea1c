import AnswerStore
import Measures
import Reading
import Study

/// Judges whether several runs' readings of a question differ, and how likely that is to matter.
struct QuestionJudge {
    /// Where an item lies.
    enum Place: Hashable {
        case scenario(Int)
        case cell(Int)
    }

    private let axes: Axes
    private let options: Int
    /// By cell: whether two runs lean to different sides in Task 1, and in Task 2, while one of them does not act as it speaks.
    private let crosses: (stated: [Bool], acted: [Bool])
    /// By cell: how far the runs' distances are apart.
    private let spreads: [Double]
    private let places: (countries: [String: Int], topics: [String: Int], values: [String: Int])

    init(_ reports: [MeasureReport], options: Int) {
        let axes = reports[0].axes
        (self.axes, self.options) = (axes, options)
        var crosses = (stated: [Bool](), acted: [Bool]())
        var spreads: [Double] = []
        for cell in 0..<axes.cellCount {
            let gaps = reports.compactMap { $0.gap(ofCell: cell) }
            let sides = gaps.map { (stated: Self.side($0.stated), acted: Self.side($0.acted)) }
            let isMisaligned = sides.contains { side in
                side.stated.map { stated in side.acted.map { $0 != stated } ?? false } ?? false
            }
            crosses.stated.append(isMisaligned && Set(sides.compactMap(\.stated)).count > 1)
            crosses.acted.append(isMisaligned && Set(sides.compactMap(\.acted)).count > 1)
            let distances = gaps.map(\.distance)
            spreads.append((distances.max() ?? 0) - (distances.min() ?? 0))
        }
        (self.crosses, self.spreads) = (crosses, spreads)
        func numbers(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        places = (numbers(axes.countries), numbers(axes.topics), numbers(axes.values))
    }

    /// Whether a score leans to `disagree`; nil where it is undecided.
    private static func side(_ score: Double) -> Bool? { abs(score - 0.5) < 1e-9 ? nil : score > 0.5 }

    /// Where an item lies on the axes; nil where it does not.
    func place(of item: ItemRecord) -> Place? {
        guard let country = places.countries[item["country"] ?? ""], let topic = places.topics[item["topic"] ?? ""]
        else { return nil }
        guard let name = item["value"] else { return .scenario(axes.scenario(country: country, topic: topic)) }
        return places.values[name].map { .cell(axes.cell(country: country, topic: topic, value: $0)) }
    }

    /// The question as one that differs; nil where all readings are alike.
    func entry(_ row: SideBySideRow, at place: Place) -> DifferingQuestions.Entry? {
        let answers = row.readings.compactMap(\.self).map { SideAnswer($0, kind: row.kind, first: row.first) }
        let statesDiffer = Set(answers.map(\.state)).count > 1
        switch (place, StudyTask(rawValue: row.kind)) {
        case (.cell(let cell), .acted):
            let answersDiffer = Set(answers.compactMap(\.choice)).count > 1
            guard answersDiffer || statesDiffer else { return nil }
            let rank = QuestionRank(
                kind: kind(answersDiffer, crosses.acted[cell]), apart: answersDiffer ? 1 : 0, spread: spreads[cell])
            return DifferingQuestions.Entry(
                question: row.question, task: .acted, place: cell, rank: rank, answersDiffer: answersDiffer,
                statesDiffer: statesDiffer, values: [])
        case (.scenario(let scenario), .stated):
            let apart = SideAnswer.apart(answers.compactMap(\.ratings), options: options, values: axes.values.count)
            guard !apart.isEmpty || statesDiffer else { return nil }
            let first = scenario * axes.values.count
            let crossing = apart.filter { crosses.stated[first + $0.value] }
            let leading = crossing.first ?? apart.first
            let rank = QuestionRank(
                kind: kind(!apart.isEmpty, !crossing.isEmpty), apart: leading?.distance ?? 0,
                spread: leading.map { spreads[first + $0.value] } ?? 0)
            return DifferingQuestions.Entry(
                question: row.question, task: .stated, place: scenario, rank: rank, answersDiffer: !apart.isEmpty,
                statesDiffer: statesDiffer, values: apart.map(\.value))
        default: return nil
        }
    }

    private func kind(_ answersDiffer: Bool, _ crosses: Bool) -> QuestionRank.Kind {
        answersDiffer ? (crosses ? .sidesDiffer : .answersDiffer) : .statesDiffer
    }
}

/// What one reply says, as far as it can be compared.
struct SideAnswer {
    /// "answered", "refused" or "unreadable".
    let state: String
    /// Of Task 2.
    let choice: Inclination?
    /// Of Task 1: option numbers from 1 in the theory's order, nil where unread.
    let ratings: [UInt8?]?

    init(_ reading: ReadingRecord, kind: String, first: Int?) {
        let content = reading.state == "answered" ? reading.content : nil
        let isStated = kind == StudyTask.stated.rawValue
        choice = isStated ? nil : content.flatMap { ReadingContent.choice($0, first: first) }
        ratings = isStated ? content.flatMap { ReadingContent.ratings($0)?.options } : nil
        let isRead = choice != nil || ratings != nil
        // An answer that says nothing of ours is as good as unread.
        state = reading.state == "answered" && !isRead ? "unreadable" : reading.state
    }

    /// The values that were rated differently, the widest difference first, each with its width in 0…1.
    static func apart(_ all: [[UInt8?]], options: Int, values: Int) -> [(value: Int, distance: Double)] {
        guard all.count > 1, options > 1 else { return [] }
        var found: [(value: Int, distance: Double)] = []
        for value in 0..<values {
            let numbers = all.compactMap { $0.indices.contains(value) ? $0[value] : nil }
            guard let least = numbers.min(), let most = numbers.max(), most > least else { continue }
            found.append((value, Double(most - least) / Double(options - 1)))
        }
        return found.sorted { (-$0.distance, $0.value) < (-$1.distance, $1.value) }
    }
}
