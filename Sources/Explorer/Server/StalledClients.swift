import NIOCore
import NIOHTTPTypes

/// Closes a connection whose client takes nothing of an answer for too long: each holds memory and a place. What comes in too slowly is
/// closed by the server itself.
final class StalledClients: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let patience: TimeAmount
    private var waiting = 0
    private var alarm: Scheduled<Void>?

    init(patience: TimeAmount) { self.patience = patience }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let promise = promise ?? context.eventLoop.makePromise(of: Void.self)
        waiting += 1
        if alarm == nil { setAlarm(context) }
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        let place = NIOLoopBound(context, eventLoop: context.eventLoop)
        promise.futureResult.whenComplete { _ in handler.value.written(place.value) }
        context.write(data, promise: promise)
    }

    /// Something went out: whatever waits behind it has the whole time again.
    private func written(_ context: ChannelHandlerContext) {
        waiting -= 1
        alarm?.cancel()
        alarm = nil
        if waiting > 0 { setAlarm(context) }
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        let place = NIOLoopBound(context, eventLoop: context.eventLoop)
        alarm = context.eventLoop.scheduleTask(in: patience) { place.value.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        alarm = nil
        context.fireChannelInactive()
    }
}
