package import Foundation
package import Text

/// Anthropic's Message Batches: all questions go in one request, and one list of results comes back.
package struct AnthropicBatches: BatchProvider {
    private let calls: BatchExchange
    private let settings: ServerSettings
    /// See ``BatchProvider/expiredIsFree``.
    package let expiredIsFree: Bool

    init(_ settings: ServerSettings, isDocumented: Bool) {
        self.settings = settings
        calls = BatchExchange(.anthropicMessages, settings)
        expiredIsFree = isDocumented
    }

    /// 100,000 and 256 MB by the documentation; sizes near that failed for others.
    package var limits: BatchLimits { BatchLimits(questions: 100_000, bytes: 230_000_000) }
    package var uploads: Bool { false }
    package var showsNonces: Bool { false }

    package func line(id: String, body: [UInt8]) -> [UInt8] { prefix(id) + body + [UInt8(ascii: "}")] }

    package func body(ofLine line: [UInt8], id: String) -> [UInt8]? {
        let prefix = prefix(id)
        guard line.starts(with: prefix), line.last == UInt8(ascii: "}") else { return nil }
        return Array(line[prefix.count..<(line.count - 1)])
    }

    private func prefix(_ id: String) -> [UInt8] { Array(#"{"custom_id":"\#(id)","params":"#.utf8) }

    package func upload(_ order: BatchOrder) async throws(RespondentError) -> String {
        throw RespondentError(code: .http(405), what: "Anthropic's batches take no file")
    }

    package func create(_ order: BatchOrder) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/messages/batches")
        let file = FileBody(
            path: order.path, before: Array(#"{"requests":["#.utf8), after: Array("]}".utf8), isList: true)
        return try batch(in: await calls.call(.post, url, .file(file, type: "application/json")), url)
    }

    package func batches(since moment: Date) async throws(RespondentError) -> [ProviderBatch] {
        var (found, after): ([ProviderBatch], String?) = ([], nil)
        for _ in 0..<50 {
            let query = [("limit", "1000")] + (after.map { [("after_id", $0)] } ?? [])
            let page = try await calls.call(.get, calls.address("/messages/batches", query: query))
            let batches = (page["data"]?.array ?? []).compactMap(read)
            found += batches.filter { $0.made.map { $0 >= moment } ?? true }
            let isOver = batches.last?.made.map { $0 < moment } ?? false
            guard page["has_more"] == .bool(true), !isOver, let last = page["last_id"]?.string ?? batches.last?.id,
                last != after
            else { break }
            after = last
        }
        return found
    }

    package func batch(_ id: String) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/messages/batches/\(BatchExchange.part(id))")
        return try batch(in: await calls.call(.get, url), url)
    }

    package func cancel(_ id: String) async throws(RespondentError) -> ProviderBatch {
        let url = calls.address("/messages/batches/\(BatchExchange.part(id))/cancel")
        return try batch(in: await calls.call(.post, url), url)
    }

    /// The key goes to the address that the batch stands at, never to another one that a description names.
    package func fetch(_ file: String, _ take: @escaping @Sendable ([UInt8]) -> Bool) async throws(RespondentError) {
        try await calls.lines(calls.address("/messages/batches/\(BatchExchange.part(file))/results"), take)
    }

    package func clean(batch: String, files: [String]) async throws(RespondentError) {
        _ = try await calls.call(.delete, calls.address("/messages/batches/\(BatchExchange.part(batch))"))
    }

    package func shutdown() async { await calls.shutdown() }

    package func result(in line: JSONValue) -> BatchLine? {
        guard let id = line["custom_id"]?.string, let result = line["result"] else { return nil }
        switch result["type"]?.string?.lowercased() {
        case "succeeded":
            let body = JSONText.bytes(of: result["message"] ?? .null)
            return BatchLine(id: id, outcome: .answer(FiledAnswer(body: body)))
        case "expired": return BatchLine(id: id, outcome: .expired)
        case "canceled", "cancelled": return BatchLine(id: id, outcome: .cancelled)
        default:
            let error = result["error"] ?? ["message": "no message and no error"]
            let kind = error["error"]?["type"]?.string ?? error["type"]?.string ?? ""
            let status = Self.statuses[kind] ?? 400
            let body: JSONValue = error["error"] == nil ? ["error": error] : error
            return BatchLine(id: id, outcome: .answer(FiledAnswer(status: status, body: JSONText.bytes(of: body))))
        }
    }

    /// The status that each kind of error has online.
    private static let statuses = [
        "invalid_request_error": 400, "authentication_error": 401, "billing_error": 402, "permission_error": 403,
        "not_found_error": 404, "request_too_large": 413, "rate_limit_error": 429, "api_error": 500,
        "timeout_error": 504, "overloaded_error": 529,
    ]

    private func batch(in document: JSONValue, _ url: String) throws(RespondentError) -> ProviderBatch {
        guard let batch = read(document) else {
            throw RespondentError(
                code: .malformed, what: "\(BaseURL.withoutQuery(url)) answered without a batch",
                remedy: "check that the server offers Anthropic's message batches", status: 200)
        }
        return batch
    }

    private func read(_ document: JSONValue) -> ProviderBatch? {
        guard let id = document["id"]?.string, !id.isEmpty, id.utf8.count <= 256 else { return nil }
        guard let word = document["processing_status"]?.string?.lowercased() else { return nil }
        let isKnown = ["in_progress", "canceling", "cancelling"].contains(word)
        let hasEnd = document["ended_at"]?.string?.isEmpty == false
        var batch = ProviderBatch(id: id, word: Excerpt.of(word), hasEnded: word == "ended" || (!isKnown && hasEnd))
        func count(_ name: String) -> Int { max(0, min(document["request_counts"]?[name]?.integer ?? 0, 1_000_000)) }
        let others = count("errored") + count("canceled") + count("expired")
        batch.answered = count("succeeded")
        batch.failed = others
        batch.total = document["request_counts"].map { _ in count("processing") + count("succeeded") + others }
        batch.made = document["created_at"]?.string.flatMap(Self.date)
        // Where they are to be had is known; whether there are any is what the description says.
        if batch.hasEnded, document["results_url"]?.string?.isEmpty == false { batch.results = [id] }
        return batch
    }

    /// "2026-01-31T12:00:00.123456Z"; parts of a second play no part.
    private static func date(_ text: String) -> Date? {
        let whole = text.prefix { $0 != "." && $0 != "Z" && $0 != "+" }
        return try? Date(String(whole) + "Z", strategy: .iso8601)
    }
}
