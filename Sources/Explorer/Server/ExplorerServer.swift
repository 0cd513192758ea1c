import AnswerStore
package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Workbench

/// The explorer: every run of a store, as pages that a browser on this machine can look at.
package struct ExplorerServer: Sendable {
    let library: RunLibrary
    private(set) var settings: ExplorerSettings
    let answers: AnswerCache
    let live: LiveFeed
    /// The items that annotators judge.
    let shelf: ProjectShelf
    /// Sees whether the store is still the one that was opened.
    let watch: StoreWatch

    /// A server of a library's runs.
    package init(_ library: RunLibrary, settings: ExplorerSettings) {
        (self.library, self.settings) = (library, settings)
        answers = AnswerCache()
        shelf = ProjectShelf(library.store)
        live = LiveFeed(library, answers: answers)
        watch = StoreWatch(library.store)
        // Whoever looks at a page need not know where files lie on this machine.
        let (words, path) = (settings.words, library.store.path)
        self.settings.words = { error in PathFree.text(words(error), storePath: path) }
    }

    /// Serves until the program is asked to stop (SIGINT, SIGTERM).
    ///
    /// - Parameter onStart: gets the port once it listens.
    /// - Throws: ``ExplorerError`` where it can't listen; what the store throws where it can't be read.
    package func run(onStart: @escaping @Sendable (_ port: Int) -> Void) async throws {
        try await library.warm()
        do {
            try await application(onStart: onStart).runService()
        } catch {
            throw ExplorerError(error, settings: settings) ?? error
        }
    }

    /// The server's parts put together.
    package func application(
        onStart: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(), server: .http1(configuration: limits),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.interface, port: settings.port), serverName: nil),
            onServerRunning: { channel in onStart(channel.localAddress?.port ?? settings.port) }, logger: Self.logger)
    }

    /// Heads of requests are small, and a connection on which nothing comes or nothing is taken is closed.
    private var limits: HTTP1Channel.Configuration {
        let patience = TimeAmount.seconds(Int64(settings.patience))
        var limits = HTTP1Channel.Configuration(
            additionalChannelHandlers: [StalledClients(patience: patience)], idleTimeout: patience)
        limits.httpDecoder.maxHeaderFieldSize = 16 * 1024
        limits.httpDecoder.maxHeaderListSize = 32 * 1024
        limits.httpDecoder.maxHeaderFieldCount = 100
        return limits
    }

    /// Nothing is logged but what ends the server: an address may hold what somebody searched for.
    private static var logger: Logger {
        var logger = Logger(label: "vlens")
        logger.logLevel = .critical
        return logger
    }

    /// All routes behind all guards.
    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: SecurityHeaders())
        router.add(middleware: NotFoundPages())
        router.add(middleware: HostGuard(settings: settings))
        router.add(middleware: RequestGuard())
        router.add(middleware: SessionGuard(settings: settings))
        router.add(middleware: StoreGuard(watch: watch))
        Assets.add(to: router)
        for route in PageRoute.all { route.add(to: router, self) }
        FigureRoute.add(to: router, self)
        LiveRoute.add(to: router, self)
        for route in WriteRoute.all { route.add(to: router, self) }
        for route in AnnotatorRoute.all { route.add(to: router, self) }
        AdjudicatorRoute.add(to: router, self)
        return router
    }
}
