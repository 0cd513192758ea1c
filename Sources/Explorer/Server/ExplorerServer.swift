package import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
package import Workbench

/// The explorer: every run of a store, as pages that a browser on this machine can look at.
package struct ExplorerServer: Sendable {
    let library: RunLibrary
    let settings: ExplorerSettings
    let answers = AnswerCache()

    /// A server of a library's runs.
    package init(_ library: RunLibrary, settings: ExplorerSettings) {
        (self.library, self.settings) = (library, settings)
    }

    /// Serves until the program is asked to stop (SIGINT, SIGTERM).
    ///
    /// - Parameter onStart: gets the port once it listens.
    /// - Throws: where it can't listen.
    package func run(onStart: @escaping @Sendable (_ port: Int) -> Void) async throws {
        try await library.warm()
        try await application(onStart: onStart).runService()
    }

    /// The server's parts put together.
    package func application(
        onStart: @escaping @Sendable (_ port: Int) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        Application(
            router: router(), server: .http1(configuration: Self.limits),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.interface, port: settings.port), serverName: nil),
            onServerRunning: { channel in onStart(channel.localAddress?.port ?? settings.port) }, logger: Self.logger)
    }

    /// Heads of requests are small, and a connection on which nothing comes is closed.
    private static var limits: HTTP1Channel.Configuration {
        var limits = HTTP1Channel.Configuration(idleTimeout: .seconds(60))
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
        Assets.add(to: router)
        for route in PageRoute.all { route.add(to: router, self) }
        for route in WriteRoute.all { route.add(to: router, self) }
        return router
    }
}
