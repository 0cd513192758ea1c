import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request and its whole answer, within one time limit and one limit of bytes.
struct HTTPExchange: Sendable {
    private let connections: Connections
    /// All of the request but its body; an error where the address is none.
    private let request: Result<HTTPClient.Request, any Error>
    private let maximumBytes: Int
    private let failures: TransportFailure
    private let scrubber: Scrubber

    init(endpoint: Endpoint, connections: Connections) {
        self.connections = connections
        request = Result { try HTTPClient.Request(url: endpoint.wireURL, method: .POST, headers: endpoint.headers) }
        scrubber = endpoint.scrubber
        maximumBytes = endpoint.settings.maximumResponseBytes
        failures = TransportFailure(endpoint: endpoint)
    }

    /// Sends `body` and collects the answer, whatever its status, unless that takes longer than until `end`.
    ///
    /// Nothing secret is left in it: what is shown, stored or quoted later then never holds the key.
    func post(_ body: [UInt8], until end: ContinuousClock.Instant) async throws(RespondentError) -> HTTPAnswer {
        guard !Task.isCancelled else { throw failures.cancelled }
        let started = ContinuousClock.now
        do {
            var answer = try await exchange(body, until: end)
            answer.latency = started.duration(to: .now)
            if answer.status == 407 { throw failures.proxyWantsLogin }
            answer.body = scrubber.scrubbed(answer.body)
            if let place = answer.headers.first(name: "location") {
                answer.headers.replaceOrAdd(name: "location", value: scrubber.scrubbed(place))
            }
            return answer
        } catch let error as RespondentError {
            throw error
        } catch {
            let isWished = Task.isCancelled || (connections.isClosed && error as? HTTPClientError == .cancelled)
            var failure = failures.error(for: error, cancelled: isWished)
            failure.what = scrubber.scrubbed(failure.what)
            throw failure
        }
    }

    /// The client's own deadline ends with the head of an answer; a body that trickles needs this one.
    private func exchange(_ body: [UInt8], until end: ContinuousClock.Instant) async throws -> HTTPAnswer {
        var request = try request.get()
        request.body = .byteBuffer(ByteBuffer(bytes: body))
        let collector = AnswerCollector(maximumBytes: maximumBytes)
        let task = connections.client.execute(request: request, delegate: collector)
        let deadline = connections.deadlines.add(end) { task.fail(reason: HTTPClientError.deadlineExceeded) }
        defer { connections.deadlines.remove(deadline) }
        do {
            return try await withTaskCancellationHandler {
                try await task.get()
            } onCancel: {
                task.cancel()
            }
        } catch let error as HTTPClientError where error == .cancelled || error == .deadlineExceeded {
            throw error
        } catch {
            guard let page = collector.errorPage else { throw error }
            return page
        }
    }
}

/// An answer of a server, decompressed.
struct HTTPAnswer: Sendable {
    var status: Int
    var headers: HTTPHeaders
    var body: [UInt8]
    var latency: Duration = .zero
}
