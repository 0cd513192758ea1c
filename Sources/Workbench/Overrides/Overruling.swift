package import AnswerStore
package import Foundation
package import Study

/// A person overrules a reading, or takes that back.
package struct Overruling: Sendable {
    /// What a person's form says.
    package struct Form: Sendable, Equatable {
        /// Who.
        package var by: String
        /// Why; not needed for taking back.
        package var why: String
        /// "answered", "refused" or "unreadable"; nil takes the last overrule back.
        package var state: String?
        /// As the store keeps it, for a state of "answered".
        package var answer: String
        /// The number of the last overrule that the person has seen; nil where there was none.
        package var seen: Int64?

        package init(by: String, why: String, state: String?, answer: String = "", seen: Int64? = nil) {
            (self.by, self.why, self.state, self.answer, self.seen) = (by, why, state, answer, seen)
        }
    }

    private let run: RunRecord
    private let question: String
    private let store: AnswerStore
    private let study: StudyDefinition

    /// Characters of a name, and of a reason, at most.
    package static let (mostOfName, mostOfReason) = (100, 2000)

    package init(_ run: RunRecord, question: String, of study: StudyDefinition, in store: AnswerStore) {
        (self.run, self.question, self.study, self.store) = (run, question, study, store)
    }

    /// Keeps what the form says.
    ///
    /// - Returns: the number of the new overrule.
    /// - Throws: ``OverruleProblem`` where it can't be taken; `StoreError`.
    package func keep(_ form: Form, at date: Date) async throws -> Int64 {
        let by = form.by.trimmingCharacters(in: .whitespacesAndNewlines)
        let why = form.why.trimmingCharacters(in: .whitespacesAndNewlines)
        if by.isEmpty { throw OverruleProblem.nobody }
        if by.count > Self.mostOfName { throw OverruleProblem.tooLong(what: "name", most: Self.mostOfName) }
        if why.count > Self.mostOfReason { throw OverruleProblem.tooLong(what: "reason", most: Self.mostOfReason) }
        let history = try store.overrules(runKey: run.key, question: question)
        guard history.last?.id == form.seen else { throw OverruleProblem.changedMeanwhile }
        let inForce = history.last.flatMap { $0.reading == nil ? nil : $0 }
        let content: String
        if let state = form.state {
            if why.isEmpty { throw OverruleProblem.noReason }
            content = Overrule.content(try reading(state, form.answer), why: why)
        } else {
            guard inForce != nil else { throw OverruleProblem.nothingToTakeBack }
            content = ""
        }
        let label = LabelRecord(
            item: .reading(runKey: run.key, question: question), judge: JudgeRecord(kind: "person", name: by),
            criterion: Overrule.criterion, content: content, undoes: inForce?.id, labelled: date)
        guard let id = try await store.add(label, behind: form.seen) else { throw OverruleProblem.changedMeanwhile }
        return id
    }

    private func reading(_ state: String, _ answer: String) throws -> ReadingRecord {
        guard let reply = try store.replies(run: run.id, to: question).first(where: { $0.aside == nil }) else {
            throw OverruleProblem.noReply
        }
        switch state {
        case "answered":
            let offered = OfferedAnswers(to: reply.question, of: study)
            return ReadingRecord(readerVersion: 0, state: state, content: try offered.checked(answer))
        case "refused", "unreadable": return ReadingRecord(readerVersion: 0, state: state)
        default: throw OverruleProblem.unknownState(state)
        }
    }
}
