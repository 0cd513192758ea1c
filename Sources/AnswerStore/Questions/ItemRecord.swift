import Text

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

    /// 32 lower-case hexadecimal digits that are the same on every machine: the first 16 bytes of the SHA-256 of the kind and
    /// all dimensions, in the encoding that questions' ids have. A test holds it still.
    package var hash: String {
        var encoding = CanonicalEncoding(version: "vlens-item-1", capacity: 256)
        encoding.append(kind)
        encoding.append(dimensions.flatMap { [$0.name, $0.value] })
        return encoding.digest(bytes: 16)
    }
}
