/// The SHA-256 of bytes that come piece by piece.
package struct DigestStream: Sendable {
    private var state = SHA256State()
    private var rest: [UInt8] = []
    /// Bytes so far.
    package private(set) var count = 0

    /// Of no byte yet.
    package init() {}

    /// Adds a piece.
    package mutating func add(_ bytes: [UInt8]) {
        count += bytes.count
        rest.append(contentsOf: bytes)
        let whole = rest.count & ~63
        guard whole > 0 else { return }
        rest.withUnsafeBytes { state.add(blocksOf: UnsafeRawBufferPointer(rebasing: $0[..<whole])) }
        rest.removeFirst(whole)
    }

    /// The digest of all pieces so far.
    package var digest: Digest {
        var last = state
        rest.withUnsafeBytes { last.finish(with: $0, length: count) }
        return Digest(last)
    }
}
