import AnswerStore
import Study

/// What reading a run again has changed: how many replies went from one reading to another, with an example of each.
struct ReadingChanges {
    /// From one reading to another.
    private struct Change: Hashable {
        let task: String
        let from: String
        let to: String
    }

    /// Replies that were read.
    private(set) var count = 0
    private var changes: [Change: (count: Int, example: String)] = [:]

    /// Replies that are read otherwise than before.
    var changed: Int { changes.values.reduce(0) { $0 + $1.count } }

    mutating func add(_ reply: ReplyRecord, _ reading: ReadingRecord) {
        count += 1
        let old = reply.reading
        guard (reading.state, reading.reason, reading.content) != (old.state, old.reason, old.content) else { return }
        let change = Change(
            task: reply.question.kind, from: Self.words(old, reply.question.kind),
            to: Self.words(reading, reply.question.kind))
        changes[change, default: (0, reply.question.id)].count += 1
    }

    /// "acted: unreadable noAnswer → answered 1". Ratings are too many to be told here.
    private static func words(_ reading: ReadingRecord, _ task: String) -> String {
        let content = task == StudyTask.acted.rawValue ? reading.content : nil
        return [reading.state, reading.reason, content].compactMap(\.self).joined(separator: " ")
    }

    /// A line for each kind of change, the most frequent first.
    func lines(run: Int64) -> [String] {
        let sorted = changes.sorted { one, other in
            (-one.value.count, one.key.task, one.key.from, one.key.to)
                < (-other.value.count, other.key.task, other.key.from, other.key.to)
        }
        return sorted.map { change, found in
            let to = change.from == change.to ? "\(change.to), with other ratings" : change.to
            return "  \(found.count)  \(change.task): \(change.from) → \(to); look at one: "
                + "vlens read --show --run \(run) --question \(found.example)"
        }
    }
}
