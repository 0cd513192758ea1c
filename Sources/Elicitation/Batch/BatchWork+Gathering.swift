import AnswerStore
import Foundation
import Respondents
import Text

extension BatchWork {
    /// Asks one question alone and at once: what the model refuses is learned from one answer, not from fifty thousand that
    /// fail in a day.
    ///
    /// - Returns: whether something was asked; not where nothing is left to ask.
    func probe() async throws(ElicitationError) -> Bool {
        isProbed = true
        show("asking the first question")
        var options = asking
        options.bounds.limit = min(left, Rejections.limit)
        options.concurrency = 1
        options.onlyFirst = true
        let own = RunMonitor()
        let first = try await Elicitation(store: store, respondent: respondent, options: options)
            .ask(questions, reader: reader, run: run, monitor: own, stop: stop)
        left -= left == .max ? 0 : first.replied + first.failed
        monitor.update {
            $0.answered += first.answered
            $0.refused += first.refused
            $0.unreadable += first.unreadable
            $0.failed += first.failed
            $0.askedAgain += first.askedAgain
            $0.promptTokens += first.promptTokens
            $0.completionTokens += first.completionTokens
            for (kind, count) in first.repliedByKind { $0.repliedByKind[kind, default: 0] += count }
        }
        isCapped = first.bound == .cap
        return first.replied > 0
    }

    /// The next positions to ask.
    private func take(_ count: Int) -> [Int] {
        if !queue.isEmpty {
            let positions = Array(queue.prefix(count))
            queue.removeFirst(positions.count)
            return positions
        }
        let range = cursor..<min(cursor + count, end)
        cursor = range.upperBound
        return places.map { Array($0[range]) } ?? Array(range)
    }

    /// Begins a part and fills it with the next questions.
    ///
    /// - Returns: whether there is one.
    func gather() async throws(ElicitationError) -> Bool {
        show("writing requests")
        let nonce = Digest(of: Array("\(run.key) \(UUID().uuidString)".utf8)).hexadecimal(bytes: 8)
        let part = try await awaitingStore { () async throws(StoreError) in
            try await store.beginPart(
                run: run.id, nonce: nonce, factor: options.factor, worker: try await membership.current())
        }
        let writer = try LineWriter(files.requests(part))
        do throws(ElicitationError) {
            var most = min(size, left)
            while most > 0, hasMore, !stop.isOn, !isCapped {
                let granted = try await fill(part, writer, take(min(most, 256)))
                most -= granted.count
                if granted.isFull { break }
            }
        } catch {
            writer.abandon()
            throw error
        }
        guard writer.lines > 0, !stop.isOn else {
            writer.abandon()
            try await end(part, as: .dropped)
            return false
        }
        var planned = part
        planned.requestsDigest = try writer.finish()
        planned.state = .planned
        guard try await commit(planned) else { return false }
        left -= left == .max ? 0 : writer.lines
        let stored = try storing { () throws(StoreError) in try store.batchParts(run: run.id) }
        attended.append(
            Attended(part: stored.first { $0.id == part.id } ?? planned, due: time.now(), pause: options.poll))
        return true
    }

    /// - Returns: how many questions the part got, and whether no more fit.
    private func fill(
        _ part: BatchPart, _ writer: LineWriter, _ positions: [Int]
    ) async throws(ElicitationError) -> (count: Int, isFull: Bool) {
        var (asked, lines, bytes) = ([AskedQuestion](), [[UInt8]](), writer.bytes)
        for position in positions {
            let question = questions[position]
            let line = provider.line(
                id: Self.customID(question.record.id, part), body: respondent.body(of: question.request))
            guard bytes + line.count < provider.limits.bytes else { break }
            bytes += line.count + 1
            asked.append(question)
            lines.append(line)
        }
        queue = positions.dropFirst(asked.count) + queue
        if asked.isEmpty, writer.lines == 0, let first = positions.first {
            // One that no batch can hold.
            queue.removeFirst()
            let failure = FailureRecord(
                questionID: questions.id(at: first), attempts: 0, code: "contextTooLong",
                message: "the question is larger than a batch of the provider may be", failed: Date())
            try await awaitingStore { () async throws(StoreError) in try await store.save(failure, run: run.id) }
            monitor.update { $0.failed += 1 }
            return (0, false)
        }
        let held = Array(positions.prefix(asked.count))
        let request = ClaimRequest(
            asked.map(\.record), run: run.id, caps: asking.bounds.caps, again: asking.bounds.again)
        let claim = try await awaitingStore { () async throws(StoreError) in
            try await store.claim(request, at: held, for: part)
        }
        guard let claim else { return (0, true) }
        var beyond: [Int] = []
        for ((position, question), line) in zip(zip(held, asked), lines) {
            let id = question.record.id
            if claim.granted.contains(id) {
                // What went wrong is told where the file is finished.
                _ = writer.write(line)
            } else if claim.claimedByOthers.contains(id) {
                askedByOthers.append(position)
            } else if claim.beyondCap.contains(id) {
                beyond.append(position)
            }
        }
        queue = beyond + queue
        isCapped = claim.isCapped
        return (claim.granted.count, asked.count < positions.count)
    }

    /// The id of a question in a part's file: the question's own with the part's nonce behind it.
    static func customID(_ id: String, _ part: BatchPart) -> String {
        let isPlain =
            id.utf8.count <= 40
            && id.utf8.allSatisfy { byte in
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
        return "\(isPlain ? id : Digest(of: Array(id.utf8)).hexadecimal(bytes: 16))-\(part.nonce)"
    }
}
