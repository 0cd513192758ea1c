/// Reads CSV (RFC 4180, UTF-8) record by record, from memory or from a file in pieces.
///
/// - The first record names the columns. A byte-order mark before it is dropped.
/// - Quoted fields may hold commas, doubled quotes and line breaks; lines end in LF, CR LF or CR; empty lines are
///   passed over. A quote inside an unquoted field is an ordinary character.
/// - Memory is bounded by the longest record. A field beyond the limit, a NUL byte, an unclosed quote or a row whose
///   number of fields differs from the header's is an error that names the line.
public struct CSVReader {
    /// The longest field that is read unless told otherwise, in bytes: 16 MiB.
    public static let defaultFieldLimit = 16 << 20

    /// The file's name, as errors quote it.
    public let name: String
    /// The names of the columns, in their order.
    public let header: [String]

    private var scanner: CSVScanner

    /// Reads from memory.
    ///
    /// - Throws: `CSVError.empty` where there is no header, and what ``next()`` throws.
    public init(
        _ bytes: [UInt8], name: String = "the table", fieldLimit: Int = defaultFieldLimit
    ) throws(CSVError) {
        try self.init(name: name, CSVScanner(bytes, source: nil, name: name, fieldLimit: fieldLimit))
    }

    /// Reads from a file.
    ///
    /// - Throws: `CSVError.unreadable` where it can't be opened, `CSVError.empty` where it has no header, and what
    ///   ``next()`` throws.
    public init(path: String, fieldLimit: Int = defaultFieldLimit) throws(CSVError) {
        let source = try FileSource(path: path)
        try self.init(name: path, CSVScanner([], source: source, name: path, fieldLimit: fieldLimit))
    }

    private init(name: String, _ scanner: CSVScanner) throws(CSVError) {
        self.name = name
        self.scanner = scanner
        guard let first = try self.scanner.next() else { throw .empty(file: name) }
        header = first.fields
    }

    /// The next row, or `nil` behind the last one.
    ///
    /// - Throws: `CSVError` with the line where the file is damaged. Nothing can be read after that.
    public mutating func next() throws(CSVError) -> CSVRow? {
        while let row = try scanner.next() {
            if row.count == header.count { return row }
            if row.count == 1, row.bytes(0).isEmpty { continue }
            throw .ragged(file: name, line: row.line, found: row.count, needed: header.count)
        }
        return nil
    }

    /// Where each of these columns stands.
    ///
    /// - Throws: `CSVError.missingColumns` that lists what was found and what is needed.
    public func columns(_ needed: [String]) throws(CSVError) -> [Int] {
        let places = needed.map { header.firstIndex(of: $0) }
        let missing = zip(needed, places).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else { throw .missingColumns(file: name, missing: missing, found: header) }
        return places.compactMap(\.self)
    }
}
