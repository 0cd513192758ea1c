package import AnswerStore
import Foundation
package import Reports
import Respondents
import Study

/// Makes the view of a question with each run's reply to it from a store.
package struct ReplyPage {
    private let library: RunLibrary
    private let place: ReplyAddress
    private let mayWrite: Bool

    /// Bytes of a prompt, of a raw request and response that are shown, and of a request that is made a command.
    private static let (mostOfPrompt, mostRaw, mostOfCommand) = (99_000, 99_000, 200_000)

    package init(_ place: ReplyAddress, in library: RunLibrary, mayWrite: Bool) {
        (self.place, self.library, self.mayWrite) = (place, library, mayWrite)
    }

    private struct Found {
        let run: RunRecord
        let replies: [ReplyFacts]
        let failure: FailureRecord?
    }

    /// - Returns: nil where no run of the store was asked the question.
    /// - Throws: where the store can't be read.
    package func view() async throws -> ReplyView? {
        let found = try found()
        guard let first = found.first,
            let record = try first.replies.first?.question ?? library.store.storedQuestion(place.question)
        else { return nil }
        let isAlone = found.count == 1
        var answers: [ReplyView.Answers] = []
        for one in found.prefix(ReplyView.mostRuns) { answers.append(try await answer(one, isAlone: isAlone)) }
        let presenter = try await presenter(first.run)
        let standing = first.replies.first { $0.aside == nil }
        return ReplyView(
            place, question: presenter.question(record, most: Self.mostOfPrompt), answers: answers, runs: found.count,
            raw: try isAlone ? standing.map { try raw($0, of: first.run) } : nil,
            form: isAlone ? standing.flatMap { form($0, answers[0], presenter) } : nil, version: Release.version)
    }

    /// The runs that have something to the question, each with what it has.
    private func found() throws -> [Found] {
        let store = library.store
        let runs = try place.run.map { [try store.run(named: "\($0)")] } ?? store.runs()
        return try runs.compactMap { run in
            let replies = try store.replies(run: run.id, to: place.question)
            let failure =
                try replies.contains { $0.aside == nil } ? nil : store.failure(run: run.id, question: place.question)
            return replies.isEmpty && failure == nil ? nil : Found(run: run, replies: replies, failure: failure)
        }
    }

    private func presenter(_ run: RunRecord) async throws -> ReplyPresenter {
        try ReplyPresenter(run, await library.study(ofRun: run.id).definition, in: library.store)
    }

    private func answer(_ one: Found, isAlone: Bool) async throws -> ReplyView.Answers {
        let presenter = try await presenter(one.run)
        let history = try library.store.overrules(runKey: one.run.key, question: place.question)
        let replies = try one.replies.prefix(20).map { facts in
            let isStanding = facts.aside == nil
            return try presenter.reply(
                facts, isStanding ? history : [], most: isAlone && isStanding ? nil : CellPage.mostOfText,
                part: place.part)
        }
        let item = one.replies.first?.question.item
        var cell: CellAddress?
        if let country = item?["country"], let topic = item?["topic"], let value = item?["value"] {
            cell = CellAddress(run: Int(one.run.id), country: country, topic: topic, value: value)
            cell?.variant = one.replies.first.map { "\($0.question.kind)-\($0.question.variant)" }
        }
        return ReplyView.Answers(
            run: Int(one.run.id), respondent: presenter.respondent, replies: replies,
            failure: one.failure.map(presenter.failure), cell: cell)
    }

    private func raw(_ facts: ReplyFacts, of run: RunRecord) throws -> ReplyView.Raw {
        let pieces = ReplyPieces(store: library.store)
        // A simulated subject is sent nothing.
        let request = try library.store.request(of: facts).flatMap { $0.isEmpty ? nil : $0 }
        let settings = (try? JSONDecoder().decode([String: String].self, from: Data(run.settings.utf8))) ?? [:]
        let address = RequestAddress(settings: settings)
        var command: String?
        if let request, let address, request.count <= Self.mostOfCommand {
            command =
                ShellCommand(
                    request,
                    to: ShellCommand.Destination(
                        url: address.url, ending: address.ending, keyHeader: address.keyHeader,
                        keyPrefix: address.keyPrefix, headers: address.headers)
                ).text
        }
        return ReplyView.Raw(
            command: command,
            request: request.map { ShownText(String(decoding: $0, as: UTF8.self), most: Self.mostRaw) },
            response: try facts.responseBytes.map {
                try pieces.head(of: .response, reply: facts.id, bytes: $0, most: Self.mostRaw)
            })
    }

    private func form(
        _ facts: ReplyFacts, _ answers: ReplyView.Answers, _ presenter: ReplyPresenter
    ) -> OverruleForm? {
        let offered = OfferedAnswers(to: facts.question, of: presenter.study)
        guard offered.task != nil, let reply = answers.replies.first else { return nil }
        let choices = offered.choices.enumerated().map { place, content in
            let side = ReadingContent.choice(content, first: facts.question.first)
            let action = side == .agree ? "the action for the value" : "the action against the value"
            let label =
                facts.question.first == nil
                ? nil : offered.options.indices.contains(place) ? offered.options[place] : nil
            return (content: content, words: [label, action].compactMap(\.self).joined(separator: ", "))
        }
        let counted = reply.inForce?.reading ?? reply.reading
        let ratings = Dictionary(
            (counted?.ratings ?? []).map { ($0.value, $0.option) }, uniquingKeysWith: { first, _ in first })
        return OverruleForm(
            question: facts.question.id, run: Int(presenter.run.id),
            offer: OverruleForm.Offer(
                choices: choices, values: offered.values.map { ($0, ratings[$0] ?? nil) }, labels: offered.options),
            history: reply.overrules, mayWrite: mayWrite)
    }
}
