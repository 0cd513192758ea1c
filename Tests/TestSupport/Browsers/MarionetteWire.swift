import Foundation
import Synchronization
import Text

/// The connection by which Firefox is steered, without a driver: Marionette's protocol, in which every message is the number of its
/// bytes, a colon, and a JSON list.
///
/// Commands are sent one after another.
final class MarionetteWire: Sendable {
    private let connection: Int32
    private let state = Mutex((received: [UInt8](), number: 0))

    /// Connects, and reads what Firefox says of itself.
    ///
    /// - Throws: ``WebDriverError``.
    init(port: Int) throws {
        connection = try LoopbackSocket.connected(to: port)
        _ = try state.withLock { try Self.message(&$0.received, connection) }
    }

    deinit { close(connection) }

    /// Sends a command and waits for its answer.
    ///
    /// - Throws: ``WebDriverError`` where Firefox refuses it, or says nothing for two minutes.
    func send(_ command: String, _ parameters: JSONValue) async throws -> JSONValue {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { [self] in
                done.resume(with: Result { try exchange(command, parameters) })
            }
        }
    }

    private func exchange(_ command: String, _ parameters: JSONValue) throws -> JSONValue {
        try state.withLock { state in
            state.number += 1
            let bytes = JSONText.bytes(of: [0, .integer(state.number), .string(command), parameters])
            try LoopbackSocket.write(Array("\(bytes.count):".utf8) + bytes, to: connection)
            let answer = try Self.message(&state.received, connection).array ?? []
            guard answer.count == 4, answer[1].integer == state.number else {
                throw WebDriverError("Firefox answers another command than '\(command)'")
            }
            guard answer[2] == .null else {
                let (kind, detail) = (answer[2]["error"]?.string ?? "", answer[2]["message"]?.string ?? "")
                throw WebDriverError("\(command): \(kind): \(detail)")
            }
            return answer[3]
        }
    }

    /// Reads one message.
    private static func message(_ received: inout [UInt8], _ connection: Int32) throws -> JSONValue {
        var colon = received.firstIndex(of: UInt8(ascii: ":"))
        while colon == nil {
            received += try LoopbackSocket.read(from: connection)
            colon = received.firstIndex(of: UInt8(ascii: ":"))
        }
        guard let colon, let length = Int(String(decoding: received[..<colon], as: UTF8.self)) else {
            throw WebDriverError("Firefox says no length")
        }
        let end = colon + 1 + length
        while received.count < end { received += try LoopbackSocket.read(from: connection) }
        let content = Array(received[(colon + 1)..<end])
        received.removeFirst(end)
        guard let json = JSONReader.read(content, manner: .strict) else {
            throw WebDriverError("Firefox says no JSON: \(String(decoding: content.prefix(500), as: UTF8.self))")
        }
        return json
    }
}
