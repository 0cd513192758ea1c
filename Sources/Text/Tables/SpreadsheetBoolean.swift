/// True and false as programs write them: spreadsheets in the language of their user.
package enum SpreadsheetBoolean {
    /// - Returns: `nil` for any other word.
    package static func read(_ text: String) -> Bool? {
        let word = text.trimmed.lowercased()
        if isTrue.contains(word) { return true }
        return isFalse.contains(word) ? false : nil
    }

    // English, German, French, Spanish, Catalan, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian, Finnish, Polish,
    // Czech and Slovak, Hungarian, Romanian, Turkish, Russian, Ukrainian, Greek, Indonesian and Malay, Filipino,
    // Vietnamese, Arabic, Persian, Urdu, Hebrew, Hindi, Chinese, Japanese, Korean, Thai.
    private static let isTrue: Set<String> = [
        "true", "t", "yes", "y", "1", "1.0", "1,0", "wahr", "vrai", "verdadero", "cert", "verdadeiro", "vero", "waar",
        "sant", "sand", "sann", "tosi", "prawda", "pravda", "igaz", "adevărat", "doğru", "истина", "істина", "αληθές",
        "αληθης", "benar", "totoo", "đúng", "صحيح", "صواب", "درست", "صحیح", "אמת", "सत्य", "सही", "真", "是", "正しい",
        "참", "จริง",
    ]
    private static let isFalse: Set<String> = [
        "false", "f", "no", "n", "0", "0.0", "0,0", "falsch", "faux", "falso", "fals", "onwaar", "falskt", "falsk",
        "usann", "epätosi", "fałsz", "nepravda", "hamis", "yanlış", "yanliş", "ложь", "хибність", "ψευδές", "ψευδης",
        "salah",
        "mali", "sai", "خطأ", "خاطئ", "نادرست", "غلط", "שקר", "असत्य", "गलत", "假", "否", "偽", "거짓", "เท็จ",
    ]
}
