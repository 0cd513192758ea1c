/// A word of a text as searches compare it, and where it stands.
package struct SearchToken: Sendable, Hashable {
    /// The folded letters; no more than ``SearchTokenizer/longest`` bytes.
    package let text: String
    /// Its bytes in the text's UTF-8.
    package let range: Range<Int>
}

/// Cuts texts of any script into the words by which they are found.
///
/// A word is a run of letters and digits. In scripts without spaces each sign is a word, so that what is sought there is a run of words.
package struct SearchTokenizer: Sendable {
    /// A longer word counts by its first bytes.
    package static let longest = 96

    private var known: [Unicode.Scalar: SearchSign] = [:]
    private var word: [UInt8] = []
    private var start = 0, end = 0
    private var isSign = false

    package init() {}

    /// The words of a text in their order.
    package mutating func tokens(of text: String) -> [SearchToken] {
        var tokens: [SearchToken] = []
        forEach(in: text) { tokens.append(SearchToken(text: String(decoding: $0, as: UTF8.self), range: $1)) }
        return tokens
    }

    /// The words with a space between each: what an index is given, whose own rules then find nothing else to cut.
    package mutating func spaced(_ text: String) -> String {
        var line: [UInt8] = []
        line.reserveCapacity(text.utf8.count)
        forEach(in: text) { word, _ in
            if !line.isEmpty { line.append(UInt8(ascii: " ")) }
            line += word
        }
        return String(decoding: line, as: UTF8.self)
    }

    private mutating func forEach(in text: String, _ body: ([UInt8], Range<Int>) -> Void) {
        var at = 0
        for scalar in text.unicodeScalars {
            let next = at + UTF8.width(scalar)
            if scalar.isASCII {
                let byte = UInt8(truncatingIfNeeded: scalar.value)
                if byte.isLetter || byte.isDigit {
                    if isSign { flush(body) }
                    add([byte.lowercased], at..<next)
                } else {
                    flush(body)
                }
            } else {
                take(sign(of: scalar), at..<next, body)
            }
            at = next
        }
        flush(body)
    }

    private mutating func take(_ sign: SearchSign, _ range: Range<Int>, _ body: ([UInt8], Range<Int>) -> Void) {
        switch sign {
        case .between: flush(body)
        case .nothing: if !word.isEmpty { end = range.upperBound }
        case .letter(let bytes):
            if isSign { flush(body) }
            add(bytes, range)
        case .sign(let bytes):
            flush(body)
            add(bytes, range)
            isSign = true
        case .mark(let bytes): add(bytes, range)
        }
    }

    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
        if word.isEmpty { start = range.lowerBound }
        if word.count + bytes.count <= Self.longest { word += bytes }
        end = range.upperBound
    }

    private mutating func flush(_ body: ([UInt8], Range<Int>) -> Void) {
        if !word.isEmpty { body(word, start..<end) }
        word.removeAll(keepingCapacity: true)
        isSign = false
    }

    private mutating func sign(of scalar: Unicode.Scalar) -> SearchSign {
        if let sign = known[scalar] { return sign }
        let sign = SearchFolding.sign(of: scalar)
        // A hostile text may hold every character there is.
        if known.count > 20_000 { known.removeAll() }
        known[scalar] = sign
        return sign
    }
}
