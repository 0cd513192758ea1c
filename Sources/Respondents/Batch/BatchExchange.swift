import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization
import Text

/// Calls about batches: by the same way, with the same headers and limits as questions, each once.
struct BatchExchange: Sendable {
    let format: WireFormat
    let settings: ServerSettings
    private let connections: Connections

    init(_ format: WireFormat, _ settings: ServerSettings) {
        self.format = format
        self.settings = settings
        // A file of results comes uncompressed, and is written as it comes: no limit of ours on what it grows to.
        connections = Connections(
            maximum: 4, maximumResponseBytes: settings.maximumResponseBytes, trusting: settings.trusted,
            way: settings.way)
    }

    /// What is to be done at an address.
    enum Verb: String, Sendable {
        case get = "GET"
        case post = "POST"
        case delete = "DELETE"
    }

    /// What a call sends.
    enum Content: Sendable {
        case nothing
        case json(JSONValue)
        /// A file between some bytes, with its line feeds as they are or as commas.
        case file(FileBody, type: String)
    }

    /// The address of something beside the questions: "/batches".
    func address(_ ending: String, query: [(String, String)] = []) -> String {
        var text = settings.baseURL.text
        // A deployment has questions; batches belong to the resource.
        if settings.dialect.addressing != nil, let deployment = text.firstRange(of: "/deployments/") {
            let rest = text[deployment.upperBound...]
            let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
            text.removeSubrange(deployment.lowerBound..<end)
        }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        var path = parts[0]
        while path.hasSuffix("/") { path.removeLast() }
        let pairs = (parts.count > 1 ? [String(parts[1])] : []) + query.map { "\($0)=\(Self.part($1))" }
        return path + ending + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    /// A name that a server gave, as one part of an address, whatever stands in it.
    static func part(_ name: String) -> String {
        name.percentEncoded.replacing("/", with: "%2F").replacing("&", with: "%26").replacing("+", with: "%2B")
    }

    /// Makes a call, and gives its answer as JSON.
    func call(
        _ verb: Verb, _ url: String, _ content: Content = .nothing
    ) async throws(RespondentError) -> JSONValue {
        let endpoint = Endpoint(format, settings, method: verb.rawValue, url: url)
        let body = Collected()
        let most = settings.maximumResponseBytes
        let head = try await exchange(endpoint, content) { _, bytes in
            body.add(bytes, upTo: most)
        }
        if body.isTooLarge { throw TransportFailure(endpoint: endpoint).tooLarge }
        var answer = HTTPAnswer(status: head.status, headers: head.headers, body: [])
        answer.body = endpoint.scrubber.scrubbed(body.bytes)
        let failures = AnswerFailure(answer, endpoint: endpoint)
        guard (200..<300).contains(answer.status) else { throw failures.forStatus() }
        guard let document = JSONReader.read(answer.body, manner: .ofServers) else { throw failures.unreadable() }
        if document.reportedError, document["id"] == nil { throw failures.reported(by: document) }
        return document
    }

    /// Reads a text of lines; see ``BatchProvider/fetch(_:_:)``.
    func lines(_ url: String, _ take: @escaping @Sendable ([UInt8]) -> Bool) async throws(RespondentError) {
        let endpoint = Endpoint(format, settings, method: "GET", url: url)
        let (lines, page) = (CutLines(), Collected())
        let scrubber = endpoint.scrubber
        let head = try await exchange(endpoint, .nothing) { status, bytes in
            guard (200..<300).contains(status) else { return page.add(bytes, upTo: 64 << 10) }
            return lines.take(bytes) { take(scrubber.scrubbed($0)) }
        }
        guard (200..<300).contains(head.status) else {
            let body = scrubber.scrubbed(page.bytes)
            throw AnswerFailure(
                HTTPAnswer(status: head.status, headers: head.headers, body: body), endpoint: endpoint
            ).forStatus()
        }
        // The last line may end without a line feed.
        _ = lines.take([UInt8(ascii: "\n")]) { take(scrubber.scrubbed($0)) }
    }

    func shutdown() async { await connections.shutdown() }

    /// Sends, and hands on what comes until `take` wants no more.
    ///
    /// Nothing may stand still for longer than the time limit: a file may take as long as it takes.
    private func exchange(
        _ endpoint: Endpoint, _ content: Content, _ take: @escaping @Sendable (Int, [UInt8]) -> Bool
    ) async throws(RespondentError) -> (status: Int, headers: HTTPHeaders) {
        let failures = TransportFailure(endpoint: endpoint)
        guard !Task.isCancelled else { throw failures.cancelled }
        let moved = Movement()
        let request: HTTPClientRequest
        do {
            request = try await self.request(endpoint, content, moved)
        } catch {
            throw RespondentError(code: .cancelled, what: "\(error)")
        }
        let limit = settings.timeout
        let client = connections.client
        do {
            let result: (Int, HTTPHeaders)? = try await withThrowingTaskGroup(of: (Int, HTTPHeaders)?.self) { group in
                group.addTask {
                    let response = try await client.execute(request, deadline: .distantFuture)
                    let isError = !(200..<300).contains(response.status.code)
                    var left = isError ? 64 << 10 : Int.max
                    for try await part in response.body {
                        moved.note()
                        let bytes = Array(part.readableBytesView.prefix(left))
                        left -= isError ? bytes.count : 0
                        guard take(Int(response.status.code), bytes), left > 0 else { break }
                    }
                    return (Int(response.status.code), response.headers)
                }
                group.addTask {
                    while moved.silence < limit { try await Task.sleep(for: min(limit / 4, .seconds(1))) }
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
            guard let result else { throw HTTPClientError.deadlineExceeded }
            if result.0 == 407 { throw failures.proxyWantsLogin }
            return result
        } catch let error as RespondentError {
            throw error
        } catch {
            var failure = failures.error(for: error, cancelled: Task.isCancelled || connections.isClosed)
            failure.what = endpoint.scrubber.scrubbed(failure.what)
            throw failure
        }
    }

    private func request(
        _ endpoint: Endpoint, _ content: Content, _ moved: Movement
    ) async throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: endpoint.wireURL)
        request.method = HTTPMethod(rawValue: endpoint.method)
        request.headers = endpoint.headers
        request.headers.remove(name: "accept-encoding")
        request.headers.remove(name: "accept")
        switch content {
        case .nothing:
            request.headers.remove(name: "content-type")
            if endpoint.method == "POST" { request.body = .bytes(ByteBuffer()) }
        case .json(let value): request.body = .bytes(ByteBuffer(bytes: JSONText.bytes(of: value)))
        case .file(let file, let type):
            request.headers.replaceOrAdd(name: "content-type", value: type)
            request.body = .stream(file.pieces(moved), length: .known(Int64(try file.size())))
        }
        return request
    }
}

/// An answer, piece by piece.
private final class Collected: Sendable {
    private let state = Mutex((bytes: [UInt8](), isTooLarge: false))

    var bytes: [UInt8] { state.withLock { $0.bytes } }
    var isTooLarge: Bool { state.withLock { $0.isTooLarge } }

    /// - Returns: whether it fits.
    func add(_ bytes: [UInt8], upTo most: Int) -> Bool {
        state.withLock { state in
            state.isTooLarge = state.bytes.count + bytes.count > most
            if !state.isTooLarge { state.bytes += bytes }
            return !state.isTooLarge
        }
    }
}

/// Lines that come in pieces, handed on until no more are wanted.
private final class CutLines: Sendable {
    private let state = Mutex((cutter: LineCutter(), goesOn: true))

    /// - Returns: whether more are wanted.
    func take(_ bytes: [UInt8], _ hand: ([UInt8]) -> Bool) -> Bool {
        state.withLock { state in
            guard state.goesOn else { return false }
            for line in state.cutter.take(bytes) where !hand(line) {
                state.goesOn = false
                return false
            }
            return true
        }
    }
}

/// When something was sent or received last.
final class Movement: Sendable {
    private let last = Mutex(ContinuousClock.now)

    func note() { last.withLock { $0 = .now } }

    var silence: Duration { last.withLock { $0.duration(to: .now) } }
}

/// Cuts what comes in pieces into lines.
struct LineCutter {
    /// A longer line is left out: nothing of ours is as long.
    static let longest = 32 << 20

    /// The line that has not ended yet.
    private var rest: [UInt8] = []
    private var isTooLong = false

    /// - Returns: the lines that ended, without those that are empty or too long.
    mutating func take(_ bytes: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for piece in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            if piece.offset > 0 {
                if !isTooLong, rest.contains(where: { !" \r\t".utf8.contains($0) }) { lines.append(rest) }
                rest = []
                isTooLong = false
            }
            guard !isTooLong else { continue }
            rest += piece.element
            if rest.count > Self.longest {
                isTooLong = true
                rest = []
            }
        }
        return lines
    }
}
