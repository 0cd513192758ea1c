/// What a file is that is no text at all, or a text of another kind, told by its first bytes, with what to do about it.
package struct ForeignFile: Equatable {
    /// "a ZIP archive".
    package let what: String
    /// "unpack it first".
    package let remedy: String

    /// - Parameter isTable: whether a table is wanted, so that JSON and pages are foreign, too.
    /// - Returns: `nil` where nothing speaks against it.
    init?(_ start: ArraySlice<UInt8>, name: String, isTable: Bool) {
        if let known = Self.binary.first(where: { start.starts(with: $0.bytes) }) {
            (what, remedy) = known.isArchive ? Self.archive(start, name: name) : (known.what, known.remedy)
            return
        }
        let text = start.drop { $0.isBlank }.prefix(64)
        let word = String(decoding: text, as: UTF8.self).lowercased()
        if word.hasPrefix("version https://git-lfs") {
            (what, remedy) = ("a pointer of Git LFS", "fetch the file itself with: git lfs pull")
        } else if word.hasPrefix("<!doctype html") || word.hasPrefix("<html") {
            (what, remedy) = ("a web page", "download the file itself")
        } else if isTable, word.hasPrefix("<?xml") || word.hasPrefix("<") {
            (what, remedy) = ("XML", Self.saveAsCSV)
        } else if isTable, Self.isJSON(text) {
            (what, remedy) = ("JSON", "give a CSV file; actions in JSON, one object a line, are for --actions")
        } else {
            return nil
        }
    }

    private static let saveAsCSV = "open it in a spreadsheet program and save it as CSV in UTF-8"

    private struct Sign: Sendable {
        let bytes: [UInt8]
        let what: String
        let remedy: String
        var isArchive: Bool { bytes.starts(with: Array("PK".utf8)) }

        init(_ bytes: [UInt8], _ what: String, _ remedy: String) {
            (self.bytes, self.what, self.remedy) = (bytes, what, remedy)
        }

        init(_ start: String, _ what: String, _ remedy: String) { self.init(Array(start.utf8), what, remedy) }
    }

    private static let binary: [Sign] = [
        Sign("PK\u{3}\u{4}", "", ""), Sign("PK\u{5}\u{6}", "", ""), Sign("PK\u{7}\u{8}", "", ""),
        Sign([0x1F, 0x8B], "compressed with gzip", "unpack it first, with: gunzip"),
        Sign("BZh", "compressed with bzip2", "unpack it first, with: bunzip2"),
        Sign([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", "unpack it first, with: unxz"),
        Sign([0x28, 0xB5, 0x2F, 0xFD], "compressed with Zstandard", "unpack it first, with: unzstd"),
        Sign([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it first"),
        Sign("Rar!\u{1A}", "a RAR archive", "unpack it first"),
        Sign([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook", saveAsCSV),
        Sign("PAR1", "a Parquet file", "save it as CSV, such as with pandas: read_parquet(…).to_csv(…, index=False)"),
        Sign("ARROW1", "an Arrow file", "save it as CSV, such as with pandas: read_feather(…).to_csv(…, index=False)"),
        Sign("Obj\u{1}", "an Avro file", "save it as CSV"), Sign("ORC", "an ORC file", "save it as CSV"),
        Sign([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A], "an HDF5 file", "save it as CSV"),
        Sign([0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59], "a NumPy array", "save it as CSV"),
        Sign("%PDF-", "a PDF document", "give the table itself, as CSV"),
        Sign("{\\rtf", "an RTF document", "save it as plain text"),
        Sign([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a picture (PNG)", "give the table itself, as CSV"),
        Sign([0xFF, 0xD8, 0xFF], "a picture (JPEG)", "give the table itself, as CSV"),
        Sign("SQLite format 3\0", "an SQLite database", "name a store with --store, or save the table as CSV"),
        Sign([0xFF, 0xFE, 0x00, 0x00], "text in UTF-32", "save it in UTF-8"),
        Sign([0x00, 0x00, 0xFE, 0xFF], "text in UTF-32", "save it in UTF-8"),
        Sign([0x80, 0x02], "a Python pickle", "save it as CSV"),
        Sign([0x80, 0x03], "a Python pickle", "save it as CSV"),
        Sign([0x80, 0x04], "a Python pickle", "save it as CSV"),
        Sign([0x80, 0x05], "a Python pickle", "save it as CSV"),
    ]

    /// Spreadsheets are archives, too: their parts have names that tell.
    private static func archive(_ start: ArraySlice<UInt8>, name: String) -> (String, String) {
        let names = String(decoding: start.prefix(1 << 16), as: UTF8.self)
        let name = name.lowercased()
        if names.contains("xl/") || name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm") {
            return ("an Excel workbook", saveAsCSV)
        }
        if names.contains("opendocument.spreadsheet") || name.hasSuffix(".ods") {
            return ("an OpenDocument spreadsheet", saveAsCSV)
        }
        if names.contains("Index/Document.iwa") || name.hasSuffix(".numbers") {
            return ("a Numbers spreadsheet", saveAsCSV)
        }
        return ("a ZIP archive", "unpack it first")
    }

    /// `{"…`, `[{`, `["…`: no column of a table is named so.
    private static func isJSON(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first == .openBrace || first == .openBracket else { return false }
        let second = text.dropFirst().first { !$0.isBlank }
        return second.map { [.doubleQuote, .openBrace, .openBracket, .closeBrace, .closeBracket].contains($0) } ?? true
    }
}
