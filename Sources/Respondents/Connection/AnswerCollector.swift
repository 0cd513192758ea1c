import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Collects one answer, within a limit of bytes.
final class AnswerCollector: HTTPClientResponseDelegate {
    /// A page of an error is read this far and no further: enough for every message that a server writes.
    private static let maximumErrorBytes = 64 << 10

    private let maximumBytes: Int
    private let answer = Mutex<HTTPAnswer?>(nil)

    /// Why an answer is not read on.
    enum Stop: Error {
        /// It is longer than the limit.
        case tooLarge
        /// It reports an error, and is long enough.
        case enough
    }

    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// As much of an error page as came. One that breaks off is enough too: the status has said what matters.
    var errorPage: HTTPAnswer? {
        answer.withLock { $0?.isError == true ? $0 : nil }
    }

    func didReceiveHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        var begun = HTTPAnswer(status: Int(head.status.code), headers: head.headers, body: [])
        let announced = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        if !begun.isError {
            guard announced <= maximumBytes else { return task.eventLoop.makeFailedFuture(Stop.tooLarge) }
            begun.body.reserveCapacity(max(0, announced))
        }
        answer.withLock { $0 = begun }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    /// A failed future closes the connection at once.
    func didReceiveBodyPart(task: HTTPClient.Task<HTTPAnswer>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
        let stop = answer.withLock { $0?.take(part, upTo: maximumBytes, orError: Self.maximumErrorBytes) }
        return stop.map { task.eventLoop.makeFailedFuture($0) } ?? task.eventLoop.makeSucceededVoidFuture()
    }

    func didFinishRequest(task: HTTPClient.Task<HTTPAnswer>) throws -> HTTPAnswer {
        guard let answer = answer.withLock({ $0.take() }) else { throw HTTPClientError.remoteConnectionClosed }
        return answer
    }
}

extension HTTPAnswer {
    fileprivate var isError: Bool { !(200..<300).contains(status) }

    /// - Returns: why nothing more is to be read.
    fileprivate mutating func take(_ part: ByteBuffer, upTo most: Int, orError mostOfError: Int) -> AnswerCollector
        .Stop?
    {
        if isError {
            body.append(contentsOf: part.readableBytesView.prefix(mostOfError - body.count))
            return body.count == mostOfError ? .enough : nil
        }
        guard body.count + part.readableBytes <= most else { return .tooLarge }
        body.append(contentsOf: part.readableBytesView)
        return nil
    }
}
