import Text

/// Texts without what a manner of finding does not look at, each scalar with its place in the text.
enum Folded {
    static func of(_ text: String, _ manner: SpanFinder.Manner) -> (scalars: [Unicode.Scalar], places: [Int]) {
        var (scalars, places): ([Unicode.Scalar], [Int]) = ([], [])
        for (place, scalar) in text.unicodeScalars.enumerated() {
            let plain = manner == .quotes && isQuote(scalar) ? "'" : scalar
            for folded in plain.properties.lowercaseMapping.unicodeScalars {
                scalars.append(folded)
                places.append(place)
            }
        }
        return (scalars, places)
    }

    /// Quotation marks, apostrophes and what is typed for them.
    static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "'", "\"", "`", "´", "‘", "’", "‚", "‛", "“", "”", "„", "‟", "«", "»", "‹", "›", "「", "」", "『", "』", "＂",
            "＇", "′",
            "″", "ʼ":
            true
        default: false
        }
    }

    /// An attribution without the quotation marks around it.
    static func bare(_ text: String) -> String {
        var scalars = text.unicodeScalars[...]
        func isOuter(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { isQuote($0) || $0.properties.isWhitespace } ?? false
        }
        while isOuter(scalars.first) { scalars.removeFirst() }
        while isOuter(scalars.last) { scalars.removeLast() }
        return String(scalars)
    }
}

/// A text by its words, for finding what differs in marks and endings.
struct WordSpans {
    private let words: [String]
    /// Where each word stands, in scalars; whole characters.
    private let ranges: [Range<Int>]

    /// More words are not compared by their endings.
    private static let most = 2000

    init(_ text: String) {
        var tokenizer = SearchTokenizer()
        let tokens = tokenizer.tokens(of: text)
        words = tokens.map(\.text)
        // Bytes to scalars, and out to the ends of characters.
        var scalarOfByte = [Int](repeating: 0, count: text.utf8.count + 1)
        var (byte, scalar) = (0, 0)
        var starts: [Int] = []
        for character in text {
            starts.append(scalar)
            for part in character.unicodeScalars {
                for _ in 0..<UTF8.width(part) {
                    scalarOfByte[byte] = scalar
                    byte += 1
                }
                scalar += 1
            }
        }
        scalarOfByte[byte] = scalar
        starts.append(scalar)
        ranges = tokens.map { token in
            let lower = scalarOfByte[token.range.lowerBound]
            // The last byte's scalar, and what belongs to its character.
            let last = scalarOfByte[max(token.range.upperBound - 1, token.range.lowerBound)]
            return Self.start(before: lower, starts)..<Self.end(behind: last, starts)
        }
    }

    private static func start(before place: Int, _ starts: [Int]) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if starts[middle] <= place { low = middle } else { high = middle - 1 }
        }
        return starts.isEmpty ? place : starts[low]
    }

    private static func end(behind place: Int, _ starts: [Int]) -> Int {
        var (low, high) = (0, starts.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] > place { high = middle } else { low = middle + 1 }
        }
        return starts.isEmpty ? place + 1 : starts[low]
    }

    /// Where an attribution's words stand: the same, else the same but for their endings.
    func find(_ attribution: String) -> (range: Range<Int>, manner: SpanFinder.Manner)? {
        var tokenizer = SearchTokenizer()
        let sought = tokenizer.tokens(of: attribution).map(\.text)
        guard let first = sought.first, sought.count <= words.count else { return nil }
        let last = words.count - sought.count
        for start in 0...last
        where words[start] == first && words[start..<start + sought.count].elementsEqual(sought) {
            return (ranges[start].lowerBound..<ranges[start + sought.count - 1].upperBound, .marks)
        }
        guard words.count <= Self.most else { return nil }
        let isAlone = sought.count == 1
        for start in 0...last where WordForms.areAlike(words[start], first, isAlone: isAlone) {
            let behind = words[start..<start + sought.count]
            if zip(behind, sought).allSatisfy({ WordForms.areAlike($0, $1, isAlone: isAlone) }) {
                return (ranges[start].lowerBound..<ranges[start + sought.count - 1].upperBound, .inflection)
            }
        }
        return nil
    }
}

/// Whether two words are forms of one, by their letters alone.
enum WordForms {
    /// The same; or with four letters (three outside the Latin script) and half of the longer one in common, at the beginning, and at
    /// most four behind; in the Arabic script also where one is the other with up to three letters before. Beside other words, also
    /// where one of three letters or more is the other with up to three behind: "kid" and "kids".
    static func areAlike(_ left: String, _ right: String, isAlone: Bool) -> Bool {
        if left == right { return true }
        let (one, two) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
        let common = zip(one, two).prefix { $0 == $1 }.count
        let (shorter, longer) = (min(one.count, two.count), max(one.count, two.count))
        let least = one.first?.isASCII == true ? 4 : 3
        if common >= least, 2 * common >= longer, longer - common <= 4 { return true }
        if !isAlone, common == shorter, common >= 3, longer - common <= 3 { return true }
        return isArabic(one) && isArabic(two) && (hasPrefix(one, two) || hasPrefix(two, one))
    }

    private static func isArabic(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.first.map { (0x600...0x6FF).contains($0.value) } ?? false
    }

    private static func hasPrefix(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
        short.count >= 3 && (1...3).contains(long.count - short.count)
            && long.suffix(short.count).elementsEqual(short)
    }
}
