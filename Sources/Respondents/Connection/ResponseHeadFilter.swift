import NIOCore
import NIOHTTP1

/// Looks at the head of every answer of HTTP/1.1 before the parser does.
///
/// The parser refuses two lengths, even where they are equal, as a proxy that adds its own line sends them; RFC 9110 lets
/// a client take them for one. And an interim answer (1xx) that brings a body would be taken for the beginning of another.
final class ResponseHeadFilter: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var awaitsHead = true
    private var isBroken = false
    private var held: ByteBuffer?

    /// More than the parser takes for a head: what is longer is left to it to refuse.
    private static let longestHead = 128 << 10

    /// The answer that was on its way is complete: what comes next begins another.
    func expectHead() {
        awaitsHead = true
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isBroken else { return }
        guard awaitsHead else { return context.fireChannelRead(data) }
        var bytes = unwrapInboundIn(data)
        if var before = held.take() {
            before.writeBuffer(&bytes)
            bytes = before
        }
        while awaitsHead, bytes.readableBytes > 0 {
            guard let end = Self.endOfHead(bytes.readableBytesView) else {
                guard Self.mayBeHead(bytes.readableBytesView) else { break }
                held = bytes
                return
            }
            guard let head = bytes.readSlice(length: end) else { break }
            take(RawHead(head.readableBytesView), context)
            if isBroken { return }
        }
        guard bytes.readableBytes > 0 else { return }
        awaitsHead = false
        context.fireChannelRead(wrapInboundOut(bytes))
    }

    private func take(_ head: RawHead, _ context: ChannelHandlerContext) {
        if head.isInterim, head.announcesBody {
            isBroken = true
            context.fireErrorCaught(UnusableStatus(code: head.status ?? 0))
            return context.close(promise: nil)
        }
        awaitsHead = head.isInterim
        context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: head.withOneLength)))
    }

    /// A head that broke off is the parser's to complain of.
    func channelInactive(context: ChannelHandlerContext) {
        if let held = held.take() { context.fireChannelRead(wrapInboundOut(held)) }
        context.fireChannelInactive()
    }

    private static func mayBeHead(_ bytes: ByteBufferView) -> Bool {
        bytes.count < longestHead && zip(bytes, "HTTP/".utf8).allSatisfy { $0 == $1 }
    }

    /// The index after the empty line that ends a head.
    private static func endOfHead(_ bytes: ByteBufferView) -> Int? {
        var lineIsEmpty = false
        for (offset, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                if lineIsEmpty { return offset + 1 }
                lineIsEmpty = true
            } else if byte != UInt8(ascii: "\r") {
                lineIsEmpty = false
            }
        }
        return nil
    }
}

/// An answer has a status that no answer can have.
struct UnusableStatus: Error {
    let code: Int
}

/// The bytes of a head, read as far as the filter needs it.
struct RawHead {
    private let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
    }

    /// The three digits after the version; nil where there are none.
    var status: Int? {
        let parts = bytes.prefix(64).split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard parts.count > 1, parts[0].starts(with: "HTTP/".utf8) else { return nil }
        let digits = parts[1].prefix { $0 != 0x0D && $0 != 0x0A }
        return digits.count == 3 ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }

    /// Whether another head follows. After 101 none does: what follows is no HTTP.
    var isInterim: Bool {
        status.map { (100..<200).contains($0) && $0 != 101 } ?? false
    }

    var announcesBody: Bool {
        lines.contains { name($0) == "transfer-encoding" || (name($0) == "content-length" && value($0) != "0") }
    }

    /// The same bytes, in which several equal lengths have become one; different ones are left for the parser to refuse.
    var withOneLength: [UInt8] {
        let lengths = lines.filter { name($0) == "content-length" }
        let values = lengths.flatMap { value($0).split(separator: ",", omittingEmptySubsequences: false) }
            .map { $0.trimmingSpace() }
        guard values.count > 1, let first = values.first, !first.isEmpty, first.allSatisfy(\.isWholeNumber),
            values.allSatisfy({ $0 == first })
        else { return bytes }
        var result: [UInt8] = []
        var isWritten = false
        for line in lines {
            if name(line) != "content-length" {
                result += line
            } else if !isWritten {
                isWritten = true
                result += "content-length: \(first)\r\n".utf8
            }
        }
        return result
    }

    /// The lines, each with its end.
    private var lines: [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(bytes[start...end])
            start = end + 1
        }
        return lines
    }

    private func name(_ line: ArraySlice<UInt8>) -> String {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        return String(decoding: line[..<colon], as: UTF8.self).lowercased()
    }

    private func value(_ line: ArraySlice<UInt8>) -> String {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return "" }
        return String(String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingSpace())
    }
}
