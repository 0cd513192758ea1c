import AnswerStore
import Elicitation
import Foundation
import Respondents
import Study
import Synchronization
import TestServers
import Workbench

/// A store with a run, and a provider of batches behind real HTTP.
struct BatchWorld {
    let bench: Bench
    let provider: LoopbackBatches
    let specification: RespondentSpecification
    let format: LoopbackFormat

    /// Lends one with a small part of the pilot study: 88 questions.
    static func run(
        _ format: LoopbackFormat = .openAI, _ change: (inout LoopbackBatches.Script) -> Void = { _ in },
        limit: Int? = nil, _ body: (BatchWorld) async throws -> Void
    ) async throws {
        var script = LoopbackBatches.Script()
        script.text = answer
        change(&script)
        let provider = LoopbackBatches(format, script)
        let bench = try Bench()
        defer { bench.remove() }
        try await LoopbackServer.run(handler: { provider.answer($0) }) { server in
            let name = format == .anthropic ? "anthropic/m" : "local/m"
            var specification = try RespondentSpecification.resolve(
                ModelName(name), options: ConnectionOptions(baseURL: server.baseURL), environment: [:])
            if let limit, case .openAICompatible(var settings) = specification {
                settings.maximumResponseBytes = limit
                specification = .openAICompatible(settings)
            }
            try await body(
                BatchWorld(bench: bench, provider: provider, specification: specification, format: format))
        }
    }

    /// The same provider with another store.
    func with(_ bench: Bench) -> BatchWorld {
        BatchWorld(bench: bench, provider: provider, specification: specification, format: format)
    }

    /// A text that depends on the request alone.
    @Sendable static func answer(_ body: [UInt8]) -> String {
        let number = body.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        return "{\"action\": \"Option \(number % 2 + 1)\", \"reason\": \"r\(number)\"}"
    }

    /// One start.
    @discardableResult
    func ask(
        stop: StopSwitch = StopSwitch(), bounds: Bounds = Bounds(), notices: Notices = Notices(),
        _ change: (inout BatchOptions) -> Void = { _ in }
    ) async throws -> RunSnapshot {
        var options = BatchOptions { notices.add($0) }
        options.poll = .milliseconds(20)
        options.appears = .milliseconds(200)
        options.gone = .milliseconds(300)
        options.queueWait = .milliseconds(30)
        change(&options)
        let batches = try specification.batchProvider(named: format == .anthropic ? "anthropic" : "local").provider
        let respondent = specification.makeRespondent()
        let result: Result<RunSnapshot, any Error>
        do {
            guard let filed = respondent as? any FiledRespondent else { throw CancellationError() }
            let asking = Elicitation.Options(
                concurrency: 4, retry: quick, grace: .milliseconds(200), pacing: Pacing(patience: .zero), bounds: bounds
            )
            let elicitation = BatchElicitation(
                store: bench.store, respondent: filed, provider: batches, asking: asking, options: options)
            result = .success(
                try await elicitation.ask(
                    StudyQuestions(bench.plan), reader: StudyReader(study: bench.plan.study), run: bench.run, stop: stop
                ))
        } catch {
            result = .failure(error)
        }
        await respondent.shutdown()
        await batches.shutdown()
        return try result.get()
    }

    /// A start that is stopped once the provider was asked for something.
    func ask(untilAsked event: String, times: Int = 1, _ change: (inout BatchOptions) -> Void = { _ in }) async throws {
        let stop = StopSwitch()
        let watching = Task {
            while provider.events.count(where: { $0 == event }) < times { try await Task.sleep(for: .milliseconds(2)) }
            stop.stop()
        }
        defer { watching.cancel() }
        _ = try await ask(stop: stop, change)
    }

    /// What each question was answered.
    func texts() throws -> [String: String] {
        var texts: [String: String] = [:]
        try bench.store.forEachReply(run: bench.run.id, raw: true) { texts[$0.question.id] = $0.text }
        return texts
    }

    /// What each question has to be answered, by the request that was stored with the reply.
    func allFit() throws -> Bool {
        var fit = true
        try bench.store.forEachReply(run: bench.run.id, raw: true) { reply in
            fit = fit && reply.text == Self.answer(Array(reply.request ?? Data()))
        }
        return fit
    }

    func parts() throws -> [BatchPart] { try bench.store.batchParts(run: bench.run.id) }

    var count: Int { bench.plan.count }
    /// Whether nothing was answered, and so billed, twice.
    var isBilledOnce: Bool { provider.billed.values.allSatisfy { $0 == 1 } }
}

/// What a start told its user.
final class Notices: Sendable {
    private let kept = Mutex<[String]>([])

    func add(_ sentence: String) { kept.withLock { $0.append(sentence) } }
    var all: String { kept.withLock { $0.joined(separator: "\n") } }
}
