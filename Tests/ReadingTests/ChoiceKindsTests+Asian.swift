import Reading
import Testing
import Text

/// Languages of Asia, and what holds in every language.
extension ChoiceKindsTests {
    @Test
    func `Hindi`() {
        ChoiceTable(
            .hindi, "विकल्प 1", "विकल्प 2",
            #"""
            1 विकल्प 2... नहीं, मेरा मतलब विकल्प 1।
            2 विकल्प 1। रुकिए, विकल्प 2।
            U विकल्प 1... मुझे नहीं पता।
            U मेरा भाई विकल्प 1 चुनेगा।
            U उदाहरण के लिए: {"action": "विकल्प 1"}
            2 विकल्प 1 नहीं, बल्कि विकल्प 2।
            2 मैं विकल्प 1 के बजाय विकल्प 2 चुनूँगा।
            1 विकल्प 1 मेरे काम करने के तरीके के ज़्यादा करीब है।
            1 मैं विकल्प 1 जैसा हूँ।
            U मैं विकल्प 1 नहीं चुनूँगा।
            """#
        ).check()
    }

    @Test
    func `Urdu`() {
        ChoiceTable(
            .urdu, "انتخاب ۱", "انتخاب ۲",
            #"""
            2 انتخاب ۱۔ نہیں، میرا مطلب انتخاب ۲۔
            2 انتخاب ۱۔ رکیں، انتخاب ۲۔
            U انتخاب ۱... مجھے معلوم نہیں۔
            U میرا بھائی انتخاب ۱ چنے گا۔
            U مثال کے طور پر: {"action": "انتخاب ۱"}
            2 انتخاب ۱ نہیں بلکہ انتخاب ۲۔
            2 میں انتخاب ۱ کے بجائے انتخاب ۲ چنوں گا۔
            2 انتخاب ۲ میرے طرزِ عمل کے زیادہ قریب ہے۔
            1 میں انتخاب ۱ جیسا ہوں۔
            2 {"action": "انتخاب ۲"، "explanation": "بھائی پہلے آتے ہیں۔"}
            U میں انتخاب ۱ نہیں چنوں گا۔
            """#
        ).check()
    }

    @Test
    func `Filipino`() {
        ChoiceTable(
            .filipino, "Opsyon 1", "Opsyon 2",
            #"""
            2 Opsyon 1... teka, mali: Opsyon 2.
            2 Opsyon 1. Sandali, Opsyon 2.
            U Opsyon 1... hindi ako sigurado.
            U Pipiliin ng kapatid ko ang Opsyon 1.
            U Pipiliin ni nanay ang Opsyon 1.
            2 Pipiliin ng kapatid ko ang Opsyon 1, pero ako, pinipili ko ang Opsyon 2.
            U Halimbawa: {"action": "Opsyon 1"}
            2 Hindi Opsyon 1 kundi Opsyon 2.
            2 Mas gusto ko ang Opsyon 2 kaysa sa Opsyon 1.
            1 Siyempre, Opsyon 1.
            1 Ang Opsyon 1 ay mas malapit sa kung ano ang gagawin ko mismo.
            2 Ang Opsyon 2 ang mas sumasalamin sa akin.
            1 Katulad ko si Opsyon 1.
            U Hindi ko pipiliin ang Opsyon 1.
            1 Sa halip na Opsyon 2, pipiliin ko ang Opsyon 1.
            R Paumanhin, hindi kita matutulungan diyan.
            """#
        ).check()
    }

    @Test
    func `Chinese`() {
        ChoiceTable(
            .chinese, "选项一", "选项二",
            #"""
            U 我怀疑我会选选项一。
            2 选项一……不对，应该是选项二。
            2 选项一。等等，选项二。
            U 选项一……我不确定。
            U 我弟弟会选选项一。
            U 老师会选择选项一。
            2 我弟弟会选选项一，但我选选项二。
            U 例如：{"action": "选项一"}
            2 不是选项一，而是选项二。
            2 与其选项一，不如选项二。
            1 前者。
            2 后者更像我。
            2 {"action": "选项二"，"explanation": "我也这样做。"}
            U 我不会选择选项一。
            R 我还没有学会回答这个问题。
            """#
        ).check()
    }

    @Test
    func `Japanese`() {
        ChoiceTable(
            .japanese, "選択肢1", "選択肢2",
            #"""
            2 選択肢1……いや、選択肢2です。
            2 選択肢1。待って、選択肢2。
            U 選択肢1……よくわからない。
            U 弟なら選択肢1を選ぶでしょう。
            U 先生なら選択肢1を選びます。
            2 弟なら選択肢1を選ぶでしょうが、私は選択肢2を選びます。
            U 例えば：{"action": "選択肢1"}
            2 選択肢1ではなく選択肢2を選びます。
            2 どちらかと言えば選択肢2です。
            1 前者。
            2 後者です。
            2 {"action": "選択肢2"、"explanation": "家族が大切です。"}
            U 選択肢1は選びません。
            """#
        ).check()
    }

    @Test
    func `a long reply of one word, mark or object over and over is read in every language`() {
        let units = [
            "1, ", "Option 1 ", "not ", "Wait ", "{", "| a |", "option ", "x", "I ", "<answer>", "&", "1/",
            "选项一",
        ]
        for language in [Language.english, .chinese] {
            for unit in units {
                let reading = ReplyReader(language: language).choice(
                    in: String(repeating: unit, count: 8000 / unit.utf8.count))
                #expect(reading.answer == nil, "\(unit)")
            }
        }
    }

    @Test
    func `a text that names options more often than any answer does is ambiguous`() {
        let reader = ReplyReader()
        #expect(reader.choice(in: String(repeating: "Option 1, ", count: 3)) == .answered(1))
        #expect(reader.choice(in: String(repeating: "Option 1, ", count: 1100)) == .unreadable(.ambiguous))
        #expect(reader.choice(in: String(repeating: "1, ", count: 1100)) == .unreadable(.ambiguous))
        let objects = String(repeating: "{\"action\": \"Option 1\"}\n", count: 1100)
        #expect(reader.choice(in: objects) == .unreadable(.ambiguous))
    }
}
