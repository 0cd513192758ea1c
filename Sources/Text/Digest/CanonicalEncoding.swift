/// Bytes to be hashed: what names something that is stored for good, such as a question.
///
/// The encoding starts with its version. A text is its UTF-8 length as eight bytes, most significant first, then its
/// bytes; a list is its count in the same form, then its items; a number is eight bytes. So no two different things have
/// one encoding.
package struct CanonicalEncoding: Sendable {
    private var bytes: [UInt8] = []

    /// An encoding that holds its version.
    package init(version: String, capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
        append(version)
    }

    /// Appends a number.
    package mutating func append(_ number: Int) {
        withUnsafeBytes(of: UInt64(bitPattern: Int64(number)).bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Appends a text.
    package mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends a list.
    package mutating func append(_ texts: [String]) {
        append(texts.count)
        for text in texts { append(text) }
    }

    /// The first bytes of the SHA-256, in lower-case hexadecimal.
    package func digest(bytes count: Int = 32) -> String { Digest(of: bytes).hexadecimal(bytes: count) }

    /// The digest's first byte.
    package var firstByte: UInt8 { Digest(of: bytes).firstByte }
}
