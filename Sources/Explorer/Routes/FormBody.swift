import Hummingbird
import NIOCore

/// A form's bytes, bounded in size and in time.
enum FormBody {
    /// How long a form may take to come in.
    static let patience = Duration.seconds(15)

    /// - Throws: ``ExplorerProblem`` where it is too long or takes too long.
    static func collect(_ request: Request) async throws -> ByteBuffer {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > WriteRoute.mostBytes {
            throw ExplorerProblem.tooLong
        }
        return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
            group.addTask {
                do {
                    return try await request.body.collect(upTo: WriteRoute.mostBytes)
                } catch is NIOTooManyBytesError {
                    throw ExplorerProblem.tooLong
                }
            }
            group.addTask {
                try await Task.sleep(for: patience)
                throw ExplorerProblem.tooSlow
            }
            defer { group.cancelAll() }
            return try await group.next() ?? ByteBuffer()
        }
    }
}
