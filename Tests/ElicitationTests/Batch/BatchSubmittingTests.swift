import AnswerStore
import Elicitation
import Respondents
import TestServers
import Testing

/// What has gone wrong for others where batches are made: nothing is made twice, nothing that was made is forgotten.
struct BatchSubmittingTests {
    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `all questions are answered, the first alone, and each reply belongs to its question`(
        format: LoopbackFormat
    ) async throws {
        try await BatchWorld.run(format) { world in
            let snapshot = try await world.ask { $0.size = 30 }
            #expect(snapshot.replied == world.count)
            #expect(snapshot.left == 0)
            #expect(world.provider.events.prefix(1) == ["ask"])
            #expect(world.provider.sizes == [30, 30, world.count - 61])
            #expect(try world.texts().count == world.count)
            #expect(try world.allFit())
            #expect(world.isBilledOnce)
            #expect(try world.parts().map(\.state) == [.read, .read, .read])
            #expect(try world.bench.store.run(key: "k")?.status == .finished)
            // Again, nothing is left.
            let again = try await world.ask()
            #expect((again.repliedBefore, again.replied) == (world.count, 0))
            #expect(world.provider.made == 3)
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `a batch that was out when the process ended is read by the next one`(format: LoopbackFormat) async throws {
        try await BatchWorld.run(format, { $0.looks = { _ in 8 } }) { world in
            try await world.ask(untilAsked: "look")
            #expect(try world.parts().map(\.state) == [.submitted])
            #expect(try world.texts().count == 1)
            let rest = try await world.ask()
            #expect(rest.done == world.count)
            #expect(world.provider.wishes == 1)
            #expect(world.isBilledOnce)
            #expect(try world.allFit())
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `a batch whose making was not answered is found, and not made again`(format: LoopbackFormat) async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.making = { $0 == 1 ? .madeUnheard : .made }
            script.hiddenLists = 2
        }
        try await BatchWorld.run(format, script) { world in
            let notices = Notices()
            let snapshot = try await world.ask(notices: notices)
            #expect(snapshot.replied == world.count)
            #expect((world.provider.wishes, world.provider.made) == (1, 1))
            #expect(world.isBilledOnce)
            #expect(notices.all.contains("whether the provider made a batch is not clear"))
        }
    }

    @Test(arguments: [LoopbackFormat.openAI, .anthropic])
    func `a batch that was not made is made again once it had time to appear`(format: LoopbackFormat) async throws {
        try await BatchWorld.run(format, { $0.making = { $0 == 1 ? .unheard : .made } }) { world in
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect((world.provider.wishes, world.provider.made) == (2, 1))
            #expect(world.provider.events.count { $0 == "list" } >= 2)
        }
    }

    @Test func `a part that is refused leaves the one before in the store, to be read later`() async throws {
        let refusal = LoopbackFormat.openAI.error(401, "the key was revoked")
        func script(_ script: inout LoopbackBatches.Script) {
            script.making = { $0 == 2 ? .refused(refusal) : .made }
            script.looks = { _ in 50 }
        }
        try await BatchWorld.run(.openAI, script) { world in
            await #expect(throws: ElicitationError.self) { try await world.ask { $0.size = 40 } }
            let parts = try world.parts()
            #expect(parts.map(\.state) == [.submitted, .dropped])
            #expect(parts.map(\.batchID) == ["batch_1", nil])
            world.provider.change { $0.looks = { _ in 1 } }
            let rest = try await world.ask { $0.size = 40 }
            #expect(rest.done == world.count)
            #expect(world.isBilledOnce)
        }
    }

    @Test func `cancelled, it waits for the end and keeps what was answered`() async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.looks = { _ in 1000 }
            script.fate = { _, place, text in place < 20 ? .answer(text) : .cancelled }
        }
        try await BatchWorld.run(.openAI, script) { world in
            try await world.ask(untilAsked: "look")
            let snapshot = try await world.ask { $0.cancels = true }
            #expect(snapshot.replied == 20)
            #expect(snapshot.unasked == world.count - 21)
            #expect(world.provider.events.suffix(4) == ["cancel", "look", "look", "results", "results"].suffix(4))
            #expect(world.provider.made == 1)
            #expect(try world.texts().count == 21)
            #expect(try world.parts().map(\.outcome) == ["cancelled"])
        }
    }

    @Test func `ids are unique and at most 64 characters, and doubled results swap nothing`() async throws {
        try await BatchWorld.run(.openAI, { $0.doubles = true }) { world in
            try await world.ask { $0.size = 20 }
            let ids = world.provider.customIDs
            #expect(Set(ids).count == ids.count)
            #expect(ids.allSatisfy { $0.utf8.count <= 64 })
            #expect(try world.texts().count == world.count)
            #expect(try world.allFit())
        }
    }

    @Test func `a full queue that shows after acceptance is waited for, and then met with smaller batches`()
        async throws
    {
        func script(_ script: inout LoopbackBatches.Script) {
            script.refusal = {
                $0 <= 2 ? #"{"code":"token_limit_exceeded","message":"Enqueued token limit reached","line":null}"# : nil
            }
        }
        try await BatchWorld.run(.openAI, script) { world in
            let notices = Notices()
            let snapshot = try await world.ask(notices: notices)
            #expect(snapshot.replied == world.count)
            let whole = world.count - 1
            #expect(
                world.provider.sizes == [whole, whole, whole / 2, whole / 2, whole - whole / 2 * 2].filter { $0 > 0 })
            #expect(
                notices.all.contains(
                    "the provider's queue is full (token_limit_exceeded: Enqueued token limit reached)"))
            #expect(world.isBilledOnce)
        }
    }

    @Test func `a setting that the model refuses is learned from one question, and no batch is made`() async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.asking = { _ in LoopbackFormat.openAI.error(400, "top_p must be lower") }
        }
        try await BatchWorld.run(.openAI, script) { world in
            await #expect(throws: ElicitationError.self) { try await world.ask() }
            #expect(world.provider.wishes == 0)
            #expect(world.provider.events.allSatisfy { $0 == "ask" })
        }
    }

    @Test func `what is learned from the first question holds for the batch, also in the next process`() async throws {
        func script(_ script: inout LoopbackBatches.Script) {
            script.asking = {
                String(decoding: $0, as: UTF8.self).contains("temperature")
                    ? LoopbackFormat.openAI.error(400, "Unsupported value: 'temperature' does not support 0.2") : nil
            }
            script.looks = { _ in 6 }
        }
        try await BatchWorld.run(.openAI, script) { world in
            try await world.ask(untilAsked: "look")
            try await world.ask()
            #expect(world.provider.bodies.allSatisfy { !String(decoding: $0, as: UTF8.self).contains("temperature") })
            let served = try world.bench.store.counts(run: world.bench.run.id).served
            #expect(served.map(\.omittedSettings) == [["temperature"]])
            #expect(try world.allFit())
        }
    }
}

extension BatchSubmittingTests {
    @Test func `a server that answers everything alike is told to take no batches, and is not asked for ever`()
        async throws
    {
        func script(_ script: inout LoopbackBatches.Script) {
            script.making = { _ in .refused(LoopbackFormat.openAI.answer("hello")) }
        }
        try await BatchWorld.run(.openAI, script) { world in
            do {
                _ = try await world.ask()
                Issue.record("it did not end")
            } catch ElicitationError.respondent(let error) {
                #expect(
                    error.description.hasSuffix(
                        "answered without a batch: check that the server offers OpenAI's batches"))
            }
            #expect(world.provider.wishes == 3)
        }
    }

    @Test func `of two batches that look alike, the one whose results carry the part's mark is read`() async throws {
        // Another program's batch of the same size is there already, and ours is made unheard.
        func script(_ script: inout LoopbackBatches.Script) {
            script.making = { $0 == 2 ? .madeUnheard : .made }
            script.looks = { $0 == 1 ? 1 : 3 }
        }
        try await BatchWorld.run(.anthropic, script) { world in
            let other = try Bench()
            defer { other.remove() }
            try await world.with(other).ask(untilAsked: "look")
            let snapshot = try await world.ask()
            #expect(snapshot.replied == world.count)
            #expect((world.provider.wishes, world.provider.made) == (2, 2))
            #expect(try world.parts().map(\.batchID) == ["batch_2"])
            #expect(try world.parts().map(\.notOurs) == [["batch_1"]])
        }
    }

    @Test func `two processes at one run ask nothing twice`() async throws {
        try await BatchWorld.run(.openAI, { $0.looks = { _ in 6 } }) { world in
            async let first = world.ask { $0.size = 10 }
            async let second = world.ask { $0.size = 10 }
            _ = try await (first, second)
            let rest = try await world.ask()
            #expect(rest.done == world.count)
            #expect(world.isBilledOnce)
            #expect(try world.allFit())
        }
    }

    @Test func `a provider in trouble is asked some times more, then by the next start`() async throws {
        let trouble = LoopbackFormat.openAI.error(500, "try later")
        try await BatchWorld.run(.openAI, { $0.uploading = { $0 <= 10 ? trouble : nil } }) { world in
            let notices = Notices()
            let error = await #expect(throws: ElicitationError.self) {
                try await world.ask(notices: notices) { $0.poll = .milliseconds(2) }
            }
            #expect(error?.description.contains("answered with HTTP 500: \"try later\"") == true)
            #expect(notices.all.ranges(of: "the provider did not take a batch").count == 1)
            #expect(try world.parts().map(\.state) == [.planned])
            let rest = try await world.ask()
            #expect(rest.done == world.count)
            #expect(world.provider.events.count { $0 == "upload" } == 11)
            #expect(try world.parts().count == 1)
        }
    }
}
