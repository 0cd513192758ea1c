extension Scrubber {
    /// One way to write a secret.
    struct Pattern: Sendable, Hashable {
        /// In lower case, as `Spelling` reads it.
        let bytes: [UInt8]
        /// How many bytes of it in a row are hidden.
        let minimum: Int
        /// Whether it is hidden only where it stands as a word of its own.
        let standsAlone: Bool
    }
}

extension Scrubber.Pattern {
    /// Every way that is looked for; none for a placeholder, such as the `EMPTY` that local servers are given: hiding it
    /// would damage answers and protect nobody.
    static func all(of secret: Secret) -> [Self] {
        let text = secret.reveal()
        let bytes = Array(text.utf8)
        if secret.isPlaceholder { return [] }
        guard secret.isLong else { return [Self(whole: bytes)].compactMap(\.self) }
        let plain = Spelling(bytes).folded
        let encoded = (0..<3).flatMap { shift in
            [Base64.standard, Base64.forAddresses].map { core(of: bytes, after: shift, $0) }
        }
        let digits = bytes.flatMap { [UInt8($0 >> 4), $0 & 15].map { Array("0123456789abcdef".utf8)[Int($0)] } }
        return ([plain, digits] + encoded).filter { $0.count >= 8 }.map { Self(partOf: $0) }
    }

    private init(partOf bytes: [UInt8]) {
        self.bytes = bytes
        minimum = max(8, min(Self.enough, (bytes.count + 1) / 2))
        standsAlone = false
    }

    /// A piece of a key that no text has by chance, however long the key is.
    private static let enough = 12

    private init?(whole bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        self.bytes = Spelling(bytes).folded
        minimum = self.bytes.count
        standsAlone = true
    }

    private enum Base64 {
        static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        static let forAddresses = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    }

    /// The letters of base64 that depend on `bytes` alone, where `shift` others go before in their group of three.
    private static func core(of bytes: [UInt8], after shift: Int, _ alphabet: [UInt8]) -> [UInt8] {
        let all = Array(repeating: 0, count: shift) + bytes
        let first = (shift * 8 + 5) / 6
        let end = all.count * 8 / 6
        let letters = (first..<max(first, end)).map { letter in
            let bit = letter * 6
            let pair = UInt16(all[bit / 8]) << 8 | (bit / 8 + 1 < all.count ? UInt16(all[bit / 8 + 1]) : 0)
            return alphabet[Int(pair >> UInt16(10 - bit % 8) & 63)]
        }
        return letters.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }
}
