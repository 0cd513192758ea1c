package import Text

/// One object or array found in a reply.
struct LooseDocument: Sendable {
    let value: JSONValue
    let notation: Notation
    /// Whether its brackets close and nothing in it was cut off.
    let isComplete: Bool
    /// Whether the end of one of its strings had to be guessed. Nothing is taken from such a document.
    let isDoubtful: Bool
    /// The bytes it was read from.
    let range: Range<Int>
}

/// A reply taken apart: the documents in the order written, and the prose between them.
package struct LooseReply: Sendable {
    private(set) var documents: [LooseDocument] = []
    /// The stretches that belong to no document, in order.
    private(set) var prose: [Range<Int>] = []
    /// Bytes looked at so far; it grows linearly with the reply, which a test holds it to.
    package private(set) var work = 0
    /// Whether the reply ends inside a document of which nothing could be read.
    private(set) var endsInside = false
    /// Whether the reply made more work than any honest one does. Its reading is `unreadable(.tangled)`.
    private(set) var isTangled = false

    /// Whether the end of the reply cuts something off, as far as the reply itself shows it.
    var isCutOff: Bool { endsInside || documents.contains { !$0.isComplete } }

    private let mayBeCut: Bool
    private let workLimit: Int

    /// Takes `bytes[range]` apart. `mayBeCut` says that the respondent was stopped by its output limit.
    ///
    /// In this order, the first that fits: the whole is JSON; the whole is a Python literal; else every fence and
    /// every bracket in the prose is read for itself, each as JSON, as a Python literal, or with repair.
    package init(_ bytes: Bytes, _ range: Range<Int>, mayBeCut: Bool) {
        self.mayBeCut = mayBeCut
        workLimit = 32 * range.count + 4096
        if let value = JSONReader.whole(bytes, range) {
            work = range.count
            documents = [
                LooseDocument(value: value, notation: .strict, isComplete: true, isDoubtful: false, range: range)
            ]
            // A bare string is JSON, but it may hold a sentence.
            if value.text != nil { prose = [range] }
            return
        }
        if let literal = wholeLiteral(bytes, range) {
            documents = [literal]
            if literal.value.text != nil { prose = [range] }
            return
        }
        scan(bytes, range, inFence: false)
    }

    private mutating func wholeLiteral(_ bytes: Bytes, _ range: Range<Int>) -> LooseDocument? {
        var parser = PythonLiteral(bytes, from: range.lowerBound, to: range.upperBound)
        let value = parser.value()
        work += parser.at - range.lowerBound
        guard let value, bytes.skippingBlanks(parser.at, to: range.upperBound) == range.upperBound else { return nil }
        return LooseDocument(value: value, notation: .literal, isComplete: true, isDoubtful: false, range: range)
    }

    /// Walks through text, taking documents out of it; what remains is prose.
    private mutating func scan(_ bytes: Bytes, _ range: Range<Int>, inFence: Bool) {
        var proseStart = range.lowerBound
        var at = range.lowerBound
        var isLineStart = true
        while at < range.upperBound {
            if work > workLimit {
                isTangled = true
                return
            }
            let byte = bytes[at]
            var next: Int?
            if byte == .backtick, !inFence, bytes.has("```", at: at) {
                close(proseStart..<at)
                next = fence(bytes, at, range.upperBound)
            } else if begins(bytes, at, range.upperBound, isLineStart: isLineStart) {
                if let document = repaired(bytes, at, range.upperBound) {
                    close(proseStart..<at)
                    documents.append(document)
                    next = document.range.upperBound
                }
            }
            work += 1
            if let next {
                (at, proseStart, isLineStart) = (next, next, false)
            } else {
                isLineStart = byte == .newline || (isLineStart && byte.isBlank)
                at += 1
            }
        }
        close(proseStart..<range.upperBound)
    }

    private mutating func close(_ range: Range<Int>) {
        if !range.isEmpty { prose.append(range) }
    }

    /// Whether a document may begin here: a brace; a bracket with a string or a bracket in it, so that "[2]" and
    /// "[sic]" stay prose; or, at the start of a line, a quoted key with its colon.
    private func begins(_ bytes: Bytes, _ at: Int, _ end: Int, isLineStart: Bool) -> Bool {
        if bytes[at] == .openBrace { return true }
        if bytes[at] == .openBracket {
            let next = bytes.skippingBlanks(at + 1, to: min(end, at + 64))
            guard next < end else { return false }
            return bytes[next] == .openBrace || bytes[next] == .openBracket || QuoteMark(bytes, next) != nil
        }
        guard isLineStart, let quote = QuoteMark(bytes, at) else { return false }
        var scan = at + quote.length
        while scan < min(end, at + 120), bytes[scan] != .newline {
            if let mark = QuoteMark(bytes, scan), mark.isDouble == quote.isDouble {
                let next = bytes.skippingBlanks(scan + mark.length, to: min(end, scan + 8))
                if next < end, bytes[next] == .colon { return true }
            }
            scan += 1
        }
        return false
    }

    /// Reads what a fence holds; the index behind its closing mark.
    private mutating func fence(_ bytes: Bytes, _ at: Int, _ end: Int) -> Int {
        var start = at + 3
        while start < end, bytes[start].isWordByte { start += 1 }
        if let (value, notation, stop) = exact(bytes, start, end) {
            let next = bytes.skippingBlanks(stop, to: end)
            if next == end || bytes.has("```", at: next) {
                documents.append(
                    LooseDocument(
                        value: value, notation: notation, isComplete: true, isDoubtful: false, range: start..<stop))
                return next == end ? end : next + 3
            }
        }
        let closing = closingFence(bytes, start, end)
        scan(bytes, start..<closing, inFence: true)
        return min(end, closing + 3)
    }

    private mutating func closingFence(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int {
        var at = start
        while true {
            at = bytes.index(of: .backtick, from: at, to: end)
            if at >= end || bytes.has("```", at: at) { break }
            at += 1
        }
        work += at - start
        return at
    }

    /// The JSON text or Python literal that begins here, and where it stops.
    private mutating func exact(_ bytes: Bytes, _ start: Int, _ end: Int) -> (JSONValue, Notation, Int)? {
        var json = JSONReader(bytes, from: start, to: end)
        let value = json.value()
        work += json.at - start
        if let value { return (value, .fenced, json.at) }
        var literal = PythonLiteral(bytes, from: start, to: end)
        let other = literal.value()
        work += literal.at - start
        return other.map { ($0, .literal, literal.at) }
    }

    /// The document in plain text that begins here: exact or repaired, but never `strict` or `fenced`.
    private mutating func repaired(_ bytes: Bytes, _ start: Int, _ end: Int) -> LooseDocument? {
        let isBracketed = QuoteMark(bytes, start) == nil
        if isBracketed, let (value, _, stop) = exact(bytes, start, end) {
            return LooseDocument(
                value: value, notation: .repaired, isComplete: true, isDoubtful: false, range: start..<stop)
        }
        var parser = RepairingParser(bytes, from: start, to: end, mayBeCut: mayBeCut)
        let value = isBracketed ? parser.document() : parser.looseMembers()
        work += parser.at - start + parser.lookedAhead
        guard let value, value != .object([]), value != .array([]), parser.at > start else {
            endsInside = endsInside || (!parser.isComplete && parser.at >= end)
            return nil
        }
        return LooseDocument(
            value: value, notation: .repaired, isComplete: parser.isComplete, isDoubtful: parser.isDoubtful,
            range: start..<parser.at)
    }
}
