import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1
import NIOPosix

/// An HTTP server on 127.0.0.1 that answers as a test wants, faults included, and counts what it is asked.
///
/// Delays wait on the event loop, so that thousands of slow answers cost no threads.
///
///     let server = try await LoopbackServer.start { _ in .chat("Option 1", delay: .milliseconds(50)) }
///     … http://127.0.0.1:\(server.port)/v1 …
///     await server.stop()
package final class LoopbackServer: Sendable {
    /// Decides on the answer to one request; called on an event loop, so it must not block.
    package typealias Handler = @Sendable (Request) -> Response

    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let counters: Counters

    /// The port it listens on.
    package let port: Int
    /// `http://127.0.0.1:PORT/v1`.
    package var baseURL: String { "http://127.0.0.1:\(port)/v1" }
    /// How many requests have arrived in full.
    package var requestCount: Int { counters.requests.load() }
    /// The request that arrived last.
    package var lastRequest: Request? { counters.last.withLockedValue { $0 } }
    /// How many connections are open now.
    package var openConnections: Int { counters.open.load() }
    /// How many connections there have been.
    package var connectionCount: Int { counters.connections.load() }

    private init(channel: any Channel, group: MultiThreadedEventLoopGroup, counters: Counters, port: Int) {
        self.channel = channel
        self.group = group
        self.counters = counters
        self.port = port
    }

    /// Starts to listen on a free port, or on the given one, as a server that comes back does.
    ///
    /// - Parameters:
    ///   - hangsUp: whether every connection is closed as soon as it is made.
    ///   - security: TLS with this certificate, and the protocols offered over it; nil speaks HTTP/1.1 in the clear.
    /// - Throws: what binding the port throws.
    package static func start(
        port: Int = 0, hangsUp: Bool = false, security: LoopbackSecurity? = nil, handler: @escaping Handler
    ) async throws -> LoopbackServer {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let counters = Counters()
        let channel = try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let number = counters.connections.next()
                    let pipeline = channel.pipeline.syncOperations
                    if let security {
                        try pipeline.addHandler(security.handler)
                        if security.speaksHTTP2 {
                            return try pipeline.serveHTTP2 {
                                LoopbackConnection(
                                    number: number, counters: counters, handler: handler, hangsUp: false)
                            }
                        }
                    }
                    try pipeline.addHandler(HTTPResponseEncoder())
                    try pipeline.addHandler(ByteToMessageHandler(HTTPRequestDecoder()))
                    try pipeline.addHandler(
                        LoopbackConnection(
                            number: number, counters: counters, handler: handler, hangsUp: hangsUp))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        return LoopbackServer(
            channel: channel, group: group, counters: counters, port: channel.localAddress?.port ?? 0)
    }

    /// Closes the port and every connection.
    package func stop() async {
        try? await channel.close()
        try? await group.shutdownGracefully()
    }

    /// Starts a server, lends it to `body`, and stops it, whatever happens.
    package static func run<Result>(
        handler: @escaping Handler, _ body: (LoopbackServer) async throws -> Result
    ) async throws -> Result {
        let server = try await start(handler: handler)
        do {
            let result = try await body(server)
            await server.stop()
            return result
        } catch {
            await server.stop()
            throw error
        }
    }
}

/// What is counted, from every connection.
struct Counters: Sendable {
    let requests = Counter()
    let connections = Counter()
    let open = Counter()
    let last = NIOLockedValueBox<LoopbackServer.Request?>(nil)
}
