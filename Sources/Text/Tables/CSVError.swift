/// What is wrong with a CSV file. Its description quotes the place and names the remedy.
package enum CSVError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file could not be opened or read, and why.
    case unreadable(file: String, reason: String)
    /// It is no table at all: what it is, and what to do.
    case anotherKind(file: String, what: String, remedy: String)
    /// There is not even a header.
    case empty(file: String)
    /// A NUL byte: the file is no UTF-8 text.
    case holdsNUL(file: String, line: Int)
    /// A byte that is no UTF-8.
    case notUTF8(file: String, line: Int, byte: UInt8)
    /// A field longer than the limit, in bytes, beginning in this line.
    case fieldTooLong(file: String, line: Int, limit: Int)
    /// A quote opened in this line that nothing closes.
    case unclosedQuote(file: String, line: Int)
    /// Text between a closing quote and the next separator.
    case textAfterQuote(file: String, line: Int)
    /// A row with another number of fields than the header.
    case ragged(file: String, line: Int, found: Int, needed: Int)
    /// Columns that are needed and are not there.
    case missingColumns(file: String, missing: [String], found: [String])

    /// The message for a person.
    package var description: String { Plain.line(words) }

    private var words: String {
        switch self {
        case .unreadable(let file, let reason):
            "'\(file)' can't be read: \(reason)."
        case .anotherKind(let file, let what, let remedy):
            "'\(file)' is \(what): \(remedy)."
        case .empty(let file):
            "'\(file)' is empty; a CSV file begins with a line of column names."
        case .holdsNUL(let file, let line):
            "'\(file)', line \(line), holds a NUL byte, so it is no UTF-8 text; save it as CSV in UTF-8."
        case .notUTF8(let file, let line, let byte):
            "'\(file)', line \(line), holds the byte 0x\(String(byte, radix: 16, uppercase: true)), which is no UTF-8 "
                + "(as programs write that save in Windows-1252 or Latin-1); save it as CSV in UTF-8."
        case .fieldTooLong(let file, let line, let limit):
            "'\(file)': the field that begins in line \(line) is longer than \(limit) bytes; "
                + "look there for a quote that was never closed, or shorten the field."
        case .unclosedQuote(let file, let line):
            "'\(file)': the quote opened in line \(line) is never closed; is the file complete?"
        case .textAfterQuote(let file, let line):
            "'\(file)', line \(line), has text behind a closing quote; double the quotes inside quoted fields."
        case .ragged(let file, let line, let found, let needed):
            "'\(file)', line \(line), has \(found) \(found == 1 ? "field" : "fields") where the header has \(needed); "
                + "quote fields that hold a comma or a line break."
        case .missingColumns(let file, let missing, let found):
            "'\(file)' lacks \(list(missing)); it has \(list(found))."
        }
    }

    private func list(_ names: [String]) -> String {
        (names.count == 1 ? "the column " : "the columns ") + names.map { "'\($0)'" }.joined(separator: ", ")
    }
}
