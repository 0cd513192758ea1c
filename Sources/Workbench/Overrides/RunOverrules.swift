package import AnswerStore
package import Foundation

/// What people have overruled in a run, as it is in force now.
package struct RunOverrules: Sendable {
    /// By the store's number of the reply: how it is to be read.
    package let readings: [Int64: ReadingRecord]

    /// Reads all overrules of a store; people make few.
    ///
    /// An overrule is of the reply that stood when it was made: where a question was asked again later, the new reply is
    /// read as the reader reads it.
    package init(of run: RunRecord, in store: AnswerStore) throws {
        var last: [String: Overrule] = [:]
        var after: Int64 = 0
        while true {
            let page = try store.labels(criterion: Overrule.criterion, after: after, limit: Self.page)
            for label in page where label.item["run"] == run.key {
                guard label.item.kind == "reading", let question = label.item["question"],
                    let overrule = Overrule(label)
                else { continue }
                last[question] = overrule
            }
            guard let end = page.last?.id, page.count == Self.page else { break }
            after = end
        }
        var readings: [Int64: ReadingRecord] = [:]
        for (question, overrule) in last {
            guard let reading = overrule.reading, let standing = try store.standing(run: run.id, question: question),
                overrule.isOf(replied: standing.replied)
            else { continue }
            readings[standing.reply] = reading
        }
        self.readings = readings
    }

    private static let page = 1000
}

extension Overrule {
    /// Whether it is of a reply that came at a time; stores keep parts of a second that a date loses.
    func isOf(replied: Date?) -> Bool { replied.map { $0 <= at + 0.001 } ?? true }
}

extension AnswerStore {
    /// All that people have said of the reading of a run's reply to a question, in the order in which they did.
    package func overrules(runKey: String, question: String) throws(StoreError) -> [Overrule] {
        try labels(of: .reading(runKey: runKey, question: question), criterion: Overrule.criterion)
            .compactMap(Overrule.init)
    }
}
