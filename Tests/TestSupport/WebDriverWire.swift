import Foundation
import Text

/// One request to a driver on this machine and its answer, a connection each. Foundation's own client can't read the heads that
/// chromedriver writes.
struct WebDriverWire: Sendable {
    let port: Int

    /// Sends a command.
    ///
    /// - Returns: what the driver says under "value".
    /// - Throws: ``WebDriverError`` where it refuses, or says nothing for two minutes.
    func send(_ method: String, _ steps: [String], _ body: JSONValue?) async throws -> JSONValue {
        let content = body.map { JSONText.bytes(of: $0) } ?? []
        let head =
            "\(method) /\(steps.joined(separator: "/")) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
            + "Content-Type: application/json; charset=utf-8\r\nContent-Length: \(content.count)\r\nConnection: close\r\n\r\n"
        let port = port
        let answer: [UInt8] = try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread {
                done.resume(with: Result { try Self.exchange(Array(head.utf8) + content, port) })
            }
        }
        let members = JSONReader.read(answer, manner: .strict)?.members
        guard let value = members?.first(where: { $0.name == "value" })?.value else {
            throw WebDriverError("chromedriver answered: \(String(decoding: answer.prefix(2000), as: UTF8.self))")
        }
        if let error = value["error"]?.string {
            throw WebDriverError("\(error): \(value["message"]?.string ?? "")")
        }
        return value
    }

    /// Writes a request and reads the body of its answer.
    private static func exchange(_ request: [UInt8], _ port: Int) throws -> [UInt8] {
        let connection = socket(AF_INET, streamType, 0)
        guard connection >= 0 else { throw WebDriverError("no socket: \(errno)") }
        defer { close(connection) }
        var patience = timeval(tv_sec: 120, tv_usec: 0)
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
        guard connected == 0 else { throw WebDriverError("chromedriver can't be reached on port \(port)") }
        var left = request[...]
        while !left.isEmpty {
            let count = left.withUnsafeBytes { write(connection, $0.baseAddress, $0.count) }
            guard count > 0 else { throw WebDriverError("chromedriver takes no request: \(errno)") }
            left = left.dropFirst(count)
        }
        return try body(of: connection)
    }

    private static func body(of connection: Int32) throws -> [UInt8] {
        var (received, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        var wanted: (start: Int, end: Int)?
        while wanted == nil || received.count < wanted?.end ?? 0 {
            let count = read(connection, &chunk, chunk.count)
            guard count > 0 else { throw WebDriverError("chromedriver broke off its answer: \(errno)") }
            received += chunk[..<count]
            if wanted == nil, let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = head.lowercased().firstMatch(of: /content-length: *([0-9]+)/).flatMap { Int($0.output.1) }
                wanted = (end.upperBound, end.upperBound + (length ?? 0))
            }
        }
        return Array(received[(wanted?.start ?? 0)...])
    }

    private static var streamType: Int32 {
        #if canImport(Glibc)
            Int32(SOCK_STREAM.rawValue)
        #else
            SOCK_STREAM
        #endif
    }
}
