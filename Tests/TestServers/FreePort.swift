import NIOCore
import NIOPosix

/// A port for a server that is started as a process, or goes away for a while and comes back.
package enum FreePort {
    /// Draws from below the range that the system gives to outgoing connections, so that none of those takes it while
    /// a server is started, or away for a moment.
    ///
    /// - Throws: ``PeerError`` where no port is free.
    package static func draw() async throws -> Int {
        for _ in 0..<200 {
            let port = Int.random(in: 20_000..<32_000)
            let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            guard let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() else { continue }
            try await channel.close()
            return port
        }
        throw PeerError(description: "no free port was found between 20000 and 32000")
    }
}
