import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Sockets of this machine, for threads that wait.
enum LoopbackPort {
    /// A socket that listens on a free port, and that port; `nil` where none can be had.
    static func listening() -> (socket: Int32, port: Int)? {
        let listener = socket(AF_INET, stream, 0)
        guard with(port: 0, { bind(listener, $0, $1) }), listen(listener, 64) == 0 else {
            close(listener)
            return nil
        }
        var bound = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return (listener, Int(UInt16(bigEndian: bound.sin_port)))
    }

    /// A connection to a port; `nil` where nobody listens.
    static func connected(to port: Int) -> Int32? {
        let server = socket(AF_INET, stream, 0)
        guard with(port: port, { connect(server, $0, $1) }) else {
            close(server)
            return nil
        }
        return server
    }

    /// Writes all of it; `false` where the other side is gone.
    static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return false }
            left = left.dropFirst(count)
        }
        return true
    }

    private static func with(port: Int, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Bool {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                use($0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif
}
