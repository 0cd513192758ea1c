import NIOConcurrencyHelpers
import NIOCore
import NIOHTTP1

/// One connection of a loopback server. Lives on its event loop alone.
final class LoopbackConnection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let number: Int
    private let counters: Counters
    private let handler: LoopbackServer.Handler
    private let hangsUp: Bool
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var endlessBytesLeft = 0

    init(number: Int, counters: Counters, handler: @escaping LoopbackServer.Handler, hangsUp: Bool) {
        self.number = number
        self.counters = counters
        self.handler = handler
        self.hangsUp = hangsUp
    }

    func channelActive(context: ChannelHandlerContext) {
        counters.open.next()
        context.fireChannelActive()
        if hangsUp { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        counters.open.countDown()
        endlessBytesLeft = 0
        context.fireChannelInactive()
    }

    /// What is no HTTP, such as a TLS handshake, gets what most servers say to it. A client that goes away in the middle
    /// is what some tests are about.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError else { return context.close(promise: nil) }
        sendRaw(Array("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".utf8), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let buffer): body += buffer.readableBytesView
        case .end:
            guard let head else { return }
            let request = LoopbackServer.Request(
                method: head.method.rawValue, path: head.uri,
                headers: head.headers.map { (name: $0.name.lowercased(), value: $0.value) }, body: body,
                connection: number, number: counters.requests.next())
            counters.last.withLockedValue { $0 = request }
            act(on: handler(request), keepsAlive: head.isKeepAlive, context: context)
        }
    }

    private func act(on response: LoopbackServer.Response, keepsAlive: Bool, context: ChannelHandlerContext) {
        guard response.delay > .zero else { return perform(response.action, keepsAlive, context) }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: TimeAmount(response.delay)) {
            let (connection, context) = bound.value
            connection.perform(response.action, keepsAlive, context)
        }
    }

    private func perform(_ action: LoopbackServer.Response.Action, _ keepsAlive: Bool, _ context: ChannelHandlerContext)
    {
        guard context.channel.isActive else { return }
        switch action {
        case .answer(let status, let headers, let body):
            send(status: status, headers: headers, body: body, keepsAlive: keepsAlive, context)
        case .raw(let bytes): sendRaw(bytes, context)
        case .close: context.close(promise: nil)
        case .hang: break
        case .trickle(let bytes, let pause):
            sendHead(length: bytes.count, context)
            trickle(bytes[...], every: pause, context)
        case .endless(let count):
            sendHead(length: nil, context)
            endlessBytesLeft = count
            pump(context)
        }
    }
}

extension LoopbackConnection {
    private func send(
        status: Int, headers: [(String, String)], body: [UInt8], keepsAlive: Bool, _ context: ChannelHandlerContext
    ) {
        var fields = HTTPHeaders(headers)
        if !fields.contains(name: "content-length") { fields.add(name: "content-length", value: "\(body.count)") }
        if !keepsAlive { fields.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
        let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !keepsAlive { closeAfter(sent, context) }
    }

    private func sendHead(length: Int?, _ context: ChannelHandlerContext) {
        var fields: HTTPHeaders = ["content-type": "application/json"]
        let name = length == nil ? "transfer-encoding" : "content-length"
        fields.add(name: name, value: length.map(String.init) ?? "chunked")
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: fields)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }

    /// Past the encoder: what is sent need not be HTTP.
    private func sendRaw(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        guard let encoder = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self) else {
            return
        }
        closeAfter(encoder.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes))), context)
    }

    private func closeAfter(_ sent: EventLoopFuture<Void>, _ context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        sent.whenComplete { _ in bound.value.close(promise: nil) }
    }

    private func trickle(_ bytes: ArraySlice<UInt8>, every pause: Duration, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        guard let byte = bytes.first else {
            return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: [byte])))), promise: nil)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: TimeAmount(pause)) {
            let (connection, context) = bound.value
            connection.trickle(bytes.dropFirst(), every: pause, context)
        }
    }

    /// One chunk after the other, the next when the last has left.
    private func pump(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        guard endlessBytesLeft > 0 else {
            return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        let count = min(endlessBytesLeft, 64 << 10)
        endlessBytesLeft -= count
        let chunk = ByteBuffer(repeating: 0x20, count: count)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(chunk)))).whenSuccess {
            let (connection, context) = bound.value
            connection.pump(context)
        }
    }
}
