import Foundation

extension LoopbackBatches {
    /// Anthropic's message batches.
    func anthropic(
        _ request: LoopbackServer.Request, _ script: Script, _ state: inout State
    ) -> LoopbackServer.Response {
        let parts = request.path.split(separator: "?", maxSplits: 1).map(String.init)
        let words = parts[0].split(separator: "/").map(String.init).dropFirst().map(\.self)
        switch (request.method, words.count) {
        case ("POST", 1) where words == ["messages"]: return ask(request, script, &state)
        case ("POST", 2): return anthropicBatch(request, script, &state)
        case ("GET", 2):
            state.events.append("list")
            state.lists += 1
            let shown = state.lists <= script.hiddenLists ? [] : state.batches.reversed().map(\.self)
            let page = shown.map { anthropic($0) }.joined(separator: ",")
            return .answer(200, #"{"data":[\#(page)],"has_more":false,"first_id":null,"last_id":null}"#)
        case ("GET", 3):
            let (batch, fault) = look(at: words[2], script, &state)
            if let fault { return fault.delayed(script.delay("look")) }
            guard let batch else { return format.error(404, "no such batch") }
            return .answer(200, anthropic(batch)).delayed(script.delay("look"))
        case ("GET", 4):
            state.events.append("results")
            guard let results = state.batches.first(where: { $0.id == words[2] })?.results else {
                return format.error(404, "no results yet")
            }
            return .answer(200, Array(results.joined(separator: [10])) + [10]).delayed(script.delay("results"))
        case ("POST", 4):
            state.events.append("cancel")
            guard let place = state.batches.firstIndex(where: { $0.id == words[2] }) else {
                return format.error(404, "no such batch")
            }
            state.batches[place].isCancelled = true
            return .answer(200, anthropic(state.batches[place]))
        case ("DELETE", 3):
            state.events.append("remove")
            state.removed.append(words[2])
            return .answer(200, #"{"id":"\#(words[2])","type":"message_batch_deleted"}"#)
        default: return format.error(404, "nothing at \(request.method) \(request.path)")
        }
    }

    private func anthropicBatch(
        _ request: LoopbackServer.Request, _ script: Script, _ state: inout State
    ) -> LoopbackServer.Response {
        guard let wish = (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any],
            let requests = wish["requests"] as? [[String: Any]], !requests.isEmpty,
            request.header("anthropic-version") == "2023-06-01"
        else { return format.error(400, "no list of requests") }
        // Each body as its bytes stand there.
        let marks = request.body.ranges(of: Array(#""params":"#.utf8))
        let ends = marks.dropFirst().map(\.lowerBound) + [request.body.count]
        let bodies = zip(marks, ends).map { mark, end -> [UInt8] in
            let piece = request.body[mark.upperBound..<end]
            let close = piece.lastIndex(of: UInt8(ascii: "}")).flatMap { last in
                end == request.body.count
                    ? piece[..<last].lastIndex(of: UInt8(ascii: "}")) : piece[..<piece.endIndex].lastIndex(of: 0x7D)
            }
            return Array(piece[..<(close ?? piece.endIndex)])
        }
        let names = requests.compactMap { $0["custom_id"] as? String }
        guard names.count == requests.count, Set(names).count == names.count, names.allSatisfy({ $0.count <= 64 })
        else {
            return format.error(400, "custom_id must be unique and at most 64 characters")
        }
        let lines = zip(names, bodies).map { (id: $0, body: $1) }
        return make(lines, nonce: nil, file: nil, script, &state) { anthropic($0) }
    }

    private func anthropic(_ batch: Batch) -> String {
        let hasEnded = batch.results != nil
        let texts = (batch.results ?? []).map { String(decoding: $0, as: UTF8.self) }
        func count(_ kind: String) -> Int { texts.count { $0.contains(#""result":{"type":"\#(kind)""#) } }
        let results = hasEnded ? #""https://elsewhere.invalid/\#(batch.id)/results""# : "null"
        let made = batch.made.formatted(.iso8601)
        let counts =
            #"{"processing":\#(hasEnded ? 0 : batch.lines.count),"succeeded":\#(count("succeeded")),"#
            + #""errored":\#(count("errored")),"canceled":\#(count("canceled")),"expired":\#(count("expired"))}"#
        let word = hasEnded ? "ended" : batch.isCancelled ? "canceling" : "in_progress"
        return #"{"id":"\#(batch.id)","type":"message_batch","processing_status":"\#(word)","#
            + #""request_counts":\#(counts),"ended_at":\#(hasEnded ? "\"\(made)\"" : "null"),"created_at":"\#(made)","#
            + #""results_url":\#(results)}"#
    }
}
