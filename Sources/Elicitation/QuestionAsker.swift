import AnswerStore
import Foundation
import Respondents

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
    let reader: any AnswerReader
    let monitor: RunMonitor
    let stop: StopSwitch
    let feed: QuestionFeed
    let membership: Membership

    /// How asking a question ended.
    enum Ending {
        /// Its reply is on the disk.
        case replied
        /// It was given up; the failure is on the disk.
        case failed(RespondentError)
        /// The run shall stop, and the question was left as it was.
        case left
        /// Others ask it, or have asked it, since this process was taken for dead.
        case yielded
    }

    /// - Throws: ``ElicitationError`` where no further question should be asked.
    func ask(_ item: QuestionFeed.Item, policy: RetryPolicy? = nil) async throws(ElicitationError) -> Ending {
        let policy = policy ?? self.policy
        var item = item
        let request = item.question.request
        let promptBytes = request.prompt.utf8.count + (request.system?.utf8.count ?? 0)
        let start = time.now()
        var (attempt, refusals) = (1, 0)
        while true {
            let permit: Pace.Permit
            switch await pacer.enter(promptBytes: promptBytes) {
            case .granted(let granted): permit = granted
            case .closed: return .left
            case .hopeless(let failures, let last): throw .failuresInARow(count: failures, last: last)
            case .refused(let error): throw .respondent(error)
            }
            guard let held = try await hold(item, permit, promptBytes) else {
                await feed.takeBack(item)
                return .yielded
            }
            item = held
            let result = await send(request)
            pacer.leave(permit, promptBytes: promptBytes, result, question: request.questionID)
            if case .failure(let error) = result, error.code.mayHaveBeenCharged { try await countLost() }
            switch result {
            case .success(let reply):
                try await save(reply, to: item, attempts: attempt)
                return .replied
            case .failure(let error) where error.code == .cancelled:
                return .left
            case .failure(let error):
                let decision = policy.decision(
                    after: error, attempt: attempt, elapsed: time.now() - start, chance: .random(in: 0..<1))
                switch decision {
                case .stopRun where monitor.snapshot.replied == 0: throw .respondent(error)
                // Others are answered: it may be a hiccup. The pacer holds all back, tries, and ends what is hopeless; a
                // question that alone is refused again and again is its own matter.
                case .stopRun where refusals < Self.mostRefusals:
                    guard !stop.isOn else { return .left }
                    refusals += 1
                    attempt += 1
                    monitor.update { $0.retries += 1 }
                case .retry(let wait) where try await mayGoOn(after: error):
                    guard await pause(wait, because: error) else { return .left }
                    attempt += 1
                case .stopRun, .giveUp, .retry:
                    try await save(error, of: request.questionID, attempts: attempt)
                    return .failed(error)
                }
            }
        }
    }

    /// A question that was tried again so often after a refusal, while others were answered, is given up.
    private static let mostRefusals = 3

    /// Makes sure, before a question is sent, that it is still this process's to ask.
    ///
    /// - Returns: the question; `nil` where it is not, and the permit is handed back.
    private func hold(
        _ item: QuestionFeed.Item, _ permit: Pace.Permit, _ promptBytes: Int
    ) async throws(ElicitationError) -> QuestionFeed.Item? {
        let held: Result<QuestionFeed.Item?, ElicitationError>
        do throws(ElicitationError) {
            held = .success(try await current() == item.holder ? item : feed.reclaim(item))
        } catch {
            held = .failure(error)
        }
        if case .success(.some) = held {
        } else {
            pacer.leave(permit, promptBytes: promptBytes, .failure(RespondentError(code: .cancelled, what: "")))
        }
        return try held.get()
    }

    private func current() async throws(ElicitationError) -> Worker {
        do throws(StoreError) {
            return try await membership.current()
        } catch {
            throw .store(error)
        }
    }

    private func send(_ request: RespondentRequest) async -> Result<RespondentReply, RespondentError> {
        monitor.update { $0.inFlight += 1 }
        defer { monitor.update { $0.inFlight -= 1 } }
        do throws(RespondentError) {
            let reply = try await respondent.reply(to: request)
            monitor.heard(nil, at: time.now())
            return .success(reply)
        } catch {
            if error.code != .cancelled { monitor.heard(error.code.name, at: time.now()) }
            return .failure(error)
        }
    }

    /// Waits, visibly.
    ///
    /// - Returns: whether to go on; `false` when the run shall stop.
    private func pause(_ wait: Duration, because error: RespondentError) async -> Bool {
        let end = time.now() + wait
        monitor.update { $0.retries += 1 }
        let wait = monitor.beginWait(until: end, because: error.code.name)
        defer { monitor.endWait(wait) }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await time.sleep(end) }
            group.addTask { await stop.wait() }
            await group.next()
            group.cancelAll()
        }
        return !stop.isOn && !Task.isCancelled
    }

    /// The cap leaves room for one attempt of a question; another one after a lost one has to find its own.
    private func mayGoOn(after error: RespondentError) async throws(ElicitationError) -> Bool {
        guard error.code.mayHaveBeenCharged else { return true }
        do throws(StoreError) {
            return try await store.allowsAnotherAttempt(run: run, caps: caps)
        } catch {
            throw .store(error)
        }
    }

    /// An attempt without a reply may have cost one: a cap that left it out would not hold.
    private func countLost() async throws(ElicitationError) {
        do throws(StoreError) {
            try await journal.addLostAttempt()
        } catch {
            throw .store(error)
        }
    }

    private func save(
        _ reply: RespondentReply, to item: QuestionFeed.Item, attempts: Int
    ) async throws(ElicitationError) {
        let question = item.question.record
        let answer = reader.read(reply, to: item.question)
        let record = ReplyRecord(reply, read: answer, to: question, attempts: attempts, at: Date())
        let holder = try await current()
        let kept = KeptReply(
            askedBy: holder, replaces: item.replaces, wasGivenUpAsLost: holder != item.holder)
        let stands: Bool
        do throws(StoreError) {
            stands = try await journal.save(record, as: kept)
        } catch {
            throw .store(error)
        }
        monitor.update {
            $0.promptTokens += reply.usage.promptTokens ?? 0
            $0.completionTokens += reply.usage.completionTokens ?? 0
            guard stands else {
                $0.repliedBefore += 1
                return
            }
            if item.replaces != nil { $0.askedAgain += 1 }
            $0.repliedByKind[question.kind, default: 0] += 1
            switch answer.reading.state {
            case "answered": $0.answered += 1
            case "refused": $0.refused += 1
            default: $0.unreadable += 1
            }
        }
    }

    private func save(_ error: RespondentError, of question: String, attempts: Int) async throws(ElicitationError) {
        let failure = FailureRecord(
            questionID: question, attempts: attempts, code: error.code.name, message: error.description,
            failed: Date())
        do throws(StoreError) {
            try await journal.save(failure)
        } catch {
            throw .store(error)
        }
        monitor.update { $0.failed += 1 }
    }
}
