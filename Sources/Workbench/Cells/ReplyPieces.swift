import AnswerStore
import Foundation
import Reports

/// A long text of a reply in parts, each read alone.
struct ReplyPieces {
    let store: AnswerStore

    /// A part begins a little before a multiple of so many bytes (``ShownText/window``), so that none has 100,000 bytes.
    static let stride = 99_000

    /// The parts of a text of so many bytes.
    static func parts(of bytes: Int) -> Int { max(1, (bytes + stride - 1) / stride) }

    /// A part, from 1; the last one where there are fewer.
    func part(_ number: Int, of text: ReplyText, reply: Int64, bytes: Int) throws -> ShownText {
        let parts = Self.parts(of: bytes)
        let number = min(max(1, number), parts)
        let nominal = (number - 1) * Self.stride
        // Both ends are looked for in one read.
        let start = max(0, nominal - ShownText.window)
        let read = [UInt8](
            try store.bytes(of: text, reply: reply, from: start, count: nominal - start + Self.stride + 4))
        let from = number == 1 ? 0 : ShownText.cut(read, near: nominal - start)
        let isLast = number == parts
        let to =
            isLast ? read.count : max(from, ShownText.cut(read, near: min(read.count, nominal - start + Self.stride)))
        return ShownText(
            String(decoding: read[from..<to], as: UTF8.self), bytes: bytes, part: number, parts: parts)
    }

    /// The beginning of a text.
    func head(of text: ReplyText, reply: Int64, bytes: Int, most: Int) throws -> ShownText {
        let read = [UInt8](try store.bytes(of: text, reply: reply, from: 0, count: min(bytes, most) + 4))
        guard bytes > most else { return ShownText(String(decoding: read, as: UTF8.self), bytes: bytes) }
        let end = ShownText.cut(read, near: min(most, read.count))
        return ShownText(
            String(decoding: read[..<end], as: UTF8.self), bytes: bytes, part: 1, parts: (bytes + most - 1) / most)
    }
}
