/// Takes secrets out of what is shown or kept, however they are spelt there.
///
/// A server that quotes a key may escape it for JSON, an address or HTML, write it in capitals, in base64 or in
/// hexadecimal, break it up with characters of no width, or cut some of it off. So a text is first read as what it stands
/// for (`Spelling`), and every run that it has in common with a secret is hidden, if it is at least half of it, or a
/// dozen characters.
struct Scrubber: Sendable, Hashable {
    private let patterns: [Pattern]
    /// How many bytes a place must have in common with a pattern before it is looked at closely.
    private let gramLength: Int
    /// Where each gram stands in the patterns.
    private let grams: [UInt64: [Place]]
    /// A bit for each gram, so that most places of a text cost no search.
    private let filter: [UInt64]

    private struct Place: Sendable, Hashable {
        var pattern: Int
        var offset: Int
    }

    init(_ secrets: [Secret]) {
        patterns = Array(Set(secrets.flatMap(Pattern.all)))
        let length = min(8, patterns.map(\.minimum).min() ?? 8)
        var grams: [UInt64: [Place]] = [:]
        var filter = [UInt64](repeating: 0, count: 1 << 12)
        for (number, pattern) in patterns.enumerated() where pattern.bytes.count >= length {
            for offset in 0...(pattern.bytes.count - length) {
                let gram = pattern.bytes[offset..<offset + length].reduce(0) { $0 << 8 | UInt64($1) }
                grams[gram, default: []].append(Place(pattern: number, offset: offset))
                let bit = Self.hash(gram)
                filter[bit >> 6] |= 1 << UInt64(bit & 63)
            }
        }
        gramLength = length
        self.grams = grams
        self.filter = filter
    }

    /// Whether there is nothing to hide.
    var isEmpty: Bool { patterns.isEmpty }

    private static func hash(_ gram: UInt64) -> Int { Int((gram &* 0x9E37_79B9_7F4A_7C15) >> 46) }

    /// The bits of a gram.
    var mask: UInt64 { gramLength == 8 ? .max : 1 << UInt64(gramLength * 8) - 1 }

    /// Whether these bytes stand in a pattern.
    func isGram(_ window: UInt64) -> Bool {
        let bit = Self.hash(window)
        return filter[bit >> 6] & 1 << UInt64(bit & 63) != 0 && grams[window] != nil
    }
}

extension Scrubber {
    /// `bytes` with every occurrence replaced by `<REDACTED>`.
    func scrubbed(_ bytes: [UInt8]) -> [UInt8] {
        guard !isEmpty, mayHoldSecret(bytes) else { return bytes }
        let ranges = occurrences(in: bytes)
        guard !ranges.isEmpty else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var copied = 0
        for range in ranges {
            result += bytes[copied..<range.lowerBound]
            result += Secret.placeholder.utf8
            copied = range.upperBound
        }
        return result + bytes[copied...]
    }

    /// `text` with every occurrence replaced by `<REDACTED>`.
    func scrubbed(_ text: String) -> String {
        guard !isEmpty else { return text }
        let bytes = Array(text.utf8)
        let clean = scrubbed(bytes)
        return clean == bytes ? text : String(decoding: clean, as: UTF8.self)
    }

    /// Where secrets stand, in order and apart from each other.
    private func occurrences(in bytes: [UInt8]) -> [Range<Int>] {
        let spelling = Spelling(bytes)
        let runs = runs(in: spelling) { $0.minimum }
        guard runs.contains(where: { !$0.isWhole }) else {
            return Self.merged(runs.map { spelling.source(of: $0.range) })
        }
        // Where a part of a secret stands, the rest of it may stand elsewhere.
        return Self.merged(self.runs(in: spelling) { min($0.minimum, 8) }.map { spelling.source(of: $0.range) })
    }

    private struct Run {
        var range: Range<Int>
        var isWhole: Bool
    }

    private func runs(in spelling: Spelling, minimum: (Pattern) -> Int) -> [Run] {
        var found: [Run] = []
        var window: UInt64 = 0
        for (index, byte) in spelling.folded.enumerated() {
            window = (window << 8 | UInt64(byte)) & mask
            guard isGram(window), index + 1 >= gramLength, index >= found.last?.range.upperBound ?? 0,
                let places = grams[window]
            else { continue }
            let runs = places.compactMap { place in
                let pattern = patterns[place.pattern]
                return run(at: index + 1 - gramLength, in: spelling.folded, place, atLeast: minimum(pattern)).map {
                    Run(range: $0, isWhole: $0.count == pattern.bytes.count)
                }
            }
            if let longest = runs.max(by: { $0.range.count < $1.range.count }) { found.append(longest) }
        }
        return found
    }

    /// What a text has in common with a pattern around a place, where that is enough of it.
    private func run(at start: Int, in text: [UInt8], _ place: Place, atLeast minimum: Int) -> Range<Int>? {
        let pattern = patterns[place.pattern]
        var (first, offset) = (start, place.offset)
        while first > 0, offset > 0, text[first - 1] == pattern.bytes[offset - 1] {
            first -= 1
            offset -= 1
        }
        var (end, next) = (start + gramLength, place.offset + gramLength)
        while end < text.count, next < pattern.bytes.count, text[end] == pattern.bytes[next] {
            end += 1
            next += 1
        }
        guard end - first >= minimum else { return nil }
        if pattern.standsAlone {
            guard first == 0 || !Self.isWordy(text[first - 1]), end == text.count || !Self.isWordy(text[end]) else {
                return nil
            }
        }
        return first..<end
    }

    private static func isWordy(_ byte: UInt8) -> Bool {
        byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
