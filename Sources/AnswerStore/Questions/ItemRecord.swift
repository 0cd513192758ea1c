/// What a question or a label is about: its kind, and its place in named dimensions.
package struct ItemRecord: Sendable, Hashable {
    /// One coordinate: "country" is "France".
    package struct Dimension: Sendable, Hashable {
        /// The dimension's name.
        package var name: String
        /// Where the item lies in it.
        package var value: String

        /// A coordinate.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// "scenario", "cell", or any other word of whoever asks.
    package var kind: String
    /// The coordinates, in an order that belongs to the item.
    package var dimensions: [Dimension]

    /// An item.
    package init(kind: String, dimensions: [(name: String, value: String)]) {
        self.kind = kind
        self.dimensions = dimensions.map { Dimension(name: $0.name, value: $0.value) }
    }

    /// A scenario; with a value, a cell.
    package static func place(country: String, topic: String, value: String? = nil) -> ItemRecord {
        ItemRecord(
            kind: value == nil ? "scenario" : "cell",
            dimensions: [("country", country), ("topic", topic)] + (value.map { [("value", $0)] } ?? []))
    }

    /// Where the item lies in a dimension; `nil` where it has none of that name.
    package subscript(name: String) -> String? {
        dimensions.first { $0.name == name }?.value
    }

    /// 32 lower-case hexadecimal digits that are the same on every machine: a digest of the kind and all dimensions.
    package var hash: String {
        let texts = [kind] + dimensions.flatMap { [$0.name, $0.value] }
        return [texts, texts.reversed()].map { part in
            let digits = String(UInt64(bitPattern: QuickDigest.of(part.joined(separator: "\u{1F}"))), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}
