import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Stands on 127.0.0.1 between a browser and a server, and does to single requests what a bad line does: another answer, none, none
/// although the server had done its work, a late one.
///
/// Every request goes by a connection of its own, so that what happens to one happens to no other.
package final class FaultProxy: Sendable {
    /// What becomes of a request.
    package enum Fault: Sendable, Equatable {
        /// It is answered as the server answers.
        case none
        /// It never reaches the server and is answered with this status.
        case status(Int)
        /// It never reaches the server; the connection ends.
        case closeBefore
        /// The server answers it, and the connection ends before the answer is passed on.
        case closeAfter
        /// It reaches the server so many seconds later.
        case delay(Double)
    }

    /// A request, as far as a test wants to tell one from another.
    package struct Request: Sendable {
        /// The method: "POST".
        package let method: String
        /// Path and query.
        package let target: String
        /// The body.
        package let body: String
    }

    private let listener: Int32
    private let target: Mutex<Int>
    private let fault: Mutex<@Sendable (Request) -> Fault>
    private let log = Mutex<[Request]>([])

    /// The port it listens on.
    package let port: Int
    /// All requests until now, whatever became of them.
    package var requests: [Request] { log.withLock { $0 } }

    /// Starts to listen.
    ///
    /// - Parameter target: the server's port on this machine.
    /// - Throws: where no port can be had.
    package init(to target: Int) throws {
        guard let bound = LoopbackPort.listening() else {
            throw PeerError(description: "no port for a proxy: errno \(errno)")
        }
        (listener, port) = bound
        self.target = Mutex(target)
        fault = Mutex { _ in .none }
        Thread.detachNewThread { [self] in serve() }
    }

    /// Says what becomes of requests from now on.
    package func set(_ decide: @escaping @Sendable (Request) -> Fault) { fault.withLock { $0 = decide } }

    /// Lets all requests through from now on.
    package func clear() { set { _ in .none } }

    /// Sends requests to another port from now on, as where a server has come back.
    package func redirect(to port: Int) { target.withLock { $0 = port } }

    /// Closes the port.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            Thread.detachNewThread { [self] in
                if let message = HTTPBytes.request(from: client) { answer(message, to: client) }
                shutdown(client, Int32(SHUT_RDWR))
                close(client)
            }
        }
    }

    private func answer(_ message: HTTPBytes, to client: Int32) {
        let request = Request(method: message.method, target: message.target, body: message.bodyText)
        log.withLock { $0.append(request) }
        let decide = fault.withLock { $0 }
        switch decide(request) {
        case .none: forward(message, to: client)
        case .closeBefore: return
        case .closeAfter: forward(message, to: nil)
        case .delay(let seconds):
            Thread.sleep(forTimeInterval: seconds)
            forward(message, to: client)
        case .status(let status):
            let text = "the line is bad\n"
            let head = "HTTP/1.1 \(status) Fault\r\nContent-Type: text/plain\r\nContent-Length: \(text.utf8.count)\r\n"
            _ = LoopbackPort.write(Array((head + "Connection: close\r\n\r\n" + text).utf8), to: client)
        }
    }

    /// Passes a request on, and its answer back as it comes, to nobody where there is no client.
    private func forward(_ message: HTTPBytes, to client: Int32?) {
        guard let server = LoopbackPort.connected(to: target.withLock { $0 }) else { return }
        defer { close(server) }
        guard LoopbackPort.write(message.closing, to: server) else { return }
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let size = recv(server, &chunk, chunk.count, 0)
            guard size > 0 else { return }
            if let client, !LoopbackPort.write(Array(chunk[..<size]), to: client) { return }
        }
    }
}
