import AnswerStore
import Elicitation
import Measures
import Reading
import Study

/// Turns a stored reply into coded readings.
struct ReplyInterpreter {
    let scoring: Scoring

    /// A reply as it was read when it arrived, or since.
    ///
    /// - Parameter first: the code of the action that stood first; 0 = agree.
    func add(
        _ reading: ReadingRecord, kind: String, first: Int?, at place: MatrixPlace, asking: Int,
        to collector: inout ReadingCollector
    ) throws {
        guard let task = StudyTask(rawValue: kind) else { return }
        guard reading.state == "answered", let content = reading.content else {
            return collector.addUnread(task: task, isRefusal: reading.state == "refused")
        }
        switch task {
        case .stated:
            guard let ratings = ReadingContent.ratings(content) else {
                return collector.addUnread(task: task, isRefusal: false)
            }
            try collector.addStated(at: place, asking: asking, options: ratings.options)
            collector.addRatingFaults(outOfRange: ratings.outOfRange, ambiguous: ratings.ambiguous)
        case .acted:
            // A choice that names no value is of no cell.
            if case .scenario = place { return collector.addUnread(task: task, isRefusal: false) }
            guard let chosen = ReadingContent.choice(content, first: first) else {
                return collector.addUnread(task: task, isRefusal: false)
            }
            try collector.addActed(
                at: place, asking: asking, chosen: chosen,
                disagreeFirst: first.map { $0 == Int(Inclination.disagree.code) })
        }
    }

    /// What the released notebooks make of a Task 1 reply.
    ///
    /// - Parameter isReversed: whether the scale was shown from disagreement.
    func addLegacy(
        _ text: String, isReversed: Bool, at place: MatrixPlace, asking: Int, to collector: inout ReadingCollector
    ) throws {
        guard let options = LegacyReader(isReversed: isReversed).ratings(in: text, names: collector.axes.values) else {
            return collector.addUnread(task: .stated, isRefusal: false)
        }
        try collector.addStated(at: place, asking: asking, options: options.map(Optional.some))
    }
}
