import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix
import Synchronization

/// A pool of HTTP connections that are kept open between requests.
///
/// Over TLS, HTTP/2 is spoken where the server offers it: all questions then share a connection. Elsewhere it is HTTP/1.1
/// with one connection for each request in flight.
///
/// End it with `shutdown()`. One that is forgotten closes its connections when the last reference goes.
package final class Connections: Sendable {
    /// One thread for all connections: it has little to do, and a second costs more in waking up than it takes over.
    static let loop = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    /// Runs tasks on that thread.
    static let executor = LoopExecutor(loop.any())

    let client: HTTPClient
    /// Until when requests may take.
    let deadlines = Deadlines(loop: loop.any())
    private let closed = Atomic(false)
    /// Whether ``shutdown()`` was called: a request that is cancelled then is cancelled by the caller's wish.
    var isClosed: Bool { closed.load(ordering: .relaxed) }

    /// A pool; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - maximum: the most connections to one host at once.
    ///   - maximumResponseBytes: the most bytes that a compressed answer may grow to.
    package convenience init(maximum: Int = 512, maximumResponseBytes: Int = 16 << 20) {
        self.init(
            maximum: maximum, maximumResponseBytes: maximumResponseBytes, trusting: TrustedCertificates(), way: .direct)
    }

    /// - Parameters:
    ///   - certificates: trusted besides the system's.
    ///   - way: how servers are reached.
    init(maximum: Int, maximumResponseBytes: Int, trusting certificates: TrustedCertificates, way: Way) {
        var pool = HTTPClient.Configuration.ConnectionPool(
            idleTimeout: .seconds(30), concurrentHTTP1ConnectionsPerHostSoftLimit: max(1, maximum))
        // Retrying is the caller's: a refused connection is an error at once, not after ten silent seconds.
        pool.retryConnectionEstablishment = false
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: certificates.configuration,
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(30)),
            connectionPool: pool,
            decompression: .enabled(limit: .size(maximumResponseBytes)))
        switch way {
        case .direct: configuration.filterResponses(proxy: nil)
        case .asking(let proxy): configuration.filterResponses(proxy: proxy)
        case .tunnel(let proxy):
            configuration.proxy = proxy
            configuration.filterResponses(proxy: nil)
        }
        client = HTTPClient(eventLoopGroup: Self.loop, configuration: configuration)
    }

    /// How servers are reached.
    enum Way: Sendable {
        case direct
        /// A proxy passes every byte on.
        case tunnel(HTTPClient.Configuration.Proxy)
        /// A proxy is asked for each address.
        case asking(ForwardProxy)
    }

    /// Closes every connection; requests in flight are cancelled. A second call does nothing.
    package func shutdown() async {
        closed.store(true, ordering: .relaxed)
        try? await client.shutdown()
    }

    deinit {
        // The closure keeps the client alive until it is closed; a client that was closed before only reports so.
        client.shutdown { _ in }
    }
}
