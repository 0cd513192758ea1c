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
        let connection = try LoopbackSocket.connected(to: port)
        defer { close(connection) }
        try LoopbackSocket.write(request, to: connection)
        var received: [UInt8] = []
        var wanted: (start: Int, end: Int)?
        while wanted == nil || received.count < wanted?.end ?? 0 {
            received += try LoopbackSocket.read(from: connection)
            if wanted == nil, let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = head.lowercased().firstMatch(of: /content-length: *([0-9]+)/).flatMap { Int($0.output.1) }
                wanted = (end.upperBound, end.upperBound + (length ?? 0))
            }
        }
        return Array(received[(wanted?.start ?? 0)...])
    }
}
