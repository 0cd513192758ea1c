/// The text of a file in UTF-8, in pieces: UTF-16 is turned into it, and what is no text is told by its first bytes.
package struct TextPieces {
    private let source: FileSource?
    private var pending: [UInt8]?
    private var utf16: UTF16Pieces?
    /// What the file is instead of a text; `nil` where it may be one.
    package let foreign: ForeignFile?

    /// A file.
    package init(path: String, isTable: Bool) throws(FileFailure) {
        let source = try FileSource(path: path)
        var start: [UInt8] = []
        // A pipe gives little at a time; the signs of a workbook lie within its first thousands of bytes.
        while start.count < 1 << 12 {
            let piece = try source.read(1 << 20)
            if piece.isEmpty { break }
            start += piece
        }
        self.init(source: source, start: start, name: path, isTable: isTable)
    }

    /// Bytes in memory.
    init(_ bytes: [UInt8], name: String, isTable: Bool) {
        self.init(source: nil, start: bytes, name: name, isTable: isTable)
    }

    private init(source: FileSource?, start: [UInt8], name: String, isTable: Bool) {
        self.source = source
        pending = start
        utf16 = UTF16Pieces(startingWith: start[...])
        foreign = ForeignFile(start[...], name: name, isTable: isTable)
    }

    /// The next piece, of about so many bytes; none at the end.
    package mutating func next(_ count: Int) throws(FileFailure) -> [UInt8] {
        while true {
            var piece = pending ?? []
            if pending == nil, let source { piece = try source.read(count) }
            let isLast = piece.isEmpty || (source == nil)
            pending = source == nil ? [] : nil
            guard utf16 != nil else { return piece }
            let text = utf16?.utf8(piece, isLast: isLast) ?? piece
            if isLast { utf16 = nil }
            if isLast || !text.isEmpty { return text }
        }
    }
}
