import Reading
import Testing
import Text

/// Kinds of replies in which the first option named is not the one chosen, in every language of the word lists.
@Suite("A later word, another person or an example does not make the first option named the choice")
struct ChoiceKindsTests {
    @Test
    func `English`() {
        ChoiceTable(
            .english, "Option 1", "Option 2",
            #"""
            2 I choose Option 1. Wait — Option 2.
            U Option 1 ... just kidding.
            U 1. Option 2
            U 2) Option 1
            1 1: Option 1
            U 2.5
            U 1,5
            U -1
            U I doubt I'd choose Option 2
            U Option 1, said nobody ever.
            1 Without a doubt, Option 1.
            2 Option 1. No, wait: Option 2.
            2 Option 1... scratch that, Option 2.
            2 Sorry, I meant Option 2, not Option 1.
            2 My answer is Option 1. Correction: Option 2.
            U Option 1. Wait, Option 2?
            1 I was going to say Option 2, but on reflection I choose Option 1.
            1 {"action": "Option 2"}\n\nI made a mistake above; my answer is:\n\n{"action": "Option 1"}
            U My brother would choose Option 1.
            U The teacher would pick Option 1.
            2 My brother would choose Option 1, but I choose Option 2.
            U The answer should look like {"action": "Option 1"}.
            U For instance: {"action": "Option 1"}
            2 For example: {"action": "Option 1"}. My answer: {"action": "Option 2"}
            2 Not Option 1 but Option 2.
            2 I would not choose Option 1 but Option 2.
            2 Option 2 rather than Option 1.
            2 Option 2, not Option 1.
            1 Between Option 1 and Option 2, I would choose the former.
            1 Between Option 2 and Option 1, I would choose the latter.
            2 {"action": "the latter"}
            1 The former.
            1 I prefer the former.
            2 The latter is more like me.
            U I like Option 1. The latter is more like me.
            2 Option 1: false\nOption 2: true
            1 Option 1: Yes\nOption 2: No
            1 [x] Option 1 [ ] Option 2
            2 [ ] Option 1 [x] Option 2
            2 | Option | Chosen |\n|---|---|\n| Option 1 | No |\n| Option 2 | Yes |
            1 Without hesitation: Option 1.
            2 Which one? Option 2, of course.
            2 Hmm, honestly? Option 2, hands down.
            U If you ask my mother: Option 1.
            U Never: Option 1.
            U I can't choose Option 1.
            U Option 1... I'm not sure.
            U I'd choose Option 1 half the time.
            1 I would do what is described in Option 1.
            R I'm just a computer program and can't have opinions on such matters.
            """#
        ).check()
    }

    @Test
    func `English, labelled Person A and Person B`() {
        ChoiceTable(
            .english, "Person A", "Person B",
            #"""
            1 I'm like Person A, not like Person B.
            2 I resemble Person B more.
            2 I would not choose Person A but Person B.
            """#
        ).check()
    }

    @Test
    func `English, labelled A and B`() {
        ChoiceTable(
            .english, "A", "B",
            #"""
            2 I would not choose A but B.
            """#
        ).check()
    }

    @Test
    func `English, labelled the first and the second`() {
        ChoiceTable(
            .english, "the first", "the second",
            #"""
            U {"action": "the first / the second"}
            2 {"action": "the second"}
            2 I would not choose the first but the second.
            """#
        ).check()
    }

    @Test
    func `German`() {
        ChoiceTable(
            .german, "Möglichkeit 1", "Möglichkeit 2",
            #"""
            U Ich bezweifle, dass ich Möglichkeit 1 wählen würde.
            2 Möglichkeit 1. Moment – doch eher Möglichkeit 2.
            2 Möglichkeit 1. Nein, ich meine Möglichkeit 2.
            U Möglichkeit 1... ich bin mir nicht sicher.
            U Mein Bruder würde Möglichkeit 1 wählen.
            2 Mein Bruder würde Möglichkeit 1 wählen, aber ich wähle Möglichkeit 2.
            U Zum Beispiel: {"action": "Möglichkeit 1"}
            2 Nicht Möglichkeit 1, sondern Möglichkeit 2.
            2 Möglichkeit 2 statt Möglichkeit 1.
            1 Obwohl Möglichkeit 2 verlockend ist, wähle ich Möglichkeit 1.
            1 Zwischen Möglichkeit 1 und Möglichkeit 2 wähle ich Möglichkeit 1.
            2 Möglichkeit 2 kommt meinem eigenen Verhalten näher.
            1 Ich bin wie Möglichkeit 1.
            U Ich würde Möglichkeit 1 nicht wählen.
            """#
        ).check()
    }

    @Test
    func `French`() {
        ChoiceTable(
            .french, "Choix 1", "Choix 2",
            #"""
            U Je doute que je choisirais le choix 1.
            2 Choix 1. Non, attendez : Choix 2.
            2 Choix 1… pardon, je voulais dire Choix 2.
            U Choix 1... je ne suis pas sûr.
            U Mon frère choisirait Choix 1.
            2 Mon frère choisirait Choix 1, mais je choisis Choix 2.
            U Par exemple : {"action": "Choix 1"}
            2 Pas Choix 1, mais Choix 2.
            2 Plutôt Choix 2 que Choix 1.
            1 Entre Choix 1 et Choix 2, je choisis Choix 1.
            1 Choix n° 1
            1 Je suis comme Choix 1.
            """#
        ).check()
    }

    @Test
    func `Spanish`() {
        ChoiceTable(
            .spanish, "Opción 1", "Opción 2",
            #"""
            2 Opción 1. Espera, no: Opción 2.
            2 Opción 1... perdón, quise decir Opción 2.
            U Opción 1... no estoy seguro.
            U Mi hermano elegiría la Opción 1.
            U La maestra elegiría la Opción 1.
            2 Mi hermano elegiría la Opción 1, pero yo elijo la Opción 2.
            1 Elegiría la Opción 1.
            U Por ejemplo: {"action": "Opción 1"}
            2 No la Opción 1, sino la Opción 2.
            2 La Opción 2 antes que la Opción 1.
            1 Me parezco más a la Opción 1.
            """#
        ).check()
    }

    @Test
    func `Arabic`() {
        ChoiceTable(
            .arabic, "الخيار ١", "الخيار ٢",
            #"""
            1 الخيار ٢. لا، عفوًا، أقصد الخيار ١.
            2 الخيار ١. انتظر، الخيار ٢.
            U الخيار ١... لست متأكدا.
            U أخي يختار الخيار ١.
            U على سبيل المثال: {"action": "الخيار ١"}
            2 ليس الخيار ١ بل الخيار ٢.
            1 بين الخيار ١ والخيار ٢ أختار الخيار ١.
            2 بدلًا من الخيار ١ أختار الخيار ٢.
            2 {"action": "الخيار ٢"، "explanation": "هذا ما أفعله."}
            U لا أختار الخيار ١.
            """#
        ).check()
    }

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
