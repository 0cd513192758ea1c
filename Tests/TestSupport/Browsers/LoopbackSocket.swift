import Foundation

/// A connection to a program on this machine, read and written by the thread that calls.
enum LoopbackSocket {
    /// Connects, and waits for answers so many seconds at most.
    ///
    /// - Throws: ``WebDriverError``.
    static func connected(to port: Int, patience: Int = 120) throws -> Int32 {
        let connection = socket(AF_INET, streamType, 0)
        guard connection >= 0 else { throw WebDriverError("no socket: \(errno)") }
        var patience = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            Foundation.close(connection)
            throw WebDriverError("no browser can be reached on port \(port)")
        }
        return connection
    }

    /// Writes all of it.
    ///
    /// - Throws: ``WebDriverError``.
    static func write(_ bytes: [UInt8], to connection: Int32) throws {
        var left = bytes[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { throw WebDriverError("a browser takes no request: \(errno)") }
            left = left.dropFirst(count)
        }
    }

    /// Reads what has come.
    ///
    /// - Throws: ``WebDriverError`` where the other side has closed, or says nothing for too long.
    static func read(from connection: Int32) throws -> [UInt8] {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(connection, &chunk, chunk.count, 0)
        guard count > 0 else { throw WebDriverError("a browser broke off its answer: \(errno)") }
        return Array(chunk[..<count])
    }

    private static var streamType: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }
}
