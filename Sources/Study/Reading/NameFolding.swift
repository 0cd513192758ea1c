/// Folds names so that two spellings of one name become equal: lower case, no diacritics, "&" as "and", and nothing
/// but letters and digits ("Broad-Minded", "broad minded" and "BROADMINDED" are one).
enum NameFolding {
    /// The folded letters of a name, as UTF-8.
    static func fold(_ name: some StringProtocol) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars { append(scalar, to: &folded) }
        return folded
    }

    /// Appends what is left of one character.
    @inline(__always)
    static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            if byte.isLetter || byte.isDigit {
                folded.append(byte.lowercased)
            } else if byte == UInt8(ascii: "&") {
                folded.append(contentsOf: "and".utf8)
            }
        } else {
            appendBeyondASCII(scalar, to: &folded)
        }
    }

    private static func appendBeyondASCII(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        if let base = bases[scalar] {
            folded.append(contentsOf: base.utf8)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The Latin letters with diacritics and what they are without. Combining marks are no letters and fall away.
    private static let bases: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("a", "ÀÁÂÃÅàáâãåĀāĂăĄąÄä"), ("ae", "Ææ"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ÐðĎďĐđ"),
            ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚě"), ("g", "ĜĝĞğĠġĢģ"), ("h", "ĤĥĦħ"), ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı"),
            ("j", "Ĵĵ"), ("k", "Ķķĸ"), ("l", "ĹĺĻļĽľĿŀŁł"), ("n", "ÑñŃńŅņŇňŉŊŋ"),
            ("o", "ÒÓÔÕØòóôõøŌōŎŏŐőÖö"), ("oe", "Œœ"), ("r", "ŔŕŖŗŘř"), ("s", "ŚśŜŝŞşŠš"), ("ss", "ß"),
            ("t", "ŢţŤťŦŧ"), ("u", "ÙÚÛùúûŨũŪūŬŭŮůŰűŲųÜü"), ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸ"), ("z", "ŹźŻżŽž"),
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, letters) in rows {
            for scalar in letters.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}

extension Unicode.Scalar {
    /// White space; most is ASCII, which needs no look into the tables of Unicode.
    var isBlank: Bool {
        isASCII ? UInt8(truncatingIfNeeded: value).isBlank || value == 0x0B || value == 0x0C : properties.isWhitespace
    }

    /// A letter or a number.
    var isWordScalar: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isWordByte }
        return properties.isAlphabetic || properties.numericType != nil
    }
}
