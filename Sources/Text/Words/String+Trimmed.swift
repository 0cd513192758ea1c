extension String {
    /// Without white space at both ends.
    package var trimmed: String {
        let plain: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, plain ~= first, plain ~= last { return self }
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }

    /// The first 60 characters on one line.
    package var excerpt: String {
        let line = prefix(61).map { $0.isNewline ? " " : String($0) }.joined()
        return count > 60 ? "\(line.prefix(60))…" : line
    }
}
