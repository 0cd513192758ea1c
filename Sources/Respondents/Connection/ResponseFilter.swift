import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// Keeps answers from the HTTP client that it can't take, and writes requests as a proxy wants them.
///
/// The client ends the process over a status below 100 whose answer has a body, and takes 101, after which no HTTP
/// follows, for an answer. Both become an error of the question.
final class ResponseFilter: ChannelDuplexHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias InboundOut = HTTPClientResponsePart
    typealias OutboundIn = HTTPClientRequestPart
    typealias OutboundOut = HTTPClientRequestPart

    private let heads: ResponseHeadFilter?
    private let proxy: ForwardProxy?
    private var isBroken = false
    /// Whether a head was written whose body, or end, was not.
    private var awaitsBody = false

    /// - Parameters:
    ///   - heads: told when an answer is complete; HTTP/2 has none.
    ///   - proxy: whose way of asking for an address is used; nil asks the server itself.
    init(heads: ResponseHeadFilter? = nil, proxy: ForwardProxy? = nil) {
        self.heads = heads
        self.proxy = proxy
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isBroken else { return }
        switch unwrapInboundIn(data) {
        case .head(let head) where head.status.code < 100 || head.status.code == 101:
            isBroken = true
            context.fireErrorCaught(UnusableStatus(code: Int(head.status.code)))
            context.close(promise: nil)
        case .end:
            heads?.expectHead()
            context.fireChannelRead(data)
        case .head, .body: context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .head(var head) = unwrapOutboundIn(data) else {
            awaitsBody = false
            return context.write(data, promise: promise)
        }
        awaitsBody = true
        guard let proxy else { return context.write(data, promise: promise) }
        head.uri = proxy.target(of: head.uri)
        if let authorization = proxy.authorization {
            head.headers.replaceOrAdd(name: "proxy-authorization", value: authorization)
        }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
    }

    /// A head goes out with its body, which follows at once: one system call and one packet less for each request, and the
    /// server wakes up once for it.
    func flush(context: ChannelHandlerContext) {
        if !awaitsBody { context.flush() }
    }
}

/// A proxy that is asked for an `http` address by its whole name.
struct ForwardProxy: Sendable {
    /// `http://host:port` of the server behind it.
    let origin: String
    /// The value of `Proxy-Authorization`; nil sends none.
    let authorization: String?

    /// The address that the proxy is asked for.
    func target(of path: String) -> String { origin + path }
}

extension HTTPClient.Configuration {
    /// Puts the filters into every connection. The client has no other place for them than its hooks for debugging.
    mutating func filterResponses(proxy: ForwardProxy?) {
        http1_1ConnectionDebugInitializer = { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                let heads = ResponseHeadFilter()
                let encoder = try pipeline.handler(type: HTTPRequestEncoder.self)
                try pipeline.addHandler(heads, position: .before(encoder))
                let decompressor = try pipeline.handler(type: NIOHTTPResponseDecompressor.self)
                try pipeline.addHandler(ResponseFilter(heads: heads, proxy: proxy), position: .before(decompressor))
            }
        }
        http2StreamChannelDebugInitializer = { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                let decompressor = try pipeline.handler(type: NIOHTTPResponseDecompressor.self)
                try pipeline.addHandler(ResponseFilter(), position: .before(decompressor))
            }
        }
    }
}
