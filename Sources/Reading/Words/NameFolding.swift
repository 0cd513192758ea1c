import Text

/// Folds names so that two spellings of one name become equal: lower case, no diacritics, "&" as "and", the digits of
/// every script as 0…9, full-width letters as plain ones, and nothing but letters and digits ("Broad-Minded", "broad
/// minded" and "BROADMINDED" are one; so are "٢", "２" and "②").
package enum NameFolding {
    /// The folded letters of a name, as UTF-8.
    package static func fold(_ name: some StringProtocol) -> [UInt8] {
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
        } else if let plain = scalar.narrow {
            append(plain, to: &folded)
        } else if let number = scalar.wholeNumber {
            folded.append(contentsOf: String(number).utf8)
        } else if !isOrnament(scalar), scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
            folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// Vowel points and the like, which one writer sets and the next does not: Arabic, Hebrew, and the tatweel that
    /// only stretches a word. Vowel signs of Indic and Thai are letters and stay.
    private static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0591}"..."\u{05C7}", "\u{0610}"..."\u{061A}", "\u{0640}", "\u{064B}"..."\u{065F}", "\u{0670}",
            "\u{06D6}"..."\u{06ED}", "\u{0900}"..."\u{0902}":
            true
        default: false
        }
    }

    /// The letters with diacritics and what they are without. Combining marks are no letters and fall away. Arabic and
    /// Urdu writers use one another's forms of alef, yeh, kaf and heh; each becomes one letter.
    private static let bases: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("a", "ÀÁÂÃÅàáâãåĀāĂăĄąÄäǍǎẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"), ("ae", "Ææ"), ("c", "ÇçĆćĈĉĊċČč"), ("d", "ÐðĎďĐđ"),
            ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěẸẹẺẻẼẽẾếỀềỂểỄễỆệ"), ("g", "ĜĝĞğĠġĢģ"), ("h", "ĤĥĦħ"),
            ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıỈỉỊị"), ("j", "Ĵĵ"), ("k", "Ķķĸ"), ("l", "ĹĺĻļĽľĿŀŁł"), ("n", "ÑñŃńŅņŇňŉŊŋ"),
            ("o", "ÒÓÔÕØòóôõøŌōŎŏŐőÖöƠơỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"), ("oe", "Œœ"), ("r", "ŔŕŖŗŘř"),
            ("s", "ŚśŜŝŞşŠšȘș"), ("ss", "ßẞ"), ("t", "ŢţŤťŦŧȚț"), ("u", "ÙÚÛùúûŨũŪūŬŭŮůŰűŲųÜüƯưỤụỦủỨứỪừỬửỮữỰự"),
            ("w", "Ŵŵ"), ("y", "ÝýÿŶŷŸỲỳỴỵỶỷỸỹ"), ("z", "ŹźŻżŽž"),
            ("ا", "أإآٱ"), ("ي", "ىیئ"), ("ك", "ک"), ("ه", "ةہۃۂھە"), ("و", "ؤ"),
            ("क", "\u{0958}"), ("ख", "\u{0959}"), ("ग", "\u{095A}"), ("ज", "\u{095B}"), ("ड", "\u{095C}"),
            ("ढ", "\u{095D}"), ("फ", "\u{095E}"), ("य", "\u{095F}"),
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, letters) in rows {
            for scalar in letters.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
