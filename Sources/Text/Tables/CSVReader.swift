/// Reads CSV (RFC 4180, UTF-8) record by record, from memory or from a file in pieces.
///
/// - The first record names the columns. A byte-order mark before it is dropped.
/// - Quoted fields may hold commas, doubled quotes and line breaks; lines end in LF, CR LF or CR; empty lines are
///   passed over. A quote inside an unquoted field is an ordinary character.
/// - Memory is bounded by the longest record. A field beyond the limit, a NUL byte, an unclosed quote or a row whose
///   number of fields differs from the header's is an error that names the line. So is a byte that is no UTF-8.
/// - UTF-16 is read, too; a workbook, an archive or another file that is no table is named.
package struct CSVReader {
    /// The longest field that is read unless told otherwise, in bytes: 16 MiB.
    package static let defaultFieldLimit = 16 << 20

    /// The file's name, as errors quote it.
    package let name: String
    /// The names of the columns, in their order.
    package let header: [String]

    private var scanner: CSVScanner
    private let dialect: CSVDialect?
    /// The columns of the header, those without a name at its end among them.
    private let width: Int

    /// Reads from memory.
    ///
    /// - Parameter columns: the names of columns that are known. With them a table is also read as spreadsheet programs
    ///   lay it out: fields apart by semicolons, tabs or bars, a first line `sep=;`, names in any case, empty columns at
    ///   the end, rows without anything.
    /// - Throws: `CSVError.empty` where there is no header, `.anotherKind` for what is no table, and what ``next()``
    ///   throws.
    package init(
        _ bytes: [UInt8], name: String = "the table", fieldLimit: Int = defaultFieldLimit, columns: Set<String> = []
    ) throws(CSVError) {
        let pieces = TextPieces(bytes, name: name, isTable: !columns.isEmpty)
        try self.init(pieces, name: name, fieldLimit: fieldLimit, columns: columns)
    }

    /// Reads from a file.
    ///
    /// - Throws: `CSVError.unreadable` where it can't be opened, and what reading from memory throws.
    package init(
        path: String, fieldLimit: Int = defaultFieldLimit, columns: Set<String> = []
    ) throws(CSVError) {
        let pieces: TextPieces
        do throws(FileFailure) {
            pieces = try TextPieces(path: path, isTable: true)
        } catch {
            throw .unreadable(file: path, reason: error.reason)
        }
        try self.init(pieces, name: path, fieldLimit: fieldLimit, columns: columns)
    }

    private init(
        _ pieces: TextPieces, name: String, fieldLimit: Int, columns: Set<String>
    ) throws(CSVError) {
        let dialect = columns.isEmpty ? nil : CSVDialect(known: columns)
        self.name = name
        self.dialect = dialect
        scanner = try CSVScanner(pieces, name: name, fieldLimit: fieldLimit, dialect: dialect)
        guard let first = try scanner.next() else { throw .empty(file: name) }
        header = dialect?.header(first.fields) ?? first.fields
        width = first.count
    }

    /// The next row, or `nil` behind the last one.
    ///
    /// - Throws: `CSVError` with the line where the file is damaged. Nothing can be read after that.
    package mutating func next() throws(CSVError) -> CSVRow? {
        while let row = try scanner.next() {
            guard dialect != nil else {
                if row.count == width { return row }
                if row.bytes(0).isEmpty, row.count == 1 { continue }
                throw .ragged(file: name, line: row.line, found: row.count, needed: width)
            }
            if row.isBlank { continue }
            let extra = row.count > width ? row.fields[width...] : []
            if row.count >= header.count, extra.allSatisfy(\.isEmpty) { return row }
            throw .ragged(file: name, line: row.line, found: row.count, needed: header.count)
        }
        return nil
    }

    /// Where each of these columns stands.
    ///
    /// - Throws: `CSVError.missingColumns` that lists what was found and what is needed.
    package func columns(_ needed: [String]) throws(CSVError) -> [Int] {
        let places = needed.map { header.firstIndex(of: $0) }
        let missing = zip(needed, places).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else { throw .missingColumns(file: name, missing: missing, found: header) }
        return places.compactMap(\.self)
    }
}
