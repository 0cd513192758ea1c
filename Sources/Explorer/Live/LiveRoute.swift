import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Server-sent events: a number that grows where the store has changed, once a second. A page that gets another number looks at its
/// changing sections anew; one that gets none says that it is disconnected.
enum LiveRoute {
    static func add(to router: Router<BasicRequestContext>, _ site: ExplorerServer) {
        router.get("live") { _, _ in
            guard let changes = await site.live.listen() else { return ErrorPage.response(.tooManyListeners) }
            return Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: ResponseBody { writer in
                    // The server's end ends the stream, which would keep it open.
                    for await version in changes.cancelOnGracefulShutdown() {
                        try await writer.write(ByteBuffer(string: "data: \(version)\n\n"))
                    }
                    try await writer.finish(nil)
                })
        }
    }
}
