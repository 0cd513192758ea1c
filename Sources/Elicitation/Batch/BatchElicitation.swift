package import AnswerStore
import Foundation
package import Respondents

/// Asks the questions of a set that have no reply yet in batches, and stores each reply before its question counts as done.
///
/// How far each batch is is committed before the next call is made. A process that is killed at any point leaves what the next
/// one needs to go on: nothing is paid for twice, and nothing that was paid for is lost.
package struct BatchElicitation: Sendable {
    private let store: AnswerStore
    private let respondent: any FiledRespondent
    private let provider: any BatchProvider
    private let asking: Elicitation.Options
    private let options: BatchOptions

    /// - Parameters:
    ///   - respondent: asked the first question, and reads the answers.
    ///   - asking: its bounds hold here, too.
    package init(
        store: AnswerStore, respondent: any FiledRespondent, provider: any BatchProvider, asking: Elicitation.Options,
        options: BatchOptions
    ) {
        self.store = store
        self.respondent = respondent
        self.provider = provider
        self.asking = asking
        self.options = options
    }

    /// Asks until every question has a reply or was given up, or `stop` is switched on; batches that are out then go on at the
    /// provider, and the next start reads what they answered.
    ///
    /// - Parameters:
    ///   - others: questions that earlier starts asked, and this one does not: batches may hold their answers.
    /// - Returns: the counts at the end.
    /// - Throws: ``ElicitationError``; all that was read until then is stored.
    package func ask(
        _ questions: any QuestionSource, others: [any QuestionSource] = [], reader: any AnswerReader, run: RunRecord,
        monitor: RunMonitor = RunMonitor(), stop: StopSwitch = StopSwitch()
    ) async throws(ElicitationError) -> RunSnapshot {
        let membership: Membership
        do throws(StoreError) {
            membership = try Membership(store: store, atOnce: 1)
        } catch {
            throw .store(error)
        }
        let work = BatchWork(
            store: store, respondent: respondent, provider: provider, asking: asking, options: options,
            questions: questions, others: others, reader: reader, run: run, monitor: monitor, stop: stop,
            membership: membership)
        let beating = Task {
            while (try? await Task.sleep(for: .seconds(10))) != nil { try? await membership.beat() }
        }
        defer { beating.cancel() }
        do throws(ElicitationError) {
            try await done(work, stop)
            let isWhole = try await work.isWhole
            try await awaitingStore { () async throws(StoreError) in
                try await membership.leave()
                try store.end(run: run.id, status: isWhole ? .finished : .stopped, at: Date())
            }
        } catch {
            // The first error is the one to tell.
            try? await membership.leave()
            try? store.end(run: run.id, status: .stopped, at: Date())
            throw error
        }
        return monitor.snapshot
    }

    /// Does the work; once it shall stop, a call that is out may end within the grace time. What it came to is found out by the next
    /// start.
    private func done(_ work: BatchWork, _ stop: StopSwitch) async throws(ElicitationError) {
        let task = Task { () async -> Result<Void, ElicitationError> in
            do throws(ElicitationError) {
                return .success(try await work.work())
            } catch {
                return .failure(error)
            }
        }
        let grace = asking.grace
        let ending = Task {
            await stop.wait()
            try? await Task.sleep(for: grace)
            if !Task.isCancelled { task.cancel() }
        }
        let result = await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
        ending.cancel()
        try result.get()
    }
}
