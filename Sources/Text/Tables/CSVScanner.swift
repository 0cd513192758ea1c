/// Cuts records out of a buffer that is refilled from a file.
struct CSVScanner {
    private var buffer: [UInt8] = []
    private var at = 0
    private var line = 1
    private var pieces: TextPieces
    private var isLast = false
    private var separator = UInt8.comma
    private let name: String
    private let fieldLimit: Int

    /// - Parameter dialect: the names by which the separator of a spreadsheet's table is found; `nil` reads commas alone.
    init(_ pieces: TextPieces, name: String, fieldLimit: Int, dialect: CSVDialect?) throws(CSVError) {
        if let foreign = pieces.foreign {
            throw .anotherKind(file: name, what: foreign.what, remedy: foreign.remedy)
        }
        self.pieces = pieces
        self.name = name
        self.fieldLimit = fieldLimit
        if try !refill() { isLast = true }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        if let dialect { settleSeparator(dialect) }
    }

    /// The separator of a first line "sep=;", which is passed over; else that by which most names of columns are known.
    private mutating func settleSeparator(_ dialect: CSVDialect) {
        let declared = buffer.withUnsafeBufferPointer { CSVDialect.declaration($0, at: at) }
        if let declared {
            separator = declared.separator
            at += declared.length
            line += 1
            return
        }
        var most = 0
        for candidate in CSVDialect.separators {
            let first = buffer.withUnsafeBufferPointer { bytes -> CSVRow? in
                var record = RecordScan(
                    bytes, from: at, line: line, isLast: true, fieldLimit: fieldLimit, separator: candidate)
                guard case .record(let row, _, _) = record.run() else { return nil }
                return row
            }
            let hits = first.map { dialect.hits($0.fields) } ?? 0
            if hits > most { (most, separator) = (hits, candidate) }
        }
    }

    /// The next record, however many fields it has.
    mutating func next() throws(CSVError) -> CSVRow? {
        while true {
            let outcome = buffer.withUnsafeBufferPointer { bytes in
                var record = RecordScan(
                    bytes, from: at, line: line, isLast: isLast, fieldLimit: fieldLimit, separator: separator)
                return record.run()
            }
            switch outcome {
            case .record(let row, let next, let nextLine):
                at = next
                line = nextLine
                return row
            case .end: return nil
            case .needsMore:
                if try !refill() { isLast = true }
            case .notUTF8(let line, let byte): throw .notUTF8(file: name, line: line, byte: byte)
            case .nul(let line): throw .holdsNUL(file: name, line: line)
            case .tooLong(let line): throw .fieldTooLong(file: name, line: line, limit: fieldLimit)
            case .unclosed(let line): throw .unclosedQuote(file: name, line: line)
            case .textAfterQuote(let line): throw .textAfterQuote(file: name, line: line)
            }
        }
    }

    /// Drops what has been read and appends the next piece of the file, at least as long as what is kept, so that a
    /// long record is scanned a bounded number of times. False at the end of the file.
    private mutating func refill() throws(CSVError) -> Bool {
        if at > 0 {
            buffer.removeSubrange(..<at)
            at = 0
        }
        let piece: [UInt8]
        do throws(FileFailure) {
            piece = try pieces.next(max(1 << 20, buffer.count))
        } catch {
            throw .unreadable(file: name, reason: error.reason)
        }
        buffer.append(contentsOf: piece)
        return !piece.isEmpty
    }
}

/// The scan of one record.
struct RecordScan {
    enum Outcome {
        case record(CSVRow, next: Int, line: Int)
        case end
        case needsMore
        case nul(Int)
        case notUTF8(Int, byte: UInt8)
        case tooLong(Int)
        case unclosed(Int)
        case textAfterQuote(Int)
    }

    private let bytes: Bytes
    private let isLast: Bool
    private let fieldLimit: Int
    private let separator: UInt8
    private let firstLine: Int
    private var at: Int
    private var line: Int
    private var content: [UInt8] = []
    private var ends: [Int] = []

    init(_ bytes: Bytes, from start: Int, line: Int, isLast: Bool, fieldLimit: Int, separator: UInt8 = .comma) {
        self.bytes = bytes
        self.isLast = isLast
        self.fieldLimit = fieldLimit
        self.separator = separator
        self.line = line
        firstLine = line
        at = start
    }

    mutating func run() -> Outcome {
        guard at < bytes.count else { return isLast ? .end : .needsMore }
        while true {
            let fieldLine = line
            let fieldStart = content.count
            if bytes.byte(at) == .doubleQuote, at < bytes.count {
                if let problem = quoted(fieldStart: fieldStart, fieldLine: fieldLine) { return problem }
            } else if let problem = unquoted(fieldLine: fieldLine) {
                return problem
            }
            ends.append(content.count)
            guard at < bytes.count else { return finish(next: at) }
            switch bytes[at] {
            case separator: at += 1
            case .newline: return finish(next: at + 1, lines: 1)
            case .carriageReturn:
                // Whether a line feed follows may only be known with the next piece.
                guard at + 1 < bytes.count || isLast else { return .needsMore }
                return finish(next: bytes.byte(at + 1) == .newline ? at + 2 : at + 1, lines: 1)
            default: return .textAfterQuote(line)
            }
        }
    }

    private func finish(next: Int, lines: Int = 0) -> Outcome {
        .record(CSVRow(line: firstLine, content: content, ends: ends), next: next, line: line + lines)
    }

    /// Reads up to the quote that closes the field.
    private mutating func quoted(fieldStart: Int, fieldLine: Int) -> Outcome? {
        at += 1
        while true {
            let stop = bytes.index(of: .doubleQuote, from: at, to: bytes.count)
            let run = Bytes(rebasing: bytes[at..<stop])
            if let problem = check(run, end: stop, length: content.count - fieldStart + run.count, fieldLine) {
                return problem
            }
            content.append(contentsOf: run)
            line += lineBreaks(run)
            at = stop
            guard at < bytes.count else { return isLast ? .unclosed(fieldLine) : .needsMore }
            guard at + 1 < bytes.count || isLast else { return .needsMore }
            guard bytes.byte(at + 1) == .doubleQuote, at + 1 < bytes.count else {
                at += 1
                return nil
            }
            content.append(.doubleQuote)
            at += 2
        }
    }

    private mutating func unquoted(fieldLine: Int) -> Outcome? {
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            if byte == separator || byte == .newline || byte == .carriageReturn { break }
            at += 1
        }
        let run = Bytes(rebasing: bytes[start..<at])
        if let problem = check(run, end: at, length: run.count, fieldLine) { return problem }
        guard at < bytes.count || isLast else { return .needsMore }
        content.append(contentsOf: run)
        return nil
    }

    private func check(_ run: Bytes, end: Int, length: Int, _ fieldLine: Int) -> Outcome? {
        if length > fieldLimit { return .tooLong(fieldLine) }
        let nul = run.index(of: 0, from: 0, to: run.count)
        if nul < run.count { return .nul(line + lineBreaks(Bytes(rebasing: run[..<nul]))) }
        // Half a character at the end of a piece is whole with the next one.
        guard end < bytes.count || isLast, String(validating: run, as: UTF8.self) == nil else {
            return nil
        }
        return notUTF8(run)
    }

    /// The line of the first byte that is no UTF-8, and that byte.
    private func notUTF8(_ run: Bytes) -> Outcome {
        var (start, line) = (0, line)
        while start < run.count {
            let end = run.index(of: .newline, from: start, to: run.count)
            let part = Bytes(rebasing: run[start..<end])
            if let byte = firstInvalid(part) { return .notUTF8(line, byte: byte) }
            (start, line) = (end + 1, line + 1)
        }
        return .notUTF8(line, byte: firstInvalid(run) ?? 0)
    }

    private func firstInvalid(_ run: Bytes) -> UInt8? {
        var parser = Unicode.UTF8.ForwardParser()
        var (rest, place) = (run.makeIterator(), 0)
        while true {
            switch parser.parseScalar(from: &rest) {
            case .valid(let scalar): place += scalar.count
            case .error: return run.byte(place)
            case .emptyInput: return nil
            }
        }
    }

    /// Line breaks in a stretch of text: LF, and CR that no LF follows.
    private func lineBreaks(_ run: Bytes) -> Int {
        var count = 0
        var at = run.index(of: .newline, from: 0, to: run.count)
        while at < run.count {
            count += 1
            at = run.index(of: .newline, from: at + 1, to: run.count)
        }
        return count
    }
}
