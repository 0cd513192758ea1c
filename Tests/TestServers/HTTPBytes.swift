import Foundation

/// The bytes of one request.
struct HTTPBytes: Sendable {
    let head: [String]
    let body: [UInt8]

    var method: String { words.first ?? "" }
    var target: String { words.dropFirst().first ?? "" }
    var bodyText: String { String(decoding: body, as: UTF8.self) }
    private var words: [String] { (head.first ?? "").split(separator: " ").map(String.init) }

    /// The request as one that ends its connection.
    var closing: [UInt8] {
        let fields = head.filter { !$0.lowercased().hasPrefix("connection:") } + ["Connection: close"]
        return Array((fields.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// Reads one; `nil` where the connection ends before.
    static func request(from connection: Int32) -> HTTPBytes? {
        var received: [UInt8] = []
        while true {
            if let gap = received.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = String(decoding: received[..<gap.lowerBound], as: UTF8.self)
                    .components(separatedBy: "\r\n")
                let length = head.first { $0.lowercased().hasPrefix("content-length:") }
                    .flatMap { Int($0.filter(\.isNumber)) }
                let end = gap.upperBound + (length ?? 0)
                if received.count >= end { return HTTPBytes(head: head, body: Array(received[gap.upperBound..<end])) }
            }
            var chunk = [UInt8](repeating: 0, count: 16 << 10)
            let size = recv(connection, &chunk, chunk.count, 0)
            guard size > 0 else { return nil }
            received += chunk[..<size]
        }
    }
}
