import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A port of this machine for a server that is about to be started.
///
/// Two tasks of a cluster that share a node must not draw the same one. On Linux each port that is drawn is held by a name
/// among the system's abstract sockets, which are as local as its ports, belong to one process at a time, and are free when
/// that is gone, however it went.
final class ServingPort: Sendable {
    /// From 20000 to 31999: below what the system gives to outgoing connections, so that none of those takes it while the
    /// server loads its model.
    let number: Int
    private let holder: Int32

    private init(number: Int, holder: Int32) {
        (self.number, self.holder) = (number, holder)
    }

    deinit {
        if holder >= 0 { close(holder) }
    }

    /// Draws one that nobody listens on or holds.
    ///
    /// - Returns: `nil` where none was found in a thousand draws.
    static func draw() -> ServingPort? {
        for _ in 0..<1000 {
            let number = Int.random(in: 20_000..<32_000)
            guard isFree(number), let holder = hold(number) else { continue }
            return ServingPort(number: number, holder: holder)
        }
        return nil
    }

    /// Whether a server could listen on it now, on this machine's own address and on all.
    static func isFree(_ port: Int) -> Bool {
        [INADDR_LOOPBACK, INADDR_ANY].allSatisfy { address in
            let socket = socketOf(AF_INET)
            guard socket >= 0 else { return false }
            defer { close(socket) }
            // As servers do: a port whose last connections are only waiting to be forgotten is free.
            var yes: Int32 = 1
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = in_port_t(port).bigEndian
            name.sin_addr.s_addr = UInt32(address).bigEndian
            return bound(socket, &name, MemoryLayout<sockaddr_in>.size)
        }
    }

    private static func hold(_ port: Int) -> Int32? {
        #if os(Linux)
            let socket = socketOf(AF_UNIX)
            guard socket >= 0 else { return nil }
            var name = sockaddr_un()
            name.sun_family = sa_family_t(AF_UNIX)
            // A zero first: a name of no file.
            let text = Array("\0vlens-port-\(port)".utf8)
            withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: text) }
            guard bound(socket, &name, MemoryLayout<sa_family_t>.size + text.count) else {
                close(socket)
                return nil
            }
            return socket
        #else
            return -1
        #endif
    }

    private static func socketOf(_ family: Int32) -> Int32 {
        #if canImport(Glibc)
            let socket = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = socket(family, SOCK_STREAM, 0)
        #endif
        if socket >= 0 { _ = fcntl(socket, F_SETFD, FD_CLOEXEC) }
        return socket
    }

    private static func bound<Name>(_ socket: Int32, _ name: inout Name, _ size: Int) -> Bool {
        withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, socklen_t(size)) == 0 }
        }
    }
}
