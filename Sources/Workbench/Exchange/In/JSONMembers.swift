import Foundation
import Text

/// The members of a large document's outermost object, each found without reading the others, and the items of one that is a list.
struct JSONMembers {
    private let data: Data
    /// Where the value of each member begins and ends.
    private let places: [String: Range<Int>]

    /// - Returns: `nil` where the document is no object, or cut off.
    init?(_ data: Data) {
        self.data = data
        let found: [String: Range<Int>]? = data.withUnsafeBytes { raw in
            let bytes = raw.bindMemory(to: UInt8.self)
            var places: [String: Range<Int>] = [:]
            var at = bytes.skippingBlanks(bytes.count > 2 && bytes[0] == 0xEF ? 3 : 0, to: bytes.count)
            guard bytes.byte(at) == .openBrace else { return nil }
            at = bytes.skippingBlanks(at + 1, to: bytes.count)
            while bytes.byte(at) == .doubleQuote {
                var reader = JSONReader(bytes, from: at, to: bytes.count, manner: .ofPrograms)
                guard case .string(let name)? = reader.value() else { return nil }
                at = bytes.skippingBlanks(reader.at, to: bytes.count)
                guard bytes.byte(at) == .colon else { return nil }
                let start = bytes.skippingBlanks(at + 1, to: bytes.count)
                guard let end = Self.end(of: start, bytes) else { return nil }
                places[name] = start..<end
                at = bytes.skippingBlanks(end, to: bytes.count)
                if bytes.byte(at) == .closeBrace { return places }
                guard bytes.byte(at) == .comma else { return nil }
                at = bytes.skippingBlanks(at + 1, to: bytes.count)
            }
            return bytes.byte(at) == .closeBrace ? places : nil
        }
        guard let found else { return nil }
        places = found
    }

    /// The member of a name; `nil` where there is none, or where it is damaged.
    subscript(name: String) -> JSONValue? {
        guard let place = places[name] else { return nil }
        return data.withUnsafeBytes { raw in
            JSONReader.whole(raw.bindMemory(to: UInt8.self), place, manner: .ofPrograms)
        }
    }

    /// Whether there is a member of that name.
    func has(_ name: String) -> Bool { places[name] != nil }

    /// The items of a list, read one at a time.
    func items(of name: String) -> Items { Items(data: data, place: places[name] ?? 0..<0) }

    /// Reads the items of a list.
    struct Items {
        private let data: Data
        private let end: Int
        private var at: Int
        /// Whether the list was read to its end.
        private(set) var isWhole = false

        fileprivate init(data: Data, place: Range<Int>) {
            (self.data, end, at) = (data, place.upperBound, place.lowerBound + 1)
            isWhole = place.isEmpty
        }

        /// The next item; `nil` at the end, and where it can't be read.
        mutating func next() -> JSONValue? {
            guard !isWhole else { return nil }
            let (value, next, closed): (JSONValue?, Int, Bool) = data.withUnsafeBytes { raw in
                let bytes = raw.bindMemory(to: UInt8.self)
                var start = bytes.skippingBlanks(at, to: end)
                if start < end, bytes[start] == .comma { start = bytes.skippingBlanks(start + 1, to: end) }
                if start < end, bytes[start] == .closeBracket { return (nil, start, true) }
                var reader = JSONReader(bytes, from: start, to: end, manner: .ofPrograms)
                let value = reader.value()
                return (value, reader.at, false)
            }
            at = next
            isWhole = closed
            return value
        }
    }

    /// Where the value ends that begins at `start`, by its brackets and quotation marks alone.
    private static func end(of start: Int, _ bytes: Bytes) -> Int? {
        var (at, depth) = (start, 0)
        while at < bytes.count {
            switch bytes[at] {
            case .doubleQuote:
                at = endOfString(from: at + 1, bytes)
                if depth == 0 { return at <= bytes.count ? at : nil }
                continue
            case .openBrace, .openBracket: depth += 1
            case .closeBrace, .closeBracket:
                // A bare word or number that ends where what holds it does.
                if depth == 0 { return at }
                depth -= 1
                if depth == 0 { return at + 1 }
            case .comma where depth == 0: return at
            default: break
            }
            at += 1
        }
        return nil
    }

    /// Behind the closing quotation mark; beyond the end where there is none.
    private static func endOfString(from start: Int, _ bytes: Bytes) -> Int {
        var at = start
        while true {
            at = bytes.endOfPlainRun(quote: .doubleQuote, from: at, to: bytes.count)
            guard at < bytes.count else { return bytes.count + 1 }
            if bytes[at] == .doubleQuote { return at + 1 }
            at += bytes[at] == .backslash ? 2 : 1
        }
    }
}
