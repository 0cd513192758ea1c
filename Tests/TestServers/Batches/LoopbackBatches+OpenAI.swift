import Foundation

extension LoopbackBatches {
    /// OpenAI's files and batches.
    func openAI(_ request: LoopbackServer.Request, _ script: Script, _ state: inout State) -> LoopbackServer.Response {
        let parts = request.path.split(separator: "?", maxSplits: 1).map(String.init)
        let words = parts[0].split(separator: "/").map(String.init).dropFirst().map(\.self)
        switch (request.method, words.first, words.count) {
        case ("POST", "chat", _): return ask(request, script, &state)
        case ("POST", "files", 1):
            state.events.append("upload")
            if let response = script.uploading(state.events.count { $0 == "upload" }) { return response }
            let id = "file-\(state.files.count + 1)"
            guard let file = Self.file(in: request) else { return format.error(400, "no file") }
            state.files[id] = file
            let described =
                #"{"id":"\#(id)","object":"file","purpose":"batch","bytes":\#(file.count),"created_at":1700000000,"#
                + #""filename":"batch.jsonl","status":"processed"}"#
            return .answer(200, described).delayed(script.delay("upload"))
        case ("POST", "batches", 1): return openAIBatch(request, script, &state)
        case ("GET", "batches", 1): return list(parts.count > 1 ? parts[1] : "", script, &state)
        case ("GET", "batches", 2):
            let (batch, fault) = look(at: words[1], script, &state)
            if let fault { return fault.delayed(script.delay("look")) }
            guard let batch else { return format.error(404, "no such batch") }
            return .answer(200, openAI(batch, script)).delayed(script.delay("look"))
        case ("POST", "batches", 3):
            state.events.append("cancel")
            guard let place = state.batches.firstIndex(where: { $0.id == words[1] }) else {
                return format.error(404, "no such batch")
            }
            state.batches[place].isCancelled = true
            return .answer(200, openAI(state.batches[place], script))
        case ("GET", "files", 3):
            state.events.append("results")
            guard let content = content(of: words[1], state) else { return format.error(404, "no such file") }
            return LoopbackServer.Response.answer(200, content).delayed(script.delay("results"))
        case ("DELETE", "files", 2):
            state.events.append("remove")
            state.removed.append(words[1])
            return .answer(200, #"{"id":"\#(words[1])","object":"file","deleted":true}"#)
        default: return format.error(404, "nothing at \(request.method) \(request.path)")
        }
    }

    private func content(of file: String, _ state: State) -> [UInt8]? {
        for batch in state.batches {
            if file == "out-\(batch.id)" { return Array((batch.results ?? []).joined(separator: [10])) + [10] }
            if file == "err-\(batch.id)" { return Array(batch.errors.joined(separator: [10])) + [10] }
        }
        return nil
    }

    /// The file of a form, between the lines that begin and end its part.
    private static func file(in request: LoopbackServer.Request) -> [UInt8]? {
        let body = request.body
        guard let boundary = request.header("content-type")?.components(separatedBy: "boundary=").last,
            let name = body.firstRange(of: Array("filename=".utf8)),
            let start = body[name.upperBound...].firstRange(of: Array("\r\n\r\n".utf8)),
            let end = body[start.upperBound...].firstRange(of: Array("\r\n--\(boundary)--".utf8))
        else { return nil }
        return Array(body[start.upperBound..<end.lowerBound])
    }

    private func openAIBatch(
        _ request: LoopbackServer.Request, _ script: Script, _ state: inout State
    ) -> LoopbackServer.Response {
        let wish = (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any] ?? [:]
        guard let id = wish["input_file_id"] as? String, let file = state.files[id],
            wish["endpoint"] as? String == "/v1/chat/completions", wish["completion_window"] as? String == "24h"
        else { return format.error(400, "no such file, endpoint or window") }
        var lines: [(id: String, body: [UInt8])] = []
        for line in file.split(separator: 10) {
            guard let object = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any],
                let name = object["custom_id"] as? String, object["url"] as? String == "/v1/chat/completions",
                let start = line.firstRange(of: Array(#""body":"#.utf8))
            else { return format.error(400, "a line that is none") }
            lines.append((name, Array(line[start.upperBound..<(line.endIndex - 1)])))
        }
        // As the provider does: a doubled id refuses the whole.
        guard Set(lines.map(\.id)).count == lines.count, lines.allSatisfy({ $0.id.count <= 64 }) else {
            return format.error(400, "duplicate_custom_id")
        }
        let nonce = (wish["metadata"] as? [String: String])?["vlens_nonce"]
        return make(lines, nonce: nonce, file: id, script, &state) { openAI($0, script) }
    }

    private func list(_ query: String, _ script: Script, _ state: inout State) -> LoopbackServer.Response {
        state.events.append("list")
        state.lists += 1
        let shown = state.lists <= script.hiddenLists ? [] : state.batches.reversed().map(\.self)
        let after = query.components(separatedBy: "after=").dropFirst().first?.prefix { $0 != "&" }
        let rest = after.map { after in shown.drop { $0.id != after }.dropFirst().map(\.self) } ?? shown
        // Pages of two, so that more than one is walked.
        let page = rest.prefix(2).map { openAI($0, script) }.joined(separator: ",")
        return .answer(200, #"{"object":"list","data":[\#(page)],"has_more":\#(rest.count > 2)}"#)
    }

    private func openAI(_ batch: Batch, _ script: Script) -> String {
        let refusal = script.refusal(batch.number)
        var word = batch.results == nil ? "in_progress" : refusal == nil ? script.word(batch.number) : "failed"
        if batch.isCancelled { word = batch.results == nil ? "cancelling" : "cancelled" }
        let (results, errors) = (batch.results ?? [], batch.errors)
        let output = results.isEmpty ? "null" : #""out-\#(batch.id)""#
        // An empty name where there is no such file.
        let error = errors.isEmpty ? (batch.results == nil ? "null" : #""""#) : #""err-\#(batch.id)""#
        let problems =
            batch.results != nil && refusal != nil ? #"{"object":"list","data":[\#(refusal ?? "")]}"# : "null"
        let nonce = batch.nonce.map { #"{"vlens_nonce":"\#($0)"}"# } ?? "null"
        let made = Int(batch.made.timeIntervalSince1970)
        return #"{"id":"\#(batch.id)","object":"batch","endpoint":"/v1/chat/completions","errors":\#(problems),"#
            + #""input_file_id":"\#(batch.file ?? "")","completion_window":"24h","status":"\#(word)","#
            + #""output_file_id":\#(output),"error_file_id":\#(error),"created_at":\#(made),"#
            + #""request_counts":{"total":\#(batch.lines.count),"completed":\#(results.count),"failed":\#(errors.count)},"#
            + #""metadata":\#(nonce)}"#
    }
}
