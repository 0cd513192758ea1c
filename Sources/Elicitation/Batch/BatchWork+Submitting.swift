import AnswerStore
import Foundation
import Respondents

extension BatchWork {
    /// Takes every part whose time has come one step on.
    func advanceDue() async throws(ElicitationError) {
        for id in attended.map(\.part.id) {
            guard !stop.isOn, let place = attended.firstIndex(where: { $0.part.id == id }),
                attended[place].due <= time.now()
            else { continue }
            var one = attended[place]
            let stays = try await advance(&one)
            if stays, let place = attended.firstIndex(where: { $0.part.id == id }) { attended[place] = one }
            if !stays { attended.removeAll { $0.part.id == id } }
        }
    }

    /// - Returns: whether the part is still to be looked after.
    private func advance(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        switch one.part.state {
        case .gathering:
            // Nothing of it was sent.
            try await end(one.part, as: .dropped)
            return false
        case .planned: return try await upload(&one)
        case .uploaded: return try await create(&one)
        case .submitting: return try await seek(&one)
        case .submitted: return try await look(&one)
        case .ended: return try await fetch(&one)
        case .fetched: return try await read(&one)
        case .read, .dropped: return false
        }
    }

    private func order(_ part: BatchPart) -> BatchOrder {
        BatchOrder(path: files.requests(part), nonce: part.nonce, questions: part.questions, fileID: part.fileID)
    }

    private func upload(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        let isWhole = BatchFiles.digest(files.requests(one.part)) == one.part.requestsDigest
        guard !options.cancels, ending == nil, isWhole else { return try await free(one.part) }
        if provider.uploads {
            show("uploading requests")
            do throws(RespondentError) {
                one.part.fileID = try await provider.upload(order(one.part))
            } catch {
                return try await hold(&one, because: error)
            }
        }
        one.part.state = .uploaded
        return try await commit(one.part)
    }

    /// A start whose wish for one batch came to so many unclear ends gives up: the server takes none, most likely.
    private static let mostUnclear = 3
    /// A start to which the provider's trouble has said no so often in a row gives up: 30 s, 60 s, … 23 minutes in all.
    private static let mostHolds = 10

    /// The provider is asked once, whatever comes of it.
    private func create(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        guard !options.cancels, ending == nil else { return try await free(one.part) }
        if !provider.uploads, BatchFiles.digest(files.requests(one.part)) != one.part.requestsDigest {
            return try await free(one.part)
        }
        show("submitting a batch")
        one.part.state = .submitting
        one.part.submitting = Date()
        guard try await commit(one.part) else { return false }
        let batch: ProviderBatch
        do throws(RespondentError) {
            batch = try await provider.create(order(one.part))
        } catch  where error.leavesUnclear {
            options.notice("whether the provider made a batch is not clear (\(error.what)): looking for it")
            one.soughtSince = time.now()
            one.due = time.now()
            one.unclear += 1
            if one.unclear == Self.mostUnclear { ending = ending ?? .respondent(error) }
            return true
        } catch {
            one.part.state = .uploaded
            one.part.submitting = nil
            guard try await commit(one.part) else { return false }
            return try await hold(&one, because: error)
        }
        return try await submitted(&one, batch, isCertain: true)
    }

    private func submitted(
        _ one: inout Attended, _ batch: ProviderBatch, isCertain: Bool
    ) async throws(ElicitationError) -> Bool {
        one.part.state = .submitted
        one.part.batchID = batch.id
        one.part.isCertain = isCertain
        one.seen = batch
        one.pause = options.poll
        // One that has ended already is looked at again at once.
        one.due = batch.hasEnded ? time.now() : time.now() + options.poll
        one.missedSince = nil
        return try await commit(one.part)
    }

    /// A part that was not made into a batch for now: it waits, is made smaller, or ends the start.
    private func hold(_ one: inout Attended, because error: RespondentError) async throws(ElicitationError) -> Bool {
        if error.isFullQueue { return try await waitForRoom(&one, message: error.what) }
        switch error.classification {
        case .rateLimit(let wait):
            one.due = time.now() + max(wait ?? .zero, options.poll)
            return true
        case .transient:
            one.holds += 1
            guard one.holds < Self.mostHolds else {
                // The part stays as it is: the next start goes on with it.
                ending = ending ?? .respondent(error)
                return true
            }
            if one.holds == 1 { options.notice("the provider did not take a batch (\(error.what)): trying again") }
            one.due = time.now() + options.poll * one.holds
            return true
        case .permanentForQuestion, .permanentForRun:
            _ = try await free(one.part)
            ending = ending ?? .respondent(error)
            return false
        }
    }

    /// As many tokens wait at the provider as may: that is no fault of the questions. The same part is submitted again
    /// later, and one of half its size after that.
    func waitForRoom(_ one: inout Attended, message: String) async throws(ElicitationError) -> Bool {
        fullQueues += 1
        let wait = min(options.queueWait * (1 << min(fullQueues - 1, 10)), options.queueWait * 10)
        options.notice(
            "the provider's queue is full (\(message)): batch \(one.part.number) is submitted again later"
                + (fullQueues > 1 ? ", in smaller parts" : ""))
        if fullQueues == 1 {
            one.part.state = .uploaded
            one.part.submitting = nil
            if let batch = one.part.batchID { one.part.notOurs.append(batch) }
            (one.part.batchID, one.part.outcome) = (nil, nil)
            one.due = time.now() + wait
            mayGather = max(mayGather, one.due)
            return try await commit(one.part)
        }
        guard one.part.questions > 1 else {
            _ = try await free(one.part)
            let out = attended.contains { $0.part.state == .submitted }
            // What is out makes room once it has ended.
            if !out { ending = ending ?? .batch(.queueTooSmall(message)) }
            mayGather = time.now() + wait
            return false
        }
        size = max(1, min(size, one.part.questions) / 2)
        mayGather = time.now() + wait
        return try await free(one.part)
    }

    /// Drops a part, whose questions are asked in the next one.
    ///
    /// - Returns: `false`: it is not to be looked after any more.
    func free(_ part: BatchPart) async throws(ElicitationError) -> Bool {
        let held = try storing { () throws(StoreError) in try store.questions(of: part) }
        try await end(part, as: .dropped)
        if left != .max { left += held.count }
        queue += positions(of: held.values.map { $0 })
        return false
    }

    /// Where questions stand in this start's plan; without those that it does not ask.
    func positions(of held: [PartQuestion]) -> [Int] {
        held.compactMap { question in
            let place = question.position
            return place < questions.count && questions.id(at: place) == question.id ? place : nil
        }.sorted()
    }

    // MARK: - Seeking

    /// The provider may have made a batch of the part. It is looked for as long as it may take to appear; only then another
    /// one is made.
    private func seek(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        show("looking for a batch")
        one.soughtSince = one.soughtSince ?? time.now()
        let submitting = one.part.submitting ?? Date()
        let found: ProviderBatch?
        do throws(RespondentError) {
            // Clocks differ: a day is more than any does.
            let batches = try await provider.batches(since: submitting.addingTimeInterval(-86_400))
            found = try await choose(&one, among: batches)
        } catch {
            guard error.classification == .permanentForRun || error.classification == .permanentForQuestion else {
                one.due = time.now() + options.poll
                return true
            }
            throw .respondent(error)
        }
        if let found { return try await submitted(&one, found, isCertain: provider.showsNonces || one.part.isCertain) }
        let sought = time.now() - (one.soughtSince ?? time.now())
        let isOver =
            sought >= options.appears || Date().timeIntervalSince(submitting) >= 2 * (options.appears / .seconds(1))
        guard isOver else {
            one.due = time.now() + min(options.poll, options.appears / 4)
            return true
        }
        if options.cancels { return try await free(one.part) }
        one.part.state = .uploaded
        one.soughtSince = nil
        one.due = time.now()
        return try await commit(one.part)
    }

    /// The part's own batch among those of the account.
    private func choose(
        _ one: inout Attended, among batches: [ProviderBatch]
    ) async throws(RespondentError) -> ProviderBatch? {
        let (part, unfit) = (one.part, Set(one.part.notOurs))
        if provider.showsNonces {
            let ours = batches.filter { $0.nonce == part.nonce && !unfit.contains($0.id) }
                .sorted { ($0.made ?? .distantPast) < ($1.made ?? .distantPast) }
            // Never seen, and never to be paid for: one part, two batches.
            for double in ours.dropFirst() where !double.hasEnded { _ = try? await provider.cancel(double.id) }
            return ours.first
        }
        let known = Set(((try? store.batchIDs()) ?? []))
        let likely = batches.filter { $0.total == part.questions && !unfit.contains($0.id) && !known.contains($0.id) }
        for batch in likely where batch.hasEnded {
            if try await isOurs(batch, part) {
                one.part.isCertain = true
                return batch
            }
            one.part.notOurs.append(batch.id)
        }
        // Which of them it is shows when it has ended.
        return likely.first { !$0.hasEnded }
    }

    /// Whether results carry the part's nonce.
    func isOurs(_ batch: ProviderBatch, _ part: BatchPart) async throws(RespondentError) -> Bool {
        guard let file = batch.results.first else { return false }
        let first = FirstLine()
        try await provider.fetch(file) { line in
            first.keep(line)
            return false
        }
        guard let line = first.line, let result = provider.result(in: line) else { return false }
        return result.id.hasSuffix("-\(part.nonce)")
    }
}
