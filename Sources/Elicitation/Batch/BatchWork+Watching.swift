import AnswerStore
import Foundation
import Respondents
import Synchronization
import Text

/// The first line of a file of results.
final class FirstLine: Sendable {
    private let kept = Mutex<[UInt8]?>(nil)

    func keep(_ line: [UInt8]) { kept.withLock { $0 = $0 ?? line } }

    var line: JSONValue? { kept.withLock { $0 }.flatMap { JSONReader.read($0, manner: .ofServers) } }
}

extension BatchWork {
    /// Looks how a batch stands.
    func look(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        guard let id = one.part.batchID else {
            one.part.state = .submitting
            return try await commit(one.part)
        }
        let batch: ProviderBatch
        do throws(RespondentError) {
            if options.cancels, !one.isCancelled {
                show("cancelling")
                // One that has ended by now can't be cancelled: the next look tells.
                do throws(RespondentError) { _ = try await provider.cancel(id) } catch {
                    guard error.status == 400 || error.status == 409 || error.status == 404 else { throw error }
                }
                one.isCancelled = true
            }
            batch = try await provider.batch(id)
        } catch {
            return try await lookedInVain(&one, error)
        }
        one.missedSince = nil
        one.seen = batch
        monitor.heard(nil, at: time.now())
        guard batch.hasEnded else {
            if batch.answered > 0 { fullQueues = 0 }
            one.due = time.now() + one.pause
            one.pause = min(one.pause * 1.5, options.poll * 10)
            return true
        }
        one.part.outcome = batch.word
        if batch.isRefused, batch.results.isEmpty { return try await refused(&one, batch) }
        if !one.part.isCertain, !(try await confirmed(&one, batch)) { return try await commit(one.part) }
        one.part.state = .ended
        one.part.ended = Date()
        one.due = time.now()
        return try await commit(one.part)
    }

    /// Only what is not found for long is gone; nothing that was paid for is given up over a lost connection.
    private func lookedInVain(_ one: inout Attended, _ error: RespondentError) async throws(ElicitationError) -> Bool {
        if error.code != .cancelled { monitor.heard(error.code.name, at: time.now()) }
        one.due = time.now() + one.pause
        one.pause = min(one.pause * 1.5, options.poll * 10)
        guard error.status == 404 || error.status == 410 else {
            if case .permanentForRun = error.classification, error.code != .cancelled { throw .respondent(error) }
            return true
        }
        let since = one.missedSince ?? time.now()
        one.missedSince = since
        guard time.now() - since >= options.gone else { return true }
        options.notice(
            "the provider does not know batch '\(one.part.batchID ?? "")' any more (\(error.what)): its "
                + "\(one.part.unsettled) questions count as charged, and have no reply; the same command asks them again"
        )
        one.part.outcome = "gone"
        let lost = one.part.unsettled
        try await end(one.part, as: .read, lost: lost)
        return false
    }

    /// Whether a batch that was likely to be ours is: its results say so.
    private func confirmed(_ one: inout Attended, _ batch: ProviderBatch) async throws(ElicitationError) -> Bool {
        do throws(RespondentError) {
            if try await isOurs(batch, one.part) {
                one.part.isCertain = true
                return true
            }
        } catch {
            one.due = time.now() + one.pause
            return false
        }
        one.part.notOurs.append(batch.id)
        (one.part.batchID, one.part.outcome, one.part.state) = (nil, nil, .submitting)
        one.due = time.now()
        return false
    }

    /// A batch that was taken and refused afterwards. Nothing of it was asked.
    private func refused(_ one: inout Attended, _ batch: ProviderBatch) async throws(ElicitationError) -> Bool {
        let first = batch.problems.first
        let message = first.map { $0.code.isEmpty ? $0.message : "\($0.code): \($0.message)" } ?? "without a reason"
        if batch.problems.contains(where: \.isFullQueue) { return try await waitForRoom(&one, message: message) }
        if batch.problems.contains(where: \.isBilling) {
            ending =
                ending
                ?? .respondent(
                    RespondentError(
                        code: .noCredit, what: "the provider refused a batch: \"\(message)\"",
                        remedy: "add credit to the account, then run again: what was answered is kept"))
            return try await free(one.part)
        }
        let lines = Dictionary(
            batch.problems.compactMap { problem in problem.line.map { ($0, problem) } }, uniquingKeysWith: { $1 })
        let failures = try failures(in: one.part, lines)
        guard !failures.isEmpty else {
            ending = ending ?? .batch(.refused(message))
            return try await free(one.part)
        }
        try await keep(failures, of: one.part)
        if failures.count >= Rejections.limit, monitor.snapshot.replied <= 1 {
            ending = ending ?? .batch(.refused(message))
        }
        return try await free(one.part)
    }

    /// The questions whose lines the provider names.
    private func failures(
        in part: BatchPart, _ problems: [Int: ProviderBatch.Problem]
    ) throws(ElicitationError) -> [FailureRecord] {
        guard !problems.isEmpty else { return [] }
        let held = try storing { () throws(StoreError) in try store.questions(of: part) }
        let ids = Dictionary(held.keys.map { (Self.customID($0, part), $0) }, uniquingKeysWith: { $1 })
        var (number, failures) = (0, [FailureRecord]())
        do {
            try LineFile.forEach(files.requests(part)) { line, _ in
                number += 1
                guard let problem = problems[number],
                    let id = JSONReader.read(line, manner: .strict)?["custom_id"]?.string,
                    let question = ids[id]
                else { return true }
                failures.append(
                    FailureRecord(
                        questionID: question, attempts: 1, code: problem.code.isEmpty ? "refused" : problem.code,
                        message: "the provider refused the question's line of a batch: \(problem.message)",
                        failed: Date()))
                return true
            }
        } catch {
            throw BatchFiles.problem(files.requests(part), error)
        }
        return failures
    }

    private func keep(_ failures: [FailureRecord], of part: BatchPart) async throws(ElicitationError) {
        var settlement = BatchSettlement()
        settlement.failures = failures
        _ = try await awaitingStore { () async throws(StoreError) in
            try await store.settle(settlement, of: part, questions: [:])
        }
        monitor.update { $0.failed += failures.count }
    }

    // MARK: - Fetching

    /// Saves what came back beside the store, before any of it is read.
    func fetch(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        show("fetching results")
        var fetched: [BatchPart.Result] = []
        var failure: ElicitationError?
        do throws(RespondentError) {
            let batch = try await provider.batch(one.part.batchID ?? "")
            let promised = batch.answered + batch.failed
            if batch.results.isEmpty, promised > 0, one.emptyLooks < 5 {
                // Results may be a moment late.
                one.emptyLooks += 1
                one.due = time.now() + options.poll
                return true
            }
            for (number, file) in batch.results.enumerated() {
                let name = files.resultName(one.part, number + 1)
                switch try await fetch(file, as: name) {
                case .success(let digest):
                    fetched.append(BatchPart.Result(name: name, digest: digest, providerID: file))
                case .failure(let error): failure = failure ?? error
                }
            }
        } catch {
            return try await lookedInVain(&one, error)
        }
        if let failure { throw failure }
        one.part.results = fetched
        one.part.state = .fetched
        one.due = time.now()
        return try await commit(one.part)
    }

    private func fetch(_ file: String, as name: String) async throws(RespondentError) -> Result<
        String, ElicitationError
    > {
        let writer: LineWriter
        do throws(ElicitationError) {
            writer = try LineWriter(files.result(name))
        } catch {
            return .failure(error)
        }
        do throws(RespondentError) {
            try await provider.fetch(file) { writer.write($0) }
        } catch {
            writer.abandon()
            throw error
        }
        do throws(ElicitationError) {
            return .success(try writer.finish())
        } catch {
            return .failure(error)
        }
    }

    /// Removes the provider's files of all parts that were read.
    func cleanAll() async {
        let parts = (try? store.batchParts(run: run.id)) ?? []
        for var part in parts where part.state == .read && !part.isCleaned {
            guard let batch = part.batchID else { continue }
            let names = [part.fileID].compactMap(\.self) + part.results.compactMap(\.providerID)
            do throws(RespondentError) {
                try await provider.clean(batch: batch, files: names)
            } catch {
                guard error.status == 404 else {
                    options.notice("the provider's files of batch \(part.number) were not removed (\(error.what))")
                    continue
                }
            }
            part.isCleaned = true
            _ = try? await store.save(part)
        }
    }
}
