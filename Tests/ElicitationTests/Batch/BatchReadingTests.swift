import AnswerStore
import Elicitation
import Respondents
import TestServers
import Testing

/// What has gone wrong for others where results are read: nothing that was paid for is thrown away, nothing vanishes.
struct BatchReadingTests {
    @Test func `lines that failed are failures with their reasons, also where there is no file of answers`()
        async throws
    {
        func script(_ script: inout LoopbackBatches.Script) {
            script.fate = { _, _, _ in .error(400, "This model's maximum context length is 10 tokens") }
        }
        try await BatchWorld.run(.openAI, script) { world in
            let snapshot = try await world.ask(bounds: Bounds(limit: 10))
            #expect((snapshot.replied, snapshot.failed) == (1, 9))
            let failures = try world.bench.store.failures(run: world.bench.run.id)
            #expect(failures.count == 9)
            #expect(
                failures.allSatisfy { $0.code == "contextTooLong" && $0.message.contains("maximum context length") })
            #expect(try world.parts().map { [$0.questions, $0.replied, $0.failed, $0.unsettled] } == [[9, 0, 9, 0]])
        }
    }

    @Test func `a file of errors without a name is none`() async throws {
        try await BatchWorld.run(.openAI) { world in
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect(world.provider.events.count { $0 == "results" } == 1)
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `what an expired batch answered is kept, and the rest is asked in the next`(format: LoopbackFormat)
        async throws
    {
        func script(_ script: inout LoopbackBatches.Script) {
            script.word = { $0 == 1 ? "EXPIRED" : "completed" }
            script.fate = { batch, place, text in batch > 1 || place < 20 ? .answer(text) : .expired }
        }
        try await BatchWorld.run(format, script) { world in
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect(world.provider.sizes == [world.count - 1, world.count - 21])
            #expect(world.isBilledOnce)
            #expect(try world.allFit())
            // Nobody documents that it was free at this address.
            #expect(try world.bench.store.spending(run: world.bench.run.id).lost == world.count - 21)
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `what a batch that was cancelled at the provider answered is kept, and nothing is asked again unasked`(
        format: LoopbackFormat
    ) async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.word = { _ in "cancelled" }
            script.fate = { batch, place, text in batch > 1 || place < 14 ? .answer(text) : .cancelled }
        }
        try await BatchWorld.run(format, script) { world in
            let notices = Notices()
            let snapshot = try await world.ask(notices: notices)
            #expect(snapshot.replied == 15)
            #expect(snapshot.unasked == world.count - 15)
            #expect(notices.all.contains("was cancelled at the provider: \(world.count - 15) of its questions"))
            #expect(world.provider.made == 1)
            let rest = try await world.ask()
            #expect(rest.done == world.count)
            #expect(world.isBilledOnce)
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `credit that ran out in the middle ends the start, and what it left is asked by the next`(
        format: LoopbackFormat
    ) async throws {
        let words = "Your credit balance is too low to access the API"
        func script(_ script: inout LoopbackBatches.Script) {
            script.fate = { batch, place, text in batch > 1 || place < 30 ? .answer(text) : .error(400, words) }
        }
        try await BatchWorld.run(format, script) { world in
            do {
                _ = try await world.ask()
                Issue.record("it did not end")
            } catch ElicitationError.respondent(let error) {
                #expect(error.code == .noCredit)
                #expect(error.description.contains("add credit to the account, then run again"))
            }
            #expect(try world.texts().count == 31)
            #expect(try world.bench.store.failures(run: world.bench.run.id).isEmpty)
            #expect(world.provider.made == 1)
            let rest = try await world.ask()
            #expect(rest.done == world.count)
            #expect(world.isBilledOnce)
        }
    }

    @Test func `a batch that is not found now and then is not gone`() async throws {
        let missing = LoopbackFormat.openAI.error(404, "no such batch")
        func script(_ script: inout LoopbackBatches.Script) {
            script.looks = { _ in 5 }
            script.fault = { _, look in look == 1 || look == 3 ? missing : look == 2 ? .close : nil }
        }
        try await BatchWorld.run(.openAI, script) { world in
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect(world.provider.made == 1)
        }
    }

    @Test func `a batch that stays unknown is gone, counts as charged, and is asked again by the next start`()
        async throws
    {
        let missing = LoopbackFormat.openAI.error(404, "no such batch")
        try await BatchWorld.run(.openAI, { $0.fault = { batch, _ in batch == 1 ? missing : nil } }) { world in
            let notices = Notices()
            let snapshot = try await world.ask(notices: notices)
            #expect(snapshot.replied == 1)
            #expect(snapshot.unasked == world.count - 1)
            #expect(notices.all.contains("does not know batch 'batch_1' any more"))
            #expect(try world.bench.store.spending(run: world.bench.run.id).lost == world.count - 1)
            let rest = try await world.ask()
            #expect(rest.done == world.count)
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `a question without a line is asked again, and given up after three batches`(
        format: LoopbackFormat
    ) async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.fate = { batch, place, text in batch < 4 && place < 2 ? .missing : .answer(text) }
        }
        try await BatchWorld.run(format, script) { world in
            let snapshot = try await world.ask()
            #expect((snapshot.replied, snapshot.failed) == (world.count - 2, 2))
            #expect(world.provider.sizes == [world.count - 1, 2, 2])
            let failures = try world.bench.store.failures(run: world.bench.run.id)
            #expect(failures.map(\.code) == ["unanswered", "unanswered"])
            #expect(failures.map(\.message) == Array(repeating: "it has no line in the results", count: 2))
            #expect(failures.map(\.attempts) == [3, 3])
        }
    }

    @Test func `lines that the provider refuses are failures, and the others are asked`() async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.refusal = {
                $0 == 1
                    ? #"{"code":"invalid_request","message":"too long","line":2},{"code":"invalid_request","message":"odd","line":5}"#
                    : nil
            }
        }
        try await BatchWorld.run(.openAI, script) { world in
            let snapshot = try await world.ask()
            #expect((snapshot.replied, snapshot.failed) == (world.count - 2, 2))
            let failures = try world.bench.store.failures(run: world.bench.run.id)
            #expect(
                failures.map(\.message).sorted() == [
                    "the provider refused the question's line of a batch: odd",
                    "the provider refused the question's line of a batch: too long",
                ])
            #expect(world.provider.sizes == [world.count - 1, world.count - 3])
        }
    }

    @Test func `a batch that is refused as a whole is told with the provider's words`() async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.refusal = { _ in
                #"{"code":"mismatched_model","message":"The model does not support batches","line":null}"#
            }
        }
        try await BatchWorld.run(.openAI, script) { world in
            do {
                _ = try await world.ask()
                Issue.record("it did not end")
            } catch ElicitationError.batch(let problem) {
                #expect(
                    problem.description
                        == "the provider refused the batch: mismatched_model: The model does not support batches. Nothing of "
                        + "it was asked: correct what it names and give the same command again")
            }
            #expect(try world.parts().map(\.state) == [.dropped])
        }
    }

    @Test func `results are larger than any answer may be, and are read all the same`() async throws {
        try await BatchWorld.run(.openAI, limit: 4000) { world in
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect(try world.allFit())
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `files at the provider are removed only where that is wished for`(format: LoopbackFormat) async throws {
        try await BatchWorld.run(format) { world in
            try await world.ask()
            #expect(world.provider.removed.isEmpty)
            try await world.ask { $0.cleans = true }
            #expect(world.provider.removed == (format == .anthropic ? ["batch_1"] : ["file-1", "out-batch_1"]))
            try await world.ask { $0.cleans = true }
            #expect(world.provider.removed.count == (format == .anthropic ? 1 : 2))
        }
    }

    @Test func `replies that are asked again in a batch stand in place of the first, which are kept`() async throws {
        try await BatchWorld.run(.openAI) { world in
            try await world.ask()
            let replies = try world.bench.store.replies(run: world.bench.run.id, after: 0, limit: 6)
            let again = Dictionary(replies.map { ($0.question.id, $0.id) }, uniquingKeysWith: { first, _ in first })
            let bounds = Bounds(only: Set(again.keys), again: again)
            let snapshot = try await world.ask(bounds: bounds)
            #expect((snapshot.planned, snapshot.askedAgain, snapshot.replied) == (6, 6, 6))
            #expect(world.provider.sizes == [world.count - 1, 5])
            let counts = try world.bench.store.counts(run: world.bench.run.id)
            #expect((counts.replied, counts.askedAgain) == (world.count, 6))
            #expect(try world.bench.store.setAside(run: world.bench.run.id).count == 6)
        }
    }
}
