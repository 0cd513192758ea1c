import AnswerStore
import Foundation
import Respondents
import Text

extension BatchWork {
    /// What reading a part's results needs and finds.
    private struct Reading {
        /// The part's questions without an answer that was read, by their ids.
        let held: [String: PartQuestion]
        /// Ids of questions by the ids of lines.
        let ids: [String: String]
        /// Where each line of requests stands.
        var requests: [String: LineFile.Place] = [:]
        var requestsFile: FileHandle?
        /// Those whose line was seen.
        var seen: Set<String> = []
        /// Those to be asked in the next part.
        var again: [PartQuestion] = []
        var settlement = BatchSettlement()
        var replied = 0, failed = 0, cancelled = 0, strange = 0
        var lastFailure: RespondentError?
    }

    /// Reads what lies beside the store, and stores each reply. Killed in between, the next start passes over what is stored.
    func read(_ one: inout Attended) async throws(ElicitationError) -> Bool {
        show("reading results")
        let part = one.part
        guard part.results.allSatisfy({ BatchFiles.digest(files.result($0.name)) == $0.digest }) else {
            one.part.state = .ended
            one.due = time.now()
            return try await commit(one.part)
        }
        var reading = try begin(part)
        for result in part.results { try await read(files.result(result.name), of: part, &reading) }
        try await settle(&reading, part)
        try? reading.requestsFile?.close()
        let missing = reading.held.values.filter { !reading.seen.contains($0.id) }
        for question in missing { askAgain(question, &reading) }
        reading.settlement.lost += reading.settlement.count
        try await settle(&reading, part)
        if reading.strange > 0 {
            options.notice(
                "batch \(part.number): \(reading.strange) results belong to no question of it, and were passed over")
        }
        if reading.cancelled > 0, !options.cancels {
            options.notice(
                "batch \(part.number) was cancelled at the provider: \(reading.cancelled) of its questions were not asked; "
                    + "give the same command again to ask them")
        }
        if !missing.isEmpty {
            options.notice(
                "batch \(part.number): \(missing.count) questions have no line in its results, and are asked again")
        }
        try await end(part, as: .read, lost: missing.count)
        (fullQueues, isCapped, mayGather) = (0, false, time.now())
        if left != .max { left += reading.again.count }
        queue += positions(of: reading.again)
        if reading.replied == 0, reading.failed >= Rejections.limit, let last = reading.lastFailure {
            ending = ending ?? .rejectedInARow(count: reading.failed, last: last)
        }
        return false
    }

    private func begin(_ part: BatchPart) throws(ElicitationError) -> Reading {
        let held = try storing { () throws(StoreError) in try store.questions(of: part) }
        var reading = Reading(
            held: held,
            ids: Dictionary(held.keys.map { (Self.customID($0, part), $0) }, uniquingKeysWith: { first, _ in first }))
        // Without the file, a request is taken to be what would be sent now.
        let path = files.requests(part)
        let start = Array(#"{"custom_id":""#.utf8)
        try? LineFile.forEach(path) { line, place in
            guard line.starts(with: start) else { return true }
            let id = line.dropFirst(start.count).prefix { $0 != UInt8(ascii: "\"") }
            reading.requests[String(decoding: id, as: UTF8.self)] = place
            return true
        }
        reading.requestsFile = FileHandle(forReadingAtPath: path)
        return reading
    }

    private func read(_ path: String, of part: BatchPart, _ reading: inout Reading) async throws(ElicitationError) {
        // Lines are taken some at a time: the file may be larger than memory.
        var (from, isOver) = (0, false)
        while !isOver {
            var lines: [[UInt8]] = []
            do {
                var count = 0
                isOver = true
                try LineFile.forEach(path, from: from) { line, place in
                    lines.append(line)
                    count += line.count
                    guard lines.count >= 64 || count > 4 << 20 else { return true }
                    from = place.start + place.count + 1
                    isOver = false
                    return false
                }
            } catch {
                throw BatchFiles.problem(path, error)
            }
            for line in lines { try await take(line, part, &reading) }
            try await settle(&reading, part)
        }
    }

    private func take(_ line: [UInt8], _ part: BatchPart, _ reading: inout Reading) async throws(ElicitationError) {
        guard let document = JSONReader.read(line, manner: .ofServers), let result = provider.result(in: document)
        else {
            reading.strange += 1
            return
        }
        guard let id = reading.ids[result.id], let held = reading.held[id] else {
            // What was read before the last kill is no stranger.
            if !result.id.hasSuffix("-\(part.nonce)") { reading.strange += 1 }
            return
        }
        guard reading.seen.insert(id).inserted else { return }
        switch result.outcome {
        case .expired:
            reading.settlement.lost += provider.expiredIsFree ? 0 : 1
            askAgain(held, &reading, because: "it was not answered in the provider's time")
        case .cancelled:
            reading.cancelled += 1
            reading.settlement.freed.append(id)
        case .answer(var answer):
            if let place = reading.requests[result.id], let file = reading.requestsFile,
                let request = try? LineFile.line(at: place, of: file)
            {
                answer.sent = provider.body(ofLine: request, id: result.id)
            }
            try await take(answer, to: held, &reading)
        }
    }

    private func take(
        _ answer: FiledAnswer, to held: PartQuestion, _ reading: inout Reading
    ) async throws(ElicitationError) {
        guard let question = question(held) else {
            // A question that no start of the run has: its study was changed. It is kept as it lies beside the store.
            reading.strange += 1
            reading.settlement.freed.append(held.id)
            return
        }
        do throws(RespondentError) {
            let reply = try respondent.reply(to: question.request, from: answer)
            let read = reader.read(reply, to: question)
            var record = ReplyRecord(reply, read: read, to: question.record, attempts: 1, at: Date())
            // Nobody waited for it.
            record.latency = nil
            reading.settlement.replies.append(record)
        } catch {
            reading.lastFailure = error
            reading.settlement.lost += error.code.mayHaveBeenCharged && !provider.expiredIsFree ? 1 : 0
            switch error.classification {
            case .permanentForQuestion:
                reading.failed += 1
                reading.settlement.failures.append(failure(held.id, error.code.name, error.description))
            case .transient, .rateLimit: askAgain(held, &reading, because: error.description, code: error.code.name)
            case .permanentForRun:
                // The account can't pay, or may not: thousands of lines say the same. All is asked later.
                ending = ending ?? .respondent(error)
                reading.settlement.freed.append(held.id)
            }
        }
    }

    /// A question that came back without an answer goes into the next part, or is given up.
    private func askAgain(
        _ held: PartQuestion, _ reading: inout Reading, because reason: String = "it has no line in the results",
        code: String = "unanswered"
    ) {
        tries[held.id, default: 0] += 1
        guard tries[held.id, default: 0] < BatchOptions.mostTries else {
            reading.failed += 1
            reading.settlement.failures.append(failure(held.id, code, reason))
            return
        }
        reading.again.append(held)
        if reading.seen.contains(held.id) { reading.settlement.freed.append(held.id) }
    }

    private func failure(_ id: String, _ code: String, _ message: String) -> FailureRecord {
        FailureRecord(
            questionID: id, attempts: tries[id, default: 1], code: code, message: message, failed: Date())
    }

    /// The question as this start, or an earlier one, asks it.
    private func question(_ held: PartQuestion) -> AskedQuestion? {
        for source in [questions] + others where held.position < source.count && source.id(at: held.position) == held.id
        {
            return source[held.position]
        }
        for source in [questions] + others {
            if let place = source.positions(of: [held.id]).first { return source[place] }
        }
        return nil
    }

    private func settle(_ reading: inout Reading, _ part: BatchPart) async throws(ElicitationError) {
        let settlement = reading.settlement
        guard settlement.count > 0 else { return }
        reading.settlement = BatchSettlement()
        let held = reading.held
        let stand = try await awaitingStore { () async throws(StoreError) in
            try await store.settle(settlement, of: part, questions: held)
        }
        reading.replied += settlement.replies.count
        monitor.update { snapshot in
            snapshot.failed += settlement.failures.count
            for (reply, stands) in zip(settlement.replies, stand) where stands {
                snapshot.promptTokens += reply.promptTokens ?? 0
                snapshot.completionTokens += reply.completionTokens ?? 0
                snapshot.savedPromptTokens += (1 - part.factor) * Double(reply.promptTokens ?? 0)
                snapshot.savedCompletionTokens += (1 - part.factor) * Double(reply.completionTokens ?? 0)
                snapshot.repliedByKind[reply.question.kind, default: 0] += 1
                if held[reply.question.id]?.replaces != nil { snapshot.askedAgain += 1 }
                switch reply.reading.state {
                case "answered": snapshot.answered += 1
                case "refused": snapshot.refused += 1
                default: snapshot.unreadable += 1
                }
            }
        }
    }
}
