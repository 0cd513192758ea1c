import Foundation

/// A comma-separated file with quoted fields, read whole.
struct CSVFile {
    /// A column that a file lacks.
    struct MissingColumn: Error {
        var name: String
    }

    var header: [String] = []
    var rows: [[String]] = []

    init(_ url: URL) throws {
        let (comma, quote, lineFeed) = (UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"))
        var field: [UInt8] = []
        var row: [String] = []
        var isQuoted = false
        var closedQuote = false
        for byte in try Data(contentsOf: url) where byte != UInt8(ascii: "\r") {
            if byte == quote {
                // A second quote right after a closing one stands for itself.
                if closedQuote { field.append(quote) }
                isQuoted.toggle()
                closedQuote = !isQuoted
                continue
            }
            closedQuote = false
            if isQuoted || (byte != comma && byte != lineFeed) {
                field.append(byte)
                continue
            }
            row.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            if byte == lineFeed {
                rows.append(row)
                row = []
            }
        }
        if !field.isEmpty || !row.isEmpty { rows.append(row + [String(decoding: field, as: UTF8.self)]) }
        header = rows.isEmpty ? [] : rows.removeFirst()
    }

    func column(_ name: String) throws -> Int {
        guard let index = header.firstIndex(of: name) else { throw MissingColumn(name: name) }
        return index
    }
}
