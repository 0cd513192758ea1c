package import Foundation
package import Text

/// OpenAI's Batch: a file is uploaded, a batch is made of it, and two files come back.
package struct OpenAIBatches: BatchProvider {
    private let calls: BatchExchange
    /// What a line and a batch name as the place of its questions.
    private let place: String
    /// See ``BatchProvider/expiredIsFree``.
    package let expiredIsFree: Bool

    init(_ settings: ServerSettings, isDocumented: Bool) {
        calls = BatchExchange(.openAIChat, settings)
        place = settings.dialect.addressing == nil ? "/v1/chat/completions" : "/chat/completions"
        expiredIsFree = isDocumented
    }

    /// 50,000 and 200 MB by the documentation, where the last lines failed for others.
    package var limits: BatchLimits { BatchLimits(questions: 50_000, bytes: 190_000_000) }
    package var uploads: Bool { true }
    package var showsNonces: Bool { true }

    package func line(id: String, body: [UInt8]) -> [UInt8] { prefix(id) + body + [UInt8(ascii: "}")] }

    package func body(ofLine line: [UInt8], id: String) -> [UInt8]? {
        let prefix = prefix(id)
        guard line.starts(with: prefix), line.last == UInt8(ascii: "}") else { return nil }
        return Array(line[prefix.count..<(line.count - 1)])
    }

    private func prefix(_ id: String) -> [UInt8] {
        Array(#"{"custom_id":"\#(id)","method":"POST","url":"\#(place)","body":"#.utf8)
    }

    package func upload(_ order: BatchOrder) async throws(RespondentError) -> String {
        let mark = "vlens-\(order.nonce)"
        let head = """
            --\(mark)\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nbatch\r\n\
            --\(mark)\r\nContent-Disposition: form-data; name="file"; filename="\(mark).jsonl"\r\n\
            Content-Type: application/jsonl\r\n\r\n
            """
        let file = FileBody(
            path: order.path, before: Array(head.utf8), after: Array("\r\n--\(mark)--\r\n".utf8))
        let url = calls.address("/files")
        let answer = try await calls.call(.post, url, .file(file, type: "multipart/form-data; boundary=\(mark)"))
        guard let id = answer["id"]?.string, !id.isEmpty else { throw Self.lacking("a file's id", url) }
        return id
    }

    package func create(_ order: BatchOrder) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/batches")
        return try batch(
            in: await calls.call(
                .post, url,
                .json([
                    "input_file_id": JSONValue(order.fileID), "endpoint": .string(place), "completion_window": "24h",
                    "metadata": [
                        "vlens_nonce": .string(order.nonce), "vlens_questions": .string("\(order.questions)"),
                    ],
                ])), url)
    }

    package func batches(since moment: Date) async throws(RespondentError) -> [ProviderBatch] {
        var (found, after): ([ProviderBatch], String?) = ([], nil)
        // Bounded, should a list never end.
        for _ in 0..<200 {
            let url = calls.address("/batches", query: [("limit", "100")] + (after.map { [("after", $0)] } ?? []))
            let page = try await calls.call(.get, url)
            let batches = (page["data"]?.array ?? []).compactMap(read)
            found += batches.filter { $0.made.map { $0 >= moment } ?? true }
            let isOver = batches.last?.made.map { $0 < moment } ?? false
            guard page["has_more"] == .bool(true), !isOver, let last = batches.last?.id, last != after else { break }
            after = last
        }
        return found
    }

    package func batch(_ id: String) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/batches/\(BatchExchange.part(id))")
        return try batch(in: await calls.call(.get, url), url)
    }

    package func cancel(_ id: String) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/batches/\(BatchExchange.part(id))/cancel")
        return try batch(in: await calls.call(.post, url), url)
    }

    package func fetch(_ file: String, _ take: @escaping @Sendable ([UInt8]) -> Bool) async throws(RespondentError) {
        try await calls.lines(calls.address("/files/\(BatchExchange.part(file))/content"), take)
    }

    package func clean(batch: String, files: [String]) async throws(RespondentError) {
        for file in files { _ = try await calls.call(.delete, calls.address("/files/\(BatchExchange.part(file))")) }
    }

    package func shutdown() async { await calls.shutdown() }

    package func result(in line: JSONValue) -> BatchLine? {
        guard let id = line["custom_id"]?.string else { return nil }
        if let response = line["response"], response != .null, let body = response["body"] {
            let answer = FiledAnswer(
                status: response["status_code"]?.integer ?? 200, body: JSONText.bytes(of: body))
            return BatchLine(id: id, outcome: .answer(answer))
        }
        let error = line["error"] ?? .null
        switch error["code"]?.string?.lowercased() {
        case "batch_expired": return BatchLine(id: id, outcome: .expired)
        case "batch_cancelled", "batch_canceled": return BatchLine(id: id, outcome: .cancelled)
        default:
            // As an online answer reports an error.
            let body: JSONValue = ["error": error == .null ? ["message": "no answer and no error"] : error]
            return BatchLine(id: id, outcome: .answer(FiledAnswer(body: JSONText.bytes(of: body))))
        }
    }
}

extension OpenAIBatches {
    private static func lacking(_ what: String, _ url: String) -> RespondentError {
        RespondentError(
            code: .malformed, what: "\(BaseURL.withoutQuery(url)) answered without \(what)",
            remedy: "check that the server offers OpenAI's batches", status: 200)
    }

    private func batch(in document: JSONValue, _ url: String) throws(RespondentError) -> ProviderBatch {
        guard let batch = read(document) else { throw Self.lacking("a batch", url) }
        return batch
    }

    private static let going: Set = [
        "validating", "in_progress", "finalizing", "cancelling", "canceling", "queued", "running",
    ]
    private static let ended: Set = [
        "completed", "failed", "expired", "cancelled", "canceled", "ended", "succeeded", "partially_succeeded",
    ]

    private func read(_ document: JSONValue) -> ProviderBatch? {
        guard let id = document["id"]?.string, !id.isEmpty, id.utf8.count <= 256 else { return nil }
        // A server that answers everything with something else is none that takes batches.
        guard let word = document["status"]?.string?.lowercased() else { return nil }
        let ends = ["completed_at", "failed_at", "expired_at", "cancelled_at"].contains {
            (document[$0]?.double ?? 0) > 0
        }
        // A word that is not known has ended where a time says so: nobody waits for ever.
        var batch = ProviderBatch(
            id: id, word: Excerpt.of(word), hasEnded: Self.ended.contains(word) || (!Self.going.contains(word) && ends))
        batch.isRefused = word == "failed"
        batch.total = document["request_counts"]?["total"]?.integer
        batch.answered = document["request_counts"]?["completed"]?.integer ?? 0
        batch.failed = document["request_counts"]?["failed"]?.integer ?? 0
        batch.nonce = document["metadata"]?["vlens_nonce"]?.string
        batch.made = document["created_at"]?.double.map { Date(timeIntervalSince1970: $0) }
        // An empty name is none.
        batch.results = ["output_file_id", "error_file_id"].compactMap { document[$0]?.string }.filter { !$0.isEmpty }
        batch.problems = (document["errors"]?["data"]?.array ?? document["errors"]?.array ?? []).prefix(50_000).map {
            ProviderBatch.Problem(
                code: ($0["code"]?.word ?? "").lowercased(), message: Excerpt.of($0["message"]?.string ?? ""),
                line: $0["line"]?.integer)
        }
        return batch
    }
}
