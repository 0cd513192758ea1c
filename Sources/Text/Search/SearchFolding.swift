import Foundation

/// What one character of a text is to somebody who searches in it, whatever the script.
enum SearchSign: Sendable, Equatable {
    /// It stands between words.
    case between
    /// It says nothing: vowel points, the tatweel, joiners. The word goes on.
    case nothing
    /// A letter or digit, folded, as UTF-8.
    case letter([UInt8])
    /// A sign of a script without spaces: a word of its own.
    case sign([UInt8])
    /// A mark that belongs to the letter or sign before it and tells words apart, such as the vowels of Hindi and Thai.
    case mark([UInt8])
}

/// Folds letters so that one is found by another: in lower case, without diacritics, wide and ligated forms as plain ones, the digits of
/// every script as 0…9. Vowel points of Arabic and Hebrew, which one writer sets and the next does not, fall away.
enum SearchFolding {
    static func sign(of scalar: Unicode.Scalar) -> SearchSign {
        if let base = bases[scalar] { return .letter(Array(base.utf8)) }
        if isLeftOut(scalar) { return .nothing }
        if let digit = digit(scalar) { return .letter([digit]) }
        var folded: [UInt8] = []
        var isMark = true
        for part in String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars {
            guard !isLeftOut(part) else { continue }
            guard part.properties.isAlphabetic || part.properties.numericType != nil || isVowelSign(part) else {
                continue
            }
            if !isVowelSign(part) { isMark = false }
            if let digit = digit(part) {
                folded.append(digit)
            } else {
                folded += bases[part].map { Array($0.utf8) } ?? Array(part.properties.lowercaseMapping.utf8)
            }
        }
        guard !folded.isEmpty else { return isAttached(scalar) ? .nothing : .between }
        if isMark { return .mark(folded) }
        return isUnspaced(scalar) ? .sign(folded) : .letter(folded)
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt8? {
        guard scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue,
            value >= 0, value < 10
        else { return nil }
        return UInt8(ascii: "0") + UInt8(value)
    }

    /// Marks by their canonical combining class: nukta, the points of Hebrew and Arabic, and all that stands above or below a letter.
    /// Viramas, voicing marks of kana, vowels and tones of Thai and Lao stay: they tell words apart.
    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // The tatweel, small letters above the line in the Quran, and the ring that Thai and Lao write as a part of "am".
        case 0x0640, 0x06D6...0x06ED, 0x0E4D, 0x0ECD: return true
        default: break
        }
        guard scalar.properties.generalCategory == .nonspacingMark else { return false }
        switch scalar.properties.canonicalCombiningClass.rawValue {
        case 1, 7, 10...35, 36, 200...240: return true
        default: return false
        }
    }

    private static func isVowelSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: true
        default: false
        }
    }

    private static func isAttached(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Chinese, Japanese, Thai, Lao, Khmer, Burmese.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029,
            0x3040...0x312F, 0x31A0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA9E0...0xA9FF, 0xAA60...0xAA7F,
            0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// Letters whose relation to another Unicode does not say. Arabic, Persian and Urdu writers use one another's forms.
    private static let bases: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("ae", "Ææ"), ("oe", "Œœ"), ("ss", "ßẞ"), ("o", "Øø"), ("l", "Łł"), ("d", "ĐđÐð"), ("th", "Þþ"),
            ("h", "Ħħ"),
            ("t", "Ŧŧ"), ("i", "ı"), ("σ", "ς"), ("ا", "ٱ"), ("ي", "ىی"), ("ك", "ک"), ("ه", "ةہۃھە"),
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, letters) in rows {
            for scalar in letters.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
