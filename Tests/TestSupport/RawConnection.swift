package import Foundation

/// A connection to this machine whose every byte the test says.
package enum RawConnection {
    package struct Failed: Error {
        package let what: String
    }

    /// Sends, then reads until the other side closes, or for so many seconds.
    package static func exchange(_ bytes: Data, port: Int, seconds: Double) async throws -> String {
        try await talk(port: port) { descriptor in
            try send(bytes, descriptor)
            return String(decoding: try read(descriptor, seconds: seconds).bytes, as: UTF8.self)
        }
    }

    /// The same, waiting on the caller's own thread.
    package static func exchangeBlocking(_ bytes: Data, port: Int, seconds: Double) throws -> String {
        let descriptor = try connected(port)
        defer { close(descriptor) }
        try send(bytes, descriptor)
        return String(decoding: try read(descriptor, seconds: seconds).bytes, as: UTF8.self)
    }

    /// Sends pieces with pauses between them.
    ///
    /// - Returns: seconds until the other side closed; nil where it did not within the time.
    package static func dribble(
        _ pieces: [String], pause: Double, port: Int, seconds: Double
    ) async throws -> Double? {
        try await talk(port: port) { descriptor in
            let start = Date.now
            for piece in pieces {
                guard (try? send(Data(piece.utf8), descriptor)) != nil else { return Date.now.timeIntervalSince(start) }
                if try read(descriptor, seconds: pause).isClosed { return Date.now.timeIntervalSince(start) }
                if Date.now.timeIntervalSince(start) > seconds { return nil }
            }
            let rest = seconds - Date.now.timeIntervalSince(start)
            return try read(descriptor, seconds: max(0, rest)).isClosed ? Date.now.timeIntervalSince(start) : nil
        }
    }

    private static func talk<T: Sendable>(
        port: Int, _ body: @escaping @Sendable (Int32) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            // A thread of its own: many connections wait at once, and a queue has few.
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let descriptor = try connected(port)
                        defer { close(descriptor) }
                        return try body(descriptor)
                    })
            }
        }
    }

    private static func connected(_ port: Int) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw Failed(what: "connecting: \(errno)") }
        return descriptor
    }

    private static func send(_ bytes: Data, _ descriptor: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { throw Failed(what: "sending: \(errno)") }
            rest = rest.dropFirst(sent)
        }
    }

    private static func read(_ descriptor: Int32, seconds: Double) throws -> (bytes: [UInt8], isClosed: Bool) {
        let end = Date.now.addingTimeInterval(seconds)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let left = max(0, end.timeIntervalSinceNow)
            guard Foundation.poll(&poll, 1, Int32(left * 1000)) > 0 else { return (bytes, false) }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return (bytes, true) }
            bytes += buffer[..<count]
        }
    }
}
