/// A piece of a text around what was sought in it.
package struct SearchSnippet: Sendable, Hashable {
    /// A stretch of the piece.
    package struct Part: Sendable, Hashable {
        package let text: String
        /// Whether it is what was sought.
        package let isHit: Bool

        package init(_ text: String, isHit: Bool) { (self.text, self.isHit) = (text, isHit) }
    }

    /// Together they are the piece; dots stand where the text goes on.
    package let parts: [Part]

    /// How many bytes of UTF-8 a piece holds before its first hit, and in all.
    package static let before = 70, longest = 260

    /// The piece around the first hit; the text's beginning where it has none.
    package init(of text: String, for query: SearchQuery, tokenizer: inout SearchTokenizer) {
        let hits = query.ranges(in: text, tokenizer: &tokenizer)
        let bytes = Array(text.utf8)
        let first = hits.first?.lowerBound ?? 0
        let start = Self.boundary(bytes, max(0, first - Self.before), hits.isEmpty ? 0 : first)
        let end = Self.end(bytes, start)
        var parts: [Part] = []
        var at = start
        func add(_ range: Range<Int>, _ isHit: Bool) {
            guard !range.isEmpty else { return }
            parts.append(Part(String(decoding: bytes[range], as: UTF8.self), isHit: isHit))
        }
        for hit in hits where hit.lowerBound < end {
            add(at..<max(at, hit.lowerBound), false)
            add(max(at, hit.lowerBound)..<min(hit.upperBound, end), true)
            at = max(at, min(hit.upperBound, end))
        }
        add(at..<max(at, end), false)
        if start > 0 { parts.insert(Part("… ", isHit: false), at: 0) }
        if end < bytes.count { parts.append(Part(" …", isHit: false)) }
        self.parts = parts
    }

    /// The first byte of a word at or behind a place, where one begins before the hit; else the first byte of a character.
    private static func boundary(_ bytes: [UInt8], _ wanted: Int, _ hit: Int) -> Int {
        guard wanted > 0 else { return 0 }
        if let blank = bytes[wanted..<min(hit, wanted + 24)].firstIndex(where: \.isBlank) { return blank + 1 }
        return bytes[wanted...hit].firstIndex { $0 & 0xC0 != 0x80 } ?? hit
    }

    private static func end(_ bytes: [UInt8], _ start: Int) -> Int {
        guard bytes.count - start > longest else { return bytes.count }
        let wanted = start + longest
        if let blank = bytes[(wanted - 24)..<wanted].lastIndex(where: \.isBlank) { return blank }
        var end = wanted
        while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}

extension SearchQuery {
    /// Where what is sought stands in a text, in bytes of UTF-8, in order and apart from each other.
    package func ranges(in text: String, tokenizer: inout SearchTokenizer) -> [Range<Int>] {
        let tokens = tokenizer.tokens(of: text)
        let terms = sought
        let beginnings = Dictionary(grouping: terms) { $0.words[0] }
        let open = terms.filter { $0.words.count == 1 && $0.isBeginning }
        var found: [Range<Int>] = []
        for index in tokens.indices {
            for term in (beginnings[tokens[index].text] ?? []) + open where matches(term, tokens, at: index) {
                let range = tokens[index].range.lowerBound..<tokens[index + term.words.count - 1].range.upperBound
                if let last = found.last, last.upperBound >= range.lowerBound {
                    found[found.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
                } else {
                    found.append(range)
                }
            }
        }
        return found
    }

    private func matches(_ term: Term, _ tokens: [SearchToken], at index: Int) -> Bool {
        guard index + term.words.count <= tokens.count else { return false }
        for (offset, word) in term.words.enumerated() {
            let token = tokens[index + offset].text
            let mayGoOn = term.isBeginning && offset == term.words.count - 1
            guard mayGoOn ? token.utf8.starts(with: word.utf8) : token == word else { return false }
        }
        return true
    }
}
