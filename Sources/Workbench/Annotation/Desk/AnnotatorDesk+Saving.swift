package import AnswerStore
package import Foundation
package import Study
import Text

extension AnnotatorDesk {
    /// What stands after a save.
    package struct Saved: Sendable {
        /// The item that the form was about.
        package let item: ActionItem
        /// What the judge says of it now.
        package let answers: OwnAnswers
    }

    /// Saves what a form says. When this returns it is on the disk.
    ///
    /// - Throws: ``DeskProblem`` where nothing was changed, and why; `StoreError`.
    package func save(_ form: DeskForm, at date: Date) async throws -> Saved {
        guard try consent()?.isGiven == true else { throw DeskProblem.noConsent }
        guard let item = items.byHash[form.item],
            try store.leases(of: participant).contains(where: { $0.item == item.id })
        else { throw DeskProblem.notGiven }
        let before = try answers(to: item)
        let changes = try changes(form, of: item, before)
        var seen = form.isForced ? before.revision : form.seen
        // Of two windows that both insist, one comes second, and both are in the trail.
        for _ in 0..<(form.isForced ? 100 : 1) {
            let outcome = try await store.save(
                changes, of: item.id, by: participant.judgeID, seen: seen, at: date, isSame: Judgement.isSame)
            switch outcome {
            case .saved:
                let answers = try answers(to: item)
                if answers.skipped != nil {
                    try await store.release(item.id, of: participant, at: date)
                } else {
                    _ = try await hold(item, at: date)
                }
                return Saved(item: item, answers: answers)
            case .stale(let revision):
                guard form.isForced else { throw DeskProblem.stale(revision: revision) }
                seen = revision
            }
        }
        throw DeskProblem.stale(revision: seen)
    }

    /// The labels that a form means.
    private func changes(
        _ form: DeskForm, of item: ActionItem, _ before: OwnAnswers
    ) throws -> [AnswerStore.Change] {
        let codebook = project.codebook
        let models = try suggestions(for: item, before)
        let seconds = form.seconds.map { min(max($0, 0), DeskForm.mostSeconds) }
        var changes: [AnswerStore.Change] = []
        let answers = form.answers.merging(try codes(form, before)) { $1 }
        for (id, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard let criterion = codebook.criteria.first(where: { $0.id == id }) else {
                throw DeskProblem.unknownCriterion(id)
            }
            guard answer.isEmpty || criterion.answers.contains(where: { $0.id == answer }) else {
                throw DeskProblem.unknownAnswer(answer, criterion: criterion.name)
            }
            let accepts = settings.suggestions == .prefilled && models.contains { $0.answers[id] == answer }
            let judgement = Judgement(
                answer: answer, way: form.way, seconds: seconds, seen: models.map(\.judge), isAccepted: accepts)
            changes.append(
                answer.isEmpty
                    ? .init(criterion: try keyOfLast(id, of: item), content: "")
                    : .init(criterion: codebook.key(id), content: judgement.content))
        }
        if let note = form.note {
            let note = Self.plain(note)
            guard note.count <= DeskForm.mostNote else { throw DeskProblem.noteTooLong(note.count) }
            let content = note.isEmpty ? "" : Judgement(note: note, way: form.way, seconds: seconds).content
            changes.append(.init(criterion: codebook.key("note"), content: content))
        }
        if let note = try proposal(form) {
            let content = note.isEmpty ? "" : Judgement(note: note, way: form.way, seconds: seconds).content
            changes.append(.init(criterion: codebook.key("proposal"), content: content))
        }
        if let spans = try spans(form, of: item, before) {
            let content = Judgement(spans: spans, way: form.way, seconds: seconds).content
            changes.append(.init(criterion: codebook.key("spans"), content: content))
        }
        let isJudgedNow = answers.contains { !$0.value.isEmpty }
        if let skip = form.skip ?? (isJudgedNow && before.skipped != nil ? "" : nil) {
            let reason = String(Self.plain(skip).prefix(DeskForm.mostNote))
            let content = skip.isEmpty ? "" : Judgement(note: reason, way: form.way, seconds: seconds).content
            changes.append(.init(criterion: codebook.key("skip"), content: content))
        }
        return changes
    }

    /// As the judge's last label of a criterion names it: what was said under an earlier version of the codebook, perhaps by
    /// another id, is taken back where it stands.
    private func keyOfLast(_ id: String, of item: ActionItem) throws -> String {
        let rows = try store.labels(of: item.id, by: participant.judgeID)
        let last = rows.last { project.codebook.criterion(named: $0.criterion) == id }
        return last?.criterion ?? project.codebook.key(id)
    }

    /// Line ends as one kind, no blanks around: a form sends CR LF for what a script sends as LF.
    static func plain(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").trimmed
    }

    /// The stretches that a form says; `nil` where they are as they were.
    private func spans(_ form: DeskForm, of item: ActionItem, _ before: OwnAnswers) throws -> [ActionSpan]? {
        let text = item.line.action.text
        if let given = form.spans {
            guard let list = JSONReader.read(Array(given.utf8), manner: .strict)?.array else {
                throw DeskProblem.badSpan(String(given.prefix(80)))
            }
            let spans = try list.prefix(200).map { json in
                guard let span = ActionSpan(json, of: text) else {
                    throw DeskProblem.badSpan(String(json.text(indented: false).trimmed.prefix(80)))
                }
                return span
            }
            let words = ActionWords(text)
            return words.spans(of: words.touched(by: spans))
        }
        guard let numbers = form.words else { return nil }
        let words = ActionWords(text)
        if numbers == words.touched(by: before.spans ?? item.spans) { return nil }
        return words.spans(of: numbers)
    }
}

extension ActionItem {
    /// Where the attributions stand: as the dataset says, or where they are found.
    package var spans: [ActionSpan] {
        guard line.spans.isEmpty else { return line.spans }
        return line.action.attributions.compactMap { SpanFinder.find($0, in: line.action.text)?.span }
    }

    /// Attributions that are not to be found in the action.
    package var lostAttributions: [String] {
        line.action.attributions.filter { SpanFinder.find($0, in: line.action.text) == nil }
    }
}
