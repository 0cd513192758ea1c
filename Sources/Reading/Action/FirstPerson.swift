package import Text

/// Whether somebody speaks of themselves.
package enum FirstPerson: Sendable, Hashable {
    /// A word says so.
    case spoken
    /// No word does, in a language in which one would.
    case absent
    /// No word does, in a language whose verbs may say it alone (Spanish, Arabic, Hindi, Urdu, Japanese), or the text is too short
    /// or in another script: nothing can be told.
    case undecided

    /// Looks for the writer in a text.
    ///
    /// - Parameters:
    ///   - words: the text's words as ``SearchTokenizer`` cuts and folds them.
    package static func of(_ words: [String], language: Language) -> FirstPerson {
        guard let list = writers[language], !words.isEmpty else { return .undecided }
        if list.contains(where: { stands($0, in: words) }) { return .spoken }
        if isVerbOfWriter(words, language) { return .spoken }
        guard !mayLeaveOut.contains(language), isInScript(words, language) else { return .undecided }
        return .absent
    }

    /// Languages in which a sentence in the first person may hold no word for it.
    package static let mayLeaveOut: Set<Language> = [.spanish, .arabic, .hindi, .urdu, .japanese]

    private static func stands(_ phrase: [String], in words: [String]) -> Bool {
        guard let first = phrase.first, phrase.count <= words.count else { return false }
        if phrase.count == 1 { return words.contains(first) }
        return (0...words.count - phrase.count).contains { words[$0..<$0 + phrase.count].elementsEqual(phrase) }
    }

    /// Auxiliaries that only the first person has.
    private static func isVerbOfWriter(_ words: [String], _ language: Language) -> Bool {
        verbs[language]?.contains { stands($0, in: words) } ?? false
    }

    private static func isInScript(_ words: [String], _ language: Language) -> Bool {
        let inScript = words.count { word in
            language == .chinese
                ? word.unicodeScalars.contains { $0.properties.isIdeographic }
                : word.utf8.allSatisfy { $0 < 0x80 }
        }
        return 2 * inScript >= words.count
    }

    private static func folded(_ list: String) -> [[String]] {
        var tokenizer = SearchTokenizer()
        return list.split(separator: ",").map { tokenizer.tokens(of: String($0)).map(\.text) }.filter { !$0.isEmpty }
    }

    /// How writers speak of themselves.
    private static let writers: [Language: [[String]]] = [
        .english: folded("i, me, my, mine, myself, we, us, our, ours, ourselves"),
        .german: folded(
            """
            ich, mich, mir, mein, meine, meinen, meinem, meiner, meines, wir, uns, unser, unsere, unseren, unserem, unserer, unseres
            """),
        .french: folded("je, j, me, m, moi, mon, ma, mes, nous, notre, nos"),
        .spanish: folded(
            """
            yo, me, mí, mi, mis, mío, mía, míos, mías, conmigo, nosotros, nosotras, nos, nuestro, nuestra, nuestros, nuestras
            """),
        .arabic: folded("أنا, إني, إنني, لي, عندي, نحن, بي, مني, معي, نفسي, أسرتي, عائلتي, وقتي"),
        .hindi: folded(
            """
            मैं, मैंने, मुझे, मुझको, मुझसे, मेरा, मेरी, मेरे, हम, हमने, हमें, हमारा, हमारी, हमारे
            """),
        .urdu: folded("میں, مجھے, مجھ, میرا, میری, میرے, ہم, ہمیں, ہمارا, ہماری, ہمارے"),
        .filipino: folded(
            """
            ako, ko, kong, akin, aking, akong, kami, kaming, namin, naming, amin, aming, tayo, tayong, natin, nating,
            atin, ating, kita
            """),
        .chinese: folded("我, 咱, 俺"),
        .japanese: folded("私, 僕, 俺, わたし, ぼく, わたくし, 我々, 自分"),
    ]

    private static let verbs: [Language: [[String]]] = [
        .spanish: folded(
            "soy, estoy, voy, doy, he, tengo, hago, puedo, quiero, prefiero, digo, pongo, vengo, salgo, sé"),
        .arabic: folded("لست, كنت, سأقوم"),
        .hindi: folded("हूँ, हूं"),
        .urdu: folded("ہوں"),
    ]
}
