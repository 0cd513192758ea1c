import AnswerStore
import Foundation
import Respondents
import Study

/// Asks one question until it has a stored reply or is given up.
struct QuestionAsker: Sendable {
    let respondent: any Respondent
    let policy: RetryPolicy
    let pacer: Pacer
    let time: Timekeeper
    let store: AnswerStore
    let journal: ReplyJournal
    let run: Int64
    let caps: [SpendingCap]
    let reader: ReadingStep
    let monitor: RunMonitor
    let stop: StopSwitch

    /// How asking a question ended.
    enum Ending {
        /// Its reply is on the disk.
        case replied
        /// It was given up; the failure is on the disk.
        case failed(RespondentError)
        /// The run shall stop, and the question was left as it was.
        case left
    }

    /// - Throws: ``ElicitationError`` where no further question should be asked.
    func ask(_ question: Question, policy: RetryPolicy? = nil) async throws(ElicitationError) -> Ending {
        let policy = policy ?? self.policy
        let request = RespondentRequest(question)
        let promptBytes = request.prompt.utf8.count + (request.system?.utf8.count ?? 0)
        let start = time.now()
        var attempt = 1
        while true {
            let permit: Pace.Permit
            switch await pacer.enter(promptBytes: promptBytes) {
            case .granted(let granted): permit = granted
            case .closed: return .left
            case .hopeless(let failures, let last): throw .failuresInARow(count: failures, last: last)
            }
            let result = await send(request)
            await pacer.leave(permit, promptBytes: promptBytes, result)
            if case .failure(let error) = result, error.code.mayHaveBeenCharged { try await countLost() }
            switch result {
            case .success(let reply):
                try await save(reply, to: question, attempts: attempt)
                return .replied
            case .failure(let error) where error.code == .cancelled:
                return .left
            case .failure(let error):
                let decision = policy.decision(
                    after: error, attempt: attempt, elapsed: time.now() - start, chance: .random(in: 0..<1))
                switch decision {
                case .stopRun: throw .respondent(error)
                case .retry(let wait) where try mayGoOn(after: error):
                    guard await pause(wait, because: error) else { return .left }
                    attempt += 1
                case .giveUp, .retry:
                    try await save(error, of: question, attempts: attempt)
                    return .failed(error)
                }
            }
        }
    }

    private func send(_ request: RespondentRequest) async -> Result<RespondentReply, RespondentError> {
        monitor.update { $0.inFlight += 1 }
        defer { monitor.update { $0.inFlight -= 1 } }
        do throws(RespondentError) {
            return .success(try await respondent.reply(to: request))
        } catch {
            return .failure(error)
        }
    }

    /// Waits, visibly.
    ///
    /// - Returns: whether to go on; `false` when the run shall stop.
    private func pause(_ wait: Duration, because error: RespondentError) async -> Bool {
        let end = time.now() + wait
        monitor.update {
            $0.retries += 1
            $0.waiting += 1
            $0.waitingFor = error.code.name
            $0.waitingUntil = max($0.waitingUntil ?? end, end)
        }
        defer {
            monitor.update {
                $0.waiting -= 1
                guard $0.waiting == 0 else { return }
                $0.waitingFor = nil
                $0.waitingUntil = nil
            }
        }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await time.sleep(end) }
            group.addTask { await stop.wait() }
            await group.next()
            group.cancelAll()
        }
        return !stop.isOn && !Task.isCancelled
    }

    /// The cap leaves room for one attempt of a question; another one after a lost one has to find its own.
    private func mayGoOn(after error: RespondentError) throws(ElicitationError) -> Bool {
        guard error.code.mayHaveBeenCharged else { return true }
        do throws(StoreError) {
            return try store.allowsAnotherAttempt(run: run, caps: caps)
        } catch {
            throw .store(error)
        }
    }

    /// An attempt without a reply may have cost one: a cap that left it out would not hold.
    private func countLost() async throws(ElicitationError) {
        do throws(StoreError) {
            try await store.addLostAttempt(run: run)
        } catch {
            throw .store(error)
        }
    }

    private func save(_ reply: RespondentReply, to question: Question, attempts: Int) async throws(ElicitationError) {
        let reply = reply.withThoughtsApart
        let reading = reader.reading(of: reply, to: question)
        let record = ReplyRecord(reply, to: question, attempts: attempts, at: Date(), reading: reading)
        do throws(StoreError) {
            try await journal.save(record)
        } catch {
            throw .store(error)
        }
        monitor.update {
            if question.task == .stated { $0.repliedStated += 1 }
            $0.promptTokens += reply.usage.promptTokens ?? 0
            $0.completionTokens += reply.usage.completionTokens ?? 0
            switch reading.state {
            case "answered": $0.answered += 1
            case "refused": $0.refused += 1
            default: $0.unreadable += 1
            }
        }
    }

    private func save(_ error: RespondentError, of question: Question, attempts: Int) async throws(ElicitationError) {
        let failure = FailureRecord(
            questionID: question.id, attempts: attempts, code: error.code.name, message: error.description,
            failed: Date())
        do throws(StoreError) {
            try await store.save(failure, run: run)
        } catch {
            throw .store(error)
        }
        monitor.update { $0.failed += 1 }
    }
}
