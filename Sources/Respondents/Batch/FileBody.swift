import Foundation
import NIOCore

/// A file as part of a request's body, read while it is sent.
struct FileBody: Sendable {
    let path: String
    var before: [UInt8] = []
    var after: [UInt8] = []
    /// Whether its lines are the elements of a list: line feeds between them become commas, the last one is left out.
    var isList = false

    /// Bytes of the whole body.
    func size() throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let file = (attributes[.size] as? NSNumber)?.intValue ?? 0
        return before.count + after.count + file - (isList && file > 0 ? 1 : 0)
    }

    /// The body in pieces.
    func pieces(_ moved: Movement) -> Pieces { Pieces(body: self, moved: moved) }

    struct Pieces: AsyncSequence, Sendable {
        typealias Element = ByteBuffer
        let body: FileBody
        let moved: Movement

        func makeAsyncIterator() -> Iterator { Iterator(body: body, moved: moved) }
    }

    struct Iterator: AsyncIteratorProtocol {
        private enum Stage { case before, file(FileHandle, left: Int), done }

        private static let piece = 128 << 10
        private let body: FileBody
        private let moved: Movement
        private var stage = Stage.before

        init(body: FileBody, moved: Movement) {
            self.body = body
            self.moved = moved
        }

        mutating func next() async throws -> ByteBuffer? {
            moved.note()
            switch stage {
            case .before:
                let file = try FileHandle(forReadingFrom: URL(filePath: body.path))
                stage = .file(file, left: try body.size() - body.before.count - body.after.count)
                return ByteBuffer(bytes: body.before)
            case .file(let file, let left):
                guard left > 0, let data = try file.read(upToCount: min(Self.piece, left)), !data.isEmpty else {
                    try? file.close()
                    stage = .done
                    return ByteBuffer(bytes: body.after)
                }
                stage = .file(file, left: left - data.count)
                guard body.isList else { return ByteBuffer(bytes: data) }
                return ByteBuffer(bytes: data.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: ",") : $0 })
            case .done: return nil
            }
        }
    }
}
