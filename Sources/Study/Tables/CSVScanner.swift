/// Cuts records out of a buffer that is refilled from a file.
struct CSVScanner {
    private var buffer: [UInt8]
    private var at = 0
    private var line = 1
    private var source: FileSource?
    private let name: String
    private let fieldLimit: Int

    init(_ bytes: [UInt8], source: FileSource?, name: String, fieldLimit: Int) throws(CSVError) {
        buffer = bytes
        self.source = source
        self.name = name
        self.fieldLimit = fieldLimit
        if source != nil { _ = try refill() }
        if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The next record, however many fields it has.
    mutating func next() throws(CSVError) -> CSVRow? {
        while true {
            let outcome = buffer.withUnsafeBufferPointer { bytes in
                var record = RecordScan(bytes, from: at, line: line, isLast: source == nil, fieldLimit: fieldLimit)
                return record.run()
            }
            switch outcome {
            case .record(let row, let next, let nextLine):
                at = next
                line = nextLine
                return row
            case .end: return nil
            case .needsMore:
                if try !refill() { source = nil }
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
        guard let source else { return false }
        if at > 0 {
            buffer.removeSubrange(..<at)
            at = 0
        }
        let piece = try source.read(max(1 << 20, buffer.count))
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
        case tooLong(Int)
        case unclosed(Int)
        case textAfterQuote(Int)
    }

    private let bytes: Bytes
    private let isLast: Bool
    private let fieldLimit: Int
    private let firstLine: Int
    private var at: Int
    private var line: Int
    private var content: [UInt8] = []
    private var ends: [Int] = []

    init(_ bytes: Bytes, from start: Int, line: Int, isLast: Bool, fieldLimit: Int) {
        self.bytes = bytes
        self.isLast = isLast
        self.fieldLimit = fieldLimit
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
            case .comma: at += 1
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
            if let problem = check(run, length: content.count - fieldStart + run.count, fieldLine) { return problem }
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
            if byte == .comma || byte == .newline || byte == .carriageReturn { break }
            at += 1
        }
        let run = Bytes(rebasing: bytes[start..<at])
        if let problem = check(run, length: run.count, fieldLine) { return problem }
        guard at < bytes.count || isLast else { return .needsMore }
        content.append(contentsOf: run)
        return nil
    }

    private func check(_ run: Bytes, length: Int, _ fieldLine: Int) -> Outcome? {
        if length > fieldLimit { return .tooLong(fieldLine) }
        let nul = run.index(of: 0, from: 0, to: run.count)
        guard nul < run.count else { return nil }
        return .nul(line + lineBreaks(Bytes(rebasing: run[..<nul])))
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
