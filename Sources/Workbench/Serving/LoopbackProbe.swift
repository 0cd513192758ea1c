import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Whether a server of this machine answers: one request without a proxy, a key or a library.
enum LoopbackProbe {
    /// The status of a GET.
    ///
    /// - Returns: `nil` where nobody listens, or where what comes within two seconds is no HTTP.
    static func status(port: Int, path: String) async -> Int? {
        await withCheckedContinuation { done in
            Thread.detachNewThread { done.resume(returning: ask(port: port, path: path)) }
        }
    }

    private static func ask(port: Int, path: String) -> Int? {
        #if canImport(Glibc)
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let socket = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard socket >= 0 else { return nil }
        defer { close(socket) }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        var wait = timeval(tv_sec: 2, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(socket, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
        }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = in_port_t(port).bigEndian
        name.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        let isConnected = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return nil }
        let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8)
        guard send(socket, request, request.count, 0) == request.count else { return nil }
        var head = [UInt8](repeating: 0, count: 64)
        var count = 0
        while count < 12 {
            let more = head.withUnsafeMutableBytes { recv(socket, $0.baseAddress?.advanced(by: count), 64 - count, 0) }
            guard more > 0 else { return nil }
            count += more
        }
        // To its end: some servers write a page of complaints where their answer is not taken.
        var rest = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<64 {
            if rest.withUnsafeMutableBytes({ recv(socket, $0.baseAddress, $0.count, 0) }) <= 0 { break }
        }
        let text = String(decoding: head.prefix(count), as: UTF8.self)
        guard let found = text.firstMatch(of: /^HTTP\/1\.[01] (\d\d\d)/) else { return nil }
        return Int(found.output.1)
    }
}
