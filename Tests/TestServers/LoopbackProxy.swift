import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A proxy on 127.0.0.1 that makes tunnels, asked by `CONNECT` or by SOCKS 5. Whatever host it is asked for, it connects to
/// that port of this machine.
package final class LoopbackProxy: Sendable {
    private let listener: Int32
    private let log = Mutex<[String]>([])
    private let answer: String

    /// The port it listens on.
    package let port: Int
    /// The heads of all requests by `CONNECT`, and `SOCKS host:port` for those by SOCKS.
    package var requests: [String] { log.withLock { $0 } }

    /// Starts to listen.
    ///
    /// - Parameter answer: what `CONNECT` is answered with; a tunnel is made only where that says 200.
    /// - Throws: where no port can be had.
    package init(answer: String = "HTTP/1.1 200 Connection established\r\n\r\n") throws {
        self.answer = answer
        let listener = socket(AF_INET, Self.stream, 0)
        guard Self.address(port: 0, { bind(listener, $0, $1) }) != nil, listen(listener, 64) == 0 else {
            throw PeerError(description: "no port for a proxy: errno \(errno)")
        }
        var bound = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &bound) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        self.listener = listener
        port = Int(UInt16(bigEndian: bound.sin_port))
        Thread.detachNewThread { [self] in serve() }
    }

    /// Closes the port.
    package func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            Thread.detachNewThread { [self] in
                if let server = open(client) {
                    Thread.detachNewThread { Self.pump(server, client) }
                    Self.pump(client, server)
                }
                shutdown(client, Int32(SHUT_RDWR))
                close(client)
            }
        }
    }

    /// Reads whom to connect to, and connects.
    private func open(_ client: Int32) -> Int32? {
        guard let first = Self.read(client, 1)?.first else { return nil }
        return first == 5 ? openBySOCKS(client) : openByConnect(client, first)
    }

    private func openByConnect(_ client: Int32, _ first: UInt8) -> Int32? {
        var head = [first]
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard let byte = Self.read(client, 1) else { return nil }
            head += byte
        }
        let text = String(decoding: head, as: UTF8.self)
        log.withLock { $0.append(text) }
        Self.write(client, Array(answer.utf8))
        let target = text.split(separator: " ").dropFirst().first ?? ""
        guard answer.contains(" 200 "), let port = target.split(separator: ":").last.flatMap({ Int($0) }) else {
            return nil
        }
        return Self.connected(to: port)
    }

    private func openBySOCKS(_ client: Int32) -> Int32? {
        guard let methods = Self.read(client, 1)?.first, Self.read(client, Int(methods)) != nil else { return nil }
        Self.write(client, [5, 0])
        guard let kind = Self.read(client, 4)?.last,
            let length = kind == 3 ? Self.read(client, 1)?.first.map(Int.init) : kind == 1 ? 4 : 16,
            let host = Self.read(client, length), let port = Self.read(client, 2)
        else { return nil }
        let number = Int(port[0]) << 8 | Int(port[1])
        log.withLock { $0.append("SOCKS \(String(decoding: host, as: UTF8.self)):\(number)") }
        guard let server = Self.connected(to: number) else { return nil }
        Self.write(client, [5, 0, 0, 1, 0, 0, 0, 0, 0, 0])
        return server
    }
}

extension LoopbackProxy {
    #if canImport(Glibc)
        private static let stream = Int32(SOCK_STREAM.rawValue)
    #else
        private static let stream = SOCK_STREAM
    #endif

    private static func address(port: Int, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                let result = use($0, socklen_t(MemoryLayout<sockaddr_in>.size))
                return result == 0 ? result : nil
            }
        }
    }

    private static func connected(to port: Int) -> Int32? {
        let server = socket(AF_INET, stream, 0)
        guard address(port: port, { connect(server, $0, $1) }) != nil else {
            close(server)
            return nil
        }
        return server
    }

    private static func read(_ file: Int32, _ count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            var chunk = [UInt8](repeating: 0, count: count - bytes.count)
            let size = recv(file, &chunk, chunk.count, 0)
            guard size > 0 else { return nil }
            bytes += chunk[..<size]
        }
        return bytes
    }

    private static func write(_ file: Int32, _ bytes: [UInt8]) {
        _ = send(file, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func pump(_ source: Int32, _ target: Int32) {
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let size = recv(source, &chunk, chunk.count, 0)
            guard size > 0 else { break }
            var sent = 0
            while sent < size {
                let count = send(target, Array(chunk[sent..<size]), size - sent, Int32(MSG_NOSIGNAL))
                guard count > 0 else { return }
                sent += count
            }
        }
        shutdown(target, Int32(SHUT_WR))
    }
}
