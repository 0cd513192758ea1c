import AnswerStore
package import Measures
import Reports
package import Study

/// The questions that several runs have replies to, and whose replies were not read alike: the likeliest to matter first.
///
/// The order is that of ``QuestionRank``, and where that is the same of the questions' numbers; but within each kind every cell (of Task
/// 1 every scenario) comes once before any comes twice, so that the variants of one question do not fill a page.
package struct DifferingQuestions: Sendable {
    /// What the study is spanned by.
    package let axes: Axes
    /// So many options the scale of Task 1 has.
    package let options: Int
    /// To so many questions two of the runs have a reply.
    package private(set) var shared = 0
    /// So many of those were read differently.
    package private(set) var differing = 0
    /// The questions in order; at most ``most``.
    package private(set) var entries: [Entry] = []

    /// A question that was read differently.
    package struct Entry: Sendable {
        /// The store's number of the question.
        package let question: Int64
        package let task: StudyTask
        /// The cell's number on the axes for Task 2, the scenario's for Task 1.
        package let place: Int
        package let rank: QuestionRank
        /// Whether two runs gave answers that differ, and whether they differ in being an answer, a refusal or unreadable.
        package let answersDiffer, statesDiffer: Bool
        /// The values that runs rated differently, by number, those farthest apart first; empty for Task 2.
        package let values: [Int]
    }

    /// So many questions are kept.
    package static let most = 100_000

    /// Walks the runs' readings together, in one view of the store: what is in memory are the questions that differ.
    ///
    /// - Parameters:
    ///   - runs: two to six, in the order of what was measured of them.
    ///   - measured: of the same axes.
    init(of runs: [Int64], _ measured: [MeasuredRun], in store: AnswerStore) throws {
        axes = measured[0].measures.axes
        options = measured[0].study.optionCount
        let judge = QuestionJudge(measured.map(\.measures), options: options)
        var places: [Int64: QuestionJudge.Place] = [:]
        var (shared, differing, entries) = (0, 0, [Entry]())
        try store.forEachSharedQuestion(of: runs, item: { places[$0] = judge.place(of: $1) }) { row in
            shared += 1
            guard let place = places[row.item], let entry = judge.entry(row, at: place) else { return true }
            differing += 1
            entries.append(entry)
            if entries.count >= 2 * Self.most { entries = Self.first(entries) }
            return true
        }
        (self.shared, self.differing) = (shared, differing)
        self.entries = Self.spread(Self.first(entries))
    }

    private static func first(_ entries: [Entry]) -> [Entry] {
        Array(entries.sorted { ($0.rank, $0.question) < ($1.rank, $1.question) }.prefix(most))
    }

    /// Each cell (of Task 1 each scenario) once before any comes twice, within each kind; else the order stays.
    private static func spread(_ entries: [Entry]) -> [Entry] {
        struct Place: Hashable {
            let task: StudyTask
            let place: Int
            let kind: QuestionRank.Kind
        }
        var rounds: [Place: Int] = [:]
        let numbered = entries.enumerated().map { number, entry in
            let round = rounds[Place(task: entry.task, place: entry.place, kind: entry.rank.kind), default: 0]
            rounds[Place(task: entry.task, place: entry.place, kind: entry.rank.kind)] = round + 1
            return (kind: entry.rank.kind, round: round, number: number)
        }
        return numbered.sorted { ($0.kind, $0.round, $0.number) < ($1.kind, $1.round, $1.number) }
            .map { entries[$0.number] }
    }
}
