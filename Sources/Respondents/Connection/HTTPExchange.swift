import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// One request and its whole answer, within one time limit and one limit of bytes.
struct HTTPExchange: Sendable {
    private let connections: Connections
    private let url: String
    private let headers: HTTPHeaders
    private let maximumBytes: Int
    private let failures: TransportFailure
    private let scrubber: Scrubber

    /// A page of an error is read this far and no further: enough for every message that a server writes.
    private static let maximumErrorBytes = 64 << 10

    init(endpoint: Endpoint, connections: Connections) {
        self.connections = connections
        url = endpoint.wireURL
        scrubber = endpoint.scrubber
        maximumBytes = endpoint.settings.maximumResponseBytes
        failures = TransportFailure(endpoint: endpoint)
        headers = endpoint.headers
    }

    /// Sends `body` and collects the answer, whatever its status, unless that takes longer than until `end`.
    ///
    /// Nothing secret is left in it: what is shown, stored or quoted later then never holds the key.
    func post(_ body: [UInt8], until end: ContinuousClock.Instant) async throws(RespondentError) -> HTTPAnswer {
        guard !Task.isCancelled else { throw failures.cancelled }
        let started = ContinuousClock.now
        do {
            var answer = try await within(started.duration(to: end)) { try await exchange(body) }
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
            var failure = failures.error(for: error, cancelled: Task.isCancelled)
            failure.what = scrubber.scrubbed(failure.what)
            throw failure
        }
    }

    private func exchange(_ body: [UInt8]) async throws -> HTTPAnswer {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = headers
        request.body = .bytes(body)
        let response = try await connections.client.execute(request, deadline: .distantFuture)
        let isError = !(200..<300).contains(response.status.code)
        return HTTPAnswer(
            status: Int(response.status.code), headers: response.headers,
            body: try await isError ? head(of: response) : whole(of: response))
    }

    /// The body, unless it is longer than the limit; leaving the loop closes the connection at once.
    private func whole(of response: HTTPClientResponse) async throws -> [UInt8] {
        let announced = response.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard announced <= maximumBytes else { throw failures.tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(announced)
        for try await chunk in response.body {
            guard bytes.count + chunk.readableBytes <= maximumBytes else { throw failures.tooLarge }
            bytes.append(contentsOf: chunk.readableBytesView)
        }
        return bytes
    }

    /// As much of an error page as is needed. One that breaks off is enough too: the status has said what matters.
    private func head(of response: HTTPClientResponse) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in response.body {
                bytes.append(contentsOf: chunk.readableBytesView.prefix(Self.maximumErrorBytes - bytes.count))
                if bytes.count == Self.maximumErrorBytes { break }
            }
        } catch {
            if Task.isCancelled { throw error }
        }
        return bytes
    }

    /// The client's own deadline ends with the head of an answer; a body that trickles needs this one.
    private func within(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> HTTPAnswer
    ) async throws -> HTTPAnswer {
        let task = Task { try await work() }
        let timer = Connections.loop.any().scheduleTask(in: TimeAmount(limit)) { task.cancel() }
        defer { timer.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
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
