import AnswerStore
import Reading
import Study
import Text

/// What reading a run again has changed: how many replies went from one reading to another, with an example of each.
package struct ReadingChanges {
    /// From one reading to another.
    private struct Change: Hashable {
        let task: String
        let from: String
        let to: String
    }

    /// The version of the reader that read them now.
    package let readerVersion = ReplyReader.version
    /// Replies that were read.
    package private(set) var count = 0
    private var changes: [Change: (count: Int, example: String)] = [:]

    /// Replies that are read otherwise than before.
    package var changed: Int { changes.values.reduce(0) { $0 + $1.count } }

    mutating func add(_ reply: ReplyRecord, _ reading: ReadingRecord) {
        count += 1
        let old = reply.reading
        guard (reading.state, reading.reason, reading.content) != (old.state, old.reason, old.content) else { return }
        let change = Change(
            task: reply.question.kind, from: Self.words(old, reply.question.kind),
            to: Self.words(reading, reply.question.kind))
        changes[change, default: (0, reply.question.id)].count += 1
    }

    /// "acted: unreadable: no answer → answered 1". Ratings are too many to be told here.
    private static func words(_ reading: ReadingRecord, _ task: String) -> String {
        let content = task == StudyTask.acted.rawValue ? reading.content : nil
        let reason = reading.reason.map { ": \(PlainNames.words($0))" } ?? ""
        return reading.state + reason + (content.map { " \($0)" } ?? "")
    }

    /// One kind of change: from which reading to which, how often, and the question of one example.
    package struct Kind: Hashable, Sendable {
        package let task: String
        package let from: String
        /// The same as `from` where other ratings were read.
        package let to: String
        package let count: Int
        package let example: String
    }

    /// Every kind of change, the most frequent first.
    package var kinds: [Kind] {
        let sorted = changes.sorted { one, other in
            (-one.value.count, one.key.task, one.key.from, one.key.to)
                < (-other.value.count, other.key.task, other.key.from, other.key.to)
        }
        return sorted.map { change, found in
            Kind(task: change.task, from: change.from, to: change.to, count: found.count, example: found.example)
        }
    }
}
