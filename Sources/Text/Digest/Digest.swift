/// The SHA-256 of some bytes (FIPS 180-4).
///
/// Our own, because it is all that the project would need a library of cryptography for. It names questions and
/// protocols; nothing secret rests on it.
package struct Digest: Sendable, Hashable {
    /// Eight words, the first of them holding the first four bytes.
    private let words: SIMD8<UInt32>

    /// The digest of the bytes; nothing is copied or allocated.
    package init(of bytes: UnsafeRawBufferPointer) {
        var state = SHA256State()
        state.add(blocksOf: bytes)
        state.finish(with: UnsafeRawBufferPointer(rebasing: bytes[(bytes.count & ~63)...]), length: bytes.count)
        words = state.words
    }

    /// The digest of the bytes of an array.
    package init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { Digest(of: $0) }
    }

    /// What a state that is finished says.
    init(_ state: SHA256State) { words = state.words }

    /// The first byte.
    package var firstByte: UInt8 { UInt8(truncatingIfNeeded: words[0] >> 24) }

    /// The first `count` bytes, 32 at most, as two lower-case hexadecimal digits each.
    package func hexadecimal(bytes count: Int = 32) -> String {
        let count = min(max(0, count), 32)
        return String(unsafeUninitializedCapacity: 2 * count) { digits in
            for place in 0..<2 * count {
                let shift = UInt32(28 - 4 * (place % 8))
                let half = UInt8(truncatingIfNeeded: words[place / 8] >> shift & 15)
                digits[place] = half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") - 10 + half
            }
            return 2 * count
        }
    }
}
