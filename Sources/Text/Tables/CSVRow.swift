/// One record of a CSV file, quotes already resolved.
package struct CSVRow: Sendable {
    /// The line of the file in which the record begins, counted from 1.
    package let line: Int

    private let content: [UInt8]
    private let ends: [Int]

    init(line: Int, content: [UInt8], ends: [Int]) {
        self.line = line
        self.content = content
        self.ends = ends
    }

    /// Whether nothing stands in any field.
    var isBlank: Bool { content.allSatisfy(\.isBlank) }

    /// How many fields it has.
    package var count: Int { ends.count }

    /// The bytes of the field at `index`, empty beyond the last one.
    package func bytes(_ index: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(index) else { return [] }
        return content[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The text of the field at `index`, empty beyond the last one; bytes that are no UTF-8 become U+FFFD.
    package subscript(index: Int) -> String {
        String(decoding: bytes(index), as: UTF8.self)
    }

    /// All fields as texts.
    package var fields: [String] { ends.indices.map { self[$0] } }
}
