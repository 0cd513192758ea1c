package import Text

/// Whether a text is in the language that it was asked in.
package enum LanguageCheck: Sendable, Hashable {
    /// It is.
    case asked
    /// It is in another one.
    case other
    /// Its script fits, and nothing more can be told: too few words.
    case undecided

    /// Looks at the script first, and at the most frequent words where languages share one.
    package static func of(_ text: String, language: Language) -> LanguageCheck {
        let letters = Letters(text)
        guard letters.all >= 4 else { return .undecided }
        guard 2 * letters.words(of: language) >= letters.allWords else { return .other }
        switch language {
        case .chinese: return letters.kana * 10 >= letters.kana + letters.han ? .other : .asked
        // A sentence without a single kana is Chinese; a few signs may be a name.
        case .japanese: return letters.kana > 0 ? .asked : letters.han >= 8 ? .other : .undecided
        case .arabic: return letters.urdu * 20 > letters.arabic ? .other : letters.arabic >= 12 ? .asked : .undecided
        case .urdu: return letters.urdu > 0 ? .asked : letters.arabic >= 20 ? .other : .undecided
        case .hindi: return .asked
        case .english, .german, .french, .spanish, .filipino: return byWords(text, language)
        }
    }

    private static func byWords(_ text: String, _ language: Language) -> LanguageCheck {
        var tokenizer = SearchTokenizer()
        let words = tokenizer.tokens(of: text).prefix(200).map(\.text)
        func hits(_ code: String) -> Int { words.count { StopWords.lists[code]?.contains($0) == true } }
        let own = hits(language.rawValue)
        let best = StopWords.lists.keys.filter { $0 != language.rawValue }.map(hits).max() ?? 0
        if own >= 2, own >= best { return .asked }
        // Twice as many and two more: a sentence that only quotes another language has fewer.
        if best >= 3, best >= 2 * own + 1 { return .other }
        // Ten words of a language without one of its hundred most frequent ones are no sentence of it.
        if own == 0, words.count >= 10 { return .other }
        return .undecided
    }
}

/// How many letters and words of a text belong to which script. A word is of the script of its first letter, so that a name of
/// another script weighs no more than one word; where words are written without spaces, two signs are one.
private struct Letters {
    private enum Script: Hashable { case latin, arabic, devanagari, signs, other }

    private(set) var all = 0, arabic = 0, urdu = 0, han = 0, kana = 0
    /// Twice the number of words.
    private var halves: [Script: Int] = [:]

    init(_ text: String) {
        var isInWord = false
        for scalar in text.unicodeScalars.prefix(4000) where !scalar.isAttached {
            guard scalar.properties.isAlphabetic else {
                isInWord = isInWord && !scalar.isBlank
                continue
            }
            all += 1
            let script = script(of: scalar)
            if script == .signs {
                halves[.signs, default: 0] += 1
                isInWord = false
            } else if !isInWord {
                halves[script, default: 0] += 2
                isInWord = true
            }
        }
    }

    private mutating func script(of scalar: Unicode.Scalar) -> Script {
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF: return .latin
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF:
            arabic += 1
            if Self.ofUrdu.contains(scalar) { urdu += 1 }
            return .arabic
        case 0x900...0x97F: return .devanagari
        case 0x3040...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F:
            kana += 1
            return .signs
        default:
            guard scalar.properties.isIdeographic else { return .other }
            han += 1
            return .signs
        }
    }

    /// Twice the number of words.
    var allWords: Int { halves.values.reduce(0, +) }

    /// Letters that Urdu has and Arabic has not.
    private static let ofUrdu: Set<Unicode.Scalar> = [
        "ٹ", "ڈ", "ڑ", "ں", "ے", "ہ", "ھ", "گ", "چ", "پ", "ک", "ی", "ژ",
    ]

    /// Twice the number of words in the script of a language.
    func words(of language: Language) -> Int {
        let script: Script =
            switch language {
            case .english, .german, .french, .spanish, .filipino: .latin
            case .arabic, .urdu: .arabic
            case .hindi: .devanagari
            case .chinese, .japanese: .signs
            }
        return halves[script] ?? 0
    }
}
