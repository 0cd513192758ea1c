/// The words around a rating, in the languages in which models answer. Folded as in names.
package enum RatingWords {
    /// May stand before a rating: "Option 2", "my rating is 2", "I agree".
    static let fillers: Set<String> = folded(
        """
        option rating rate score answer response number level my i would say is it this that the am person value a an d
        boxed text textbf mathrm mathbf scale grade choice selected
        ich antwort bewertung wert stufe nummer meine ist das die der note réponse je suis c est ma mon le la échelle
        niveau opción respuesta puntuación calificación nivel número mi es el estoy yo lo opsyon sagot ako ay ang iskor
        الخيار خيار الاجابة إجابة الجواب التقييم الدرجة رقم هو أنا विकल्प उत्तर रेटिंग अंक मैं मेरा मेरी है آپشن جواب درجہ میں
        我 选 选择 選 答 案 答案 评 分 评分 評価 回答 項 目 项 是 为 の は 私 度
        """, signs: "我选選择擇項项答案评評分价価回是为の为は私")

    /// Join two options: "2 or 3".
    static let joins: Set<String> = folded(
        "or and to between but not oder und bis nicht ou et pas o y e at hindi أو و या और یا اور 或 和 到 不",
        signs: "或和到")

    static let between: Set<String> = folded("between zwischen entre بين pagitan")

    /// Begin an explanation.
    static let reasons: Set<String> = folded(
        "because since as due given weil da denn parce car porque dahil لأن क्योंकि کیونکہ 因")

    /// Stand between a number and the size of its scale: "2 of 4".
    static let of: Set<String> = folded("of von sur de di auf sa من از")

    /// Stand behind a number: "2 points".
    static let units: Set<String> = folded("point points punkt punkte pts अंक درجة نقاط", signs: "分点點番号")

    static let percent: Set<String> = folded("percent percentage prozent pourcent porciento percento")

    /// Stand between the size of a scale and a number of it: "4 में से 2".
    static let outOf: [[RatingTokens.Token]] = ["में से", "میں سے", "点中", "分中", "点满分", "分满分", "段階中", "中"]
        .map { RatingTokens($0).tokens }

    /// Numbers in letters.
    package static let numerals: [String: Int] = {
        let rows = [
            "one two three four five six seven eight nine ten", "eins zwei drei vier fünf sechs sieben acht neun zehn",
            "un deux trois quatre cinq six sept huit neuf dix",
            "uno dos tres cuatro cinco seis siete ocho nueve diez", "一 二 三 四 五 六 七 八 九 十",
        ]
        var numerals: [String: Int] = [:]
        for row in rows {
            for (place, word) in row.split(separator: " ").enumerated() {
                numerals[String(decoding: NameFolding.fold(word), as: UTF8.self)] = place + 1
            }
        }
        return numerals
    }()

    private static func folded(_ words: String, signs: String = "") -> Set<String> {
        let all = words.split { $0 == " " || $0 == "\n" }.map(String.init) + signs.map { String($0) }
        return Set(all.map { String(decoding: NameFolding.fold($0), as: UTF8.self) }.filter { !$0.isEmpty })
    }
}
