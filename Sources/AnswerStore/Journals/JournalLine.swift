import Foundation
package import Text

/// How an entry of a journal stands in its file: one line, `{"sha256":"…16 digits…","entry":{…}}`.
///
/// The digits are the first eight bytes of the SHA-256 of the entry's bytes as they stand there, so that a line that was torn,
/// or changed, is told from one that is whole. It is JSON, to be read by other programs.
package enum JournalLine {
    /// The most bytes of a line: a reply of any provider is far below.
    package static let longest = 64 << 20

    private static let opening = Array(#"{"sha256":""#.utf8)
    private static let middle = Array(#"","entry":"#.utf8)
    private static let digits = 16
    private static var head: Int { opening.count + digits + middle.count }

    /// The line of an entry with its line break; `nil` where it would be longer than a line may be.
    package static func bytes(of entry: JSONValue) -> [UInt8]? {
        let text = JSONText.bytes(of: entry)
        guard text.count + head + 2 <= longest else { return nil }
        var line: [UInt8] = []
        line.reserveCapacity(text.count + head + 2)
        line += opening
        line += Digest(of: text).hexadecimal(bytes: digits / 2).utf8
        line += middle
        line += text
        line += [UInt8(ascii: "}"), UInt8(ascii: "\n")]
        return line
    }

    /// The entry of a line without its line break; `nil` where it is not what was written.
    package static func entry(in line: [UInt8]) -> JSONValue? {
        guard line.count > head + 1, line.starts(with: opening), line.last == UInt8(ascii: "}"),
            line[(opening.count + digits)..<head].elementsEqual(middle)
        else { return nil }
        let entry = Array(line[head..<(line.count - 1)])
        let sum = Digest(of: entry).hexadecimal(bytes: digits / 2)
        guard line[opening.count..<(opening.count + digits)].elementsEqual(sum.utf8) else { return nil }
        return JSONReader.read(entry, manner: .strict)
    }
}
