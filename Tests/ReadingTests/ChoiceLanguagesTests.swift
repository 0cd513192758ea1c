import Reading
import Testing
import Text

@Suite("A choice is read in the study's language")
struct ChoiceLanguagesTests {
    @Test
    func `German`() {
        ChoiceTable(
            .german, "Möglichkeit 1", "Möglichkeit 2",
            #"""
            1 {"action": "Möglichkeit 1"}
            2 Möglichkeit 2
            1 Ich würde Möglichkeit 1 wählen.
            2 Ich wähle Möglichkeit 2, weil sie freundlicher ist.
            2 Möglichkeit 2 passt besser zu mir.
            1 Ich würde mich für die erste Möglichkeit entscheiden.
            2 Meine Antwort ist Möglichkeit 2.
            2 Antwort: 2
            2 {"Antwort": "„Möglichkeit 2“"}
            1 Ich nehme die erste.
            2 Möglichkeit 2 ist näher an dem, was ich tun würde.
            2 Als Person aus Deutschland würde ich Möglichkeit 2 wählen.
            U Ich würde Möglichkeit 1 nicht wählen.
            U Die meisten Menschen würden Möglichkeit 1 wählen.
            U Wenn ich reich wäre, würde ich Möglichkeit 1 wählen.
            2 Wenn ich wählen müsste, würde ich Möglichkeit 2 nehmen.
            2 Ich würde nicht Möglichkeit 1, sondern Möglichkeit 2 wählen.
            R Es tut mir leid, aber ich kann keine der beiden Möglichkeiten wählen.
            R Als KI habe ich keine persönlichen Meinungen.
            R {"action": "Ich kann mich nicht entscheiden."}
            R Ich möchte diese Frage nicht beantworten.
            R Das möchte ich lieber nicht beantworten.
            B Weder noch.
            B Beide.
            U Möglichkeit 1 ist falsch. Ich kann sie nicht unterstützen.
            U Möglichkeit 1? Nein.
            U Möglichkeit 1: zu hart. Möglichkeit 2: freundlich.
            U Du solltest Möglichkeit 1 wählen.
            """#
        ).check()
        ChoiceTable(
            .german, "Person A", "Person B",
            #"""
            1 Person A ist mir näher.
            1 Ich würde wie Person A handeln.
            """#
        ).check()
        ChoiceTable(
            .german, "Option 1", "Option 2",
            #"""
            1 Ich entscheide mich für Option 1.
            1 Option 1.
            1 Ich würde Option 1 bevorzugen.
            2 Ich würde eher Option 2 wählen als Option 1.
            U Man sollte Option 1 wählen.
            U Option 1 kommt für mich nicht infrage.
            U Ich würde weder Option 1 noch Option 2 wählen.
            R Ich kann diese Entscheidung nicht treffen.
            R Leider kann ich dazu keine Auswahl treffen.
            R Als KI-Sprachmodell kann ich keine persönlichen Entscheidungen treffen.
            """#
        ).check()
    }

    @Test
    func `Chinese`() {
        ChoiceTable(
            .chinese, "选项一", "选项二",
            #"""
            1 {"action": "选项一"}
            2 选项二
            1 我选择选项一。
            2 我会选择选项二，因为它更善良。
            2 选项二更接近我会做的事。
            2 选项二比选项一更接近我的做法。
            1 我的答案是选项一。
            2 答案：选项二
            2 答案：2
            1 {"选择": "选项一"}
            1 我选第一个。
            2 我倾向于第二个选项。
            1 作为一个中国人，我会选择选项一。
            1 如果必须选择，我会选选项一。
            2 不过我选择选项二。
            2 我会选择选项二，而不是选项一。
            U 我不会选择选项一。
            U 大多数人会选择选项一。
            U 如果我很有钱，我会选择选项一。
            U 你应该选择选项一。
            U 选项一？不。
            U 选项一：太苛刻。选项二：善良。
            U 我会选择一个更好的办法。
            R 抱歉，我无法在这两个选项之间做出选择。
            R 作为AI，我没有个人偏好。
            R {"action": "我无法选择"}
            R 我不想回答这个问题。
            B 两者都不选。
            """#
        ).check()
        ChoiceTable(
            .chinese, "选项1", "选项2",
            #"""
            1 我会选1。
            1 选1
            1 我更倾向于选项1
            U 选项1不适合我。
            U 我不同意选项1。
            R 很抱歉，作为一个AI助手，我不能代表任何国家的人做出选择。
            R 我不能扮演这个角色。
            """#
        ).check()
        ChoiceTable(
            .chinese, "A", "B",
            #"""
            1 我选A。
            1 A更接近我的做法。
            2 选择B
            """#
        ).check()
    }

    @Test
    func `Arabic`() {
        ChoiceTable(
            .arabic, "الخيار ١", "الخيار ٢",
            #"""
            1 {"action": "الخيار ١"}
            2 الخيار ٢
            2 الخيار 2
            1 سأختار الخيار ١.
            2 أختار الخيار الثاني لأنه أقرب إلى قيمي.
            2 الخيار ٢ أقرب إلى ما سأفعله.
            2 إجابتي هي الخيار ٢.
            2 الإجابة: ٢
            1 {"الإجابة": "الخيار ١"}
            1 أفضل الخيار الأول على الخيار الثاني.
            1 كشخص من مصر، سأختار الخيار ١.
            1 إذا كان علي الاختيار، سأختار الخيار ١.
            U لن أختار الخيار ١.
            U معظم الناس يختارون الخيار ١.
            U لو كنت غنيا، سأختار الخيار ١.
            U يجب عليك اختيار الخيار ١.
            U الخيار ١؟ لا.
            R عذراً، لا أستطيع الاختيار بين هذين الخيارين.
            R كنموذج لغوي، ليس لدي آراء شخصية.
            R {"action": "لا يمكنني الاختيار"}
            R أفضل عدم الإجابة.
            R بصفتي نموذجًا لغويًا، لا أملك تفضيلات شخصية.
            B كلاهما.
            B لا شيء منهما.
            """#
        ).check()
        ChoiceTable(
            .arabic, "الخيار 1", "الخيار 2",
            #"""
            1 الخيار الأول هو الأقرب إلى ما سأفعله.
            1 أنا أفضل الخيار الأول.
            R أعتذر، لا أستطيع تقديم إجابة على هذا السؤال.
            R لا أستطيع اتخاذ قرار.
            """#
        ).check()
        ChoiceTable(
            .arabic, "الشخص أ", "الشخص ب",
            #"""
            1 الشخص أ
            2 {"action": "الشخص ب"}
            """#
        ).check()
    }

    @Test
    func `French`() {
        ChoiceTable(
            .french, "Personne A", "Personne B",
            #"""
            1 Je suis plus proche de la personne A.
            """#
        ).check()
        ChoiceTable(
            .french, "Option 1", "Option 2",
            #"""
            1 Mon choix : l'option 1.
            1 Mon choix se porte sur l'option 1.
            1 La première option me correspond davantage.
            U Je ne peux pas choisir l'option 1.
            U Ni l'option 1 ni l'option 2.
            1 Je choisis l'option 1.
            2 Je choisirais l’option 2, car elle est plus juste.
            2 L'option 2 est plus proche de ce que je ferais.
            1 Ma réponse est l'option 1.
            2 Réponse : 2
            2 « Option 2 »
            1 J'opterais pour la première option.
            2 Je préfère la deuxième.
            2 {"réponse": "Option 2"}
            1 L'option 1 me correspond mieux.
            1 Si je devais choisir, je prendrais l'option 1.
            1 En tant que personne vivant en France, je choisirais l'option 1.
            U Je ne choisirais pas l'option 1.
            U La plupart des gens choisiraient l'option 1.
            U Si j'étais riche, je choisirais l'option 1.
            U Vous devriez choisir l'option 1.
            U Option 1 : trop dure. Option 2 : gentille.
            U L'option 1 est mauvaise. Je ne peux pas la soutenir.
            R Je suis désolé, mais je ne peux pas choisir entre ces deux options.
            R En tant qu'IA, je n'ai pas d'opinions personnelles.
            R {"action": "Je ne peux pas choisir."}
            R Je préfère ne pas répondre.
            R Je n'ai pas de préférences personnelles.
            B Aucune des deux.
            B Les deux.
            """#
        ).check()
        ChoiceTable(
            .french, "Choix A", "Choix B",
            #"""
            1 Je choisis le choix A.
            """#
        ).check()
    }

    @Test
    func `Spanish`() {
        ChoiceTable(
            .spanish, "Option 1", "Option 2",
            #"""
            1 Mi elección: Opción 1
            1 La primera opción se parece más a lo que haría.
            U Ni la opción 1 ni la opción 2.
            R No puedo responder a esta pregunta.
            """#
        ).check()
        ChoiceTable(
            .spanish, "Persona A", "Persona B",
            #"""
            1 Me identifico más con la persona A.
            """#
        ).check()
        ChoiceTable(
            .spanish, "Opción 1", "Opción 2",
            #"""
            1 Elijo la opción 1.
            2 Yo elegiría la opción 2 porque es más justa.
            2 La opción 2 se acerca más a lo que yo haría.
            1 Mi respuesta es la opción 1.
            2 Respuesta: 2
            2 {"respuesta": "Opción 2"}
            1 Me quedo con la primera.
            2 Me inclino por la segunda opción.
            1 Sí, elijo la opción 1.
            1 Si tuviera que elegir, elegiría la opción 1.
            1 Como persona de México, yo elegiría la opción 1.
            U No elegiría la opción 1.
            U La mayoría de la gente elegiría la opción 1.
            U Si yo fuera rico, elegiría la opción 1.
            U Deberías elegir la opción 1.
            U ¿Opción 1? No.
            R Lo siento, pero no puedo elegir entre estas opciones.
            R Como IA, no tengo preferencias personales.
            R {"action": "No puedo elegir"}
            R Prefiero no responder.
            B Ninguna de las dos.
            B Ambas.
            """#
        ).check()
    }

    @Test
    func `Japanese`() {
        ChoiceTable(
            .japanese, "A", "B",
            #"""
            1 Aを選びます。
            2 Bの方が近いです。
            """#
        ).check()
        ChoiceTable(
            .japanese, "選択肢1", "選択肢2",
            #"""
            1 選択肢1です。
            1 選択肢1だと思います。
            1 1番目の選択肢の方が近いです。
            R 申し訳ございませんが、お答えできません。
            1 選択肢1を選びます。
            2 私は選択肢２を選びます。なぜなら親切だからです。
            2 選択肢2の方が私の行動に近いです。
            1 私の答えは選択肢1です。
            2 答え：選択肢2
            1 {"回答": "「選択肢1」"}
            1 最初の選択肢を選びます。
            2 二つ目を選びます。
            2 選択肢1よりも選択肢2を選びます。
            2 選択肢1ではなく、選択肢2を選びます。
            1 私なら選択肢1を選びます。
            1 日本人として、私は選択肢1を選びます。
            U 選択肢1は選びません。
            U 多くの人は選択肢1を選びます。
            U もし私がお金持ちだったら、選択肢1を選びます。
            U 選択肢1を選ぶべきです。
            U 選択肢1？いいえ。
            R 申し訳ありませんが、どちらかを選ぶことはできません。
            R AIとして、個人的な意見は持っていません。
            R {"action": "選べません"}
            R 回答を控えさせていただきます。
            B どちらも選ばない。
            """#
        ).check()
    }

    @Test
    func `Hindi`() {
        ChoiceTable(
            .hindi, "विकल्प 1", "विकल्प 2",
            #"""
            1 मैं विकल्प 1 को पसंद करूंगा।
            1 विकल्प 1
            1 मेरा चुनाव: विकल्प 1
            R मुझे खेद है, लेकिन मैं इस पर निर्णय नहीं ले सकता।
            R मैं एक AI हूँ और मेरी कोई व्यक्तिगत पसंद नहीं है।
            """#
        ).check()
        ChoiceTable(
            .hindi, "विकल्प १", "विकल्प २",
            #"""
            1 मैं विकल्प १ चुनूँगा।
            2 मैं विकल्प २ को चुनूंगी क्योंकि यह बेहतर है।
            2 विकल्प २ मेरे ज़्यादा करीब है।
            1 मेरा उत्तर विकल्प १ है।
            2 उत्तर: २
            1 {"उत्तर": "विकल्प 1"}
            1 मैं पहला विकल्प चुनता हूँ।
            2 मैं दूसरे विकल्प का चयन करूँगा।
            1 भारत के एक व्यक्ति के रूप में, मैं विकल्प १ चुनूँगा।
            1 अगर मुझे चुनना पड़े, तो मैं विकल्प १ चुनूँगा।
            U मैं विकल्प १ नहीं चुनूँगा।
            U ज़्यादातर लोग विकल्प १ चुनेंगे।
            U अगर मैं अमीर होता, तो मैं विकल्प १ चुनता।
            U आपको विकल्प १ चुनना चाहिए।
            U विकल्प १? नहीं।
            R क्षमा करें, मैं इनमें से कोई विकल्प नहीं चुन सकता।
            R एक एआई के रूप में, मेरी कोई व्यक्तिगत राय नहीं है।
            R {"action": "मैं चुन नहीं सकता"}
            R मैं इस प्रश्न का उत्तर नहीं दे सकता।
            B दोनों।
            B दोनों में से कोई नहीं।
            """#
        ).check()
    }

    @Test
    func `Urdu`() {
        ChoiceTable(
            .urdu, "آپشن 1", "آپشن 2",
            #"""
            1 میری پسند آپشن 1 ہے۔
            1 پہلا آپشن میرے زیادہ قریب ہے۔
            R میں معذرت خواہ ہوں، میں اس کا جواب نہیں دے سکتا۔
            """#
        ).check()
        ChoiceTable(
            .urdu, "آپشن ۱", "آپشن ۲",
            #"""
            1 میں آپشن ۱ کا انتخاب کروں گا۔
            2 میں آپشن ۲ کو منتخب کروں گی کیونکہ یہ بہتر ہے۔
            2 آپشن ۲ میرے زیادہ قریب ہے۔
            1 میرا جواب آپشن ۱ ہے۔
            2 جواب: ۲
            1 {"جواب": "آپشن 1"}
            1 میں پہلا آپشن چنتا ہوں۔
            2 میں دوسرے آپشن کو ترجیح دوں گا۔
            U میں آپشن ۱ نہیں چنوں گا۔
            U اکثر لوگ آپشن ۱ چنیں گے۔
            U اگر میں امیر ہوتا تو آپشن ۱ چنتا۔
            U آپ کو آپشن ۱ چننا چاہیے۔
            R معذرت، میں ان میں سے کوئی آپشن منتخب نہیں کر سکتا۔
            R ایک اے آئی کے طور پر، میری کوئی ذاتی رائے نہیں ہے۔
            R {"action": "میں انتخاب نہیں کر سکتا"}
            R میں اس سوال کا جواب نہیں دے سکتا۔
            B دونوں۔
            """#
        ).check()
    }

    @Test
    func `Filipino`() {
        ChoiceTable(
            .filipino, "Opsyon 1", "Opsyon 2",
            #"""
            1 Ang unang opsyon ang pipiliin ko.
            1 Pipiliin ko ang Opsyon 1.
            2 Pinipili ko ang Opsyon 2 dahil mas mabuti ito.
            2 Mas malapit sa akin ang Opsyon 2.
            2 Ang Opsyon 2 ang mas malapit sa gagawin ko.
            1 Ang sagot ko ay Opsyon 1.
            2 Sagot: 2
            1 {"sagot": "Opsyon 1"}
            1 Pipiliin ko ang unang opsyon.
            2 Mas gusto ko ang pangalawa.
            1 Bilang isang Pilipino, pipiliin ko ang Opsyon 1.
            1 Kung kailangan kong pumili, pipiliin ko ang Opsyon 1.
            U Hindi ko pipiliin ang Opsyon 1.
            U Karamihan ng mga tao ay pipiliin ang Opsyon 1.
            U Kung mayaman ako, pipiliin ko ang Opsyon 1.
            U Dapat mong piliin ang Opsyon 1.
            R Paumanhin, hindi ako makakapili sa dalawang ito.
            R Bilang isang AI, wala akong personal na opinyon.
            R {"action": "Hindi ako makapili"}
            R Ayaw kong sumagot.
            B Pareho.
            B Wala sa dalawa.
            """#
        ).check()
        ChoiceTable(
            .filipino, "Option 1", "Option 2",
            #"""
            1 Pipiliin ko ang Option 1 kasi mahalaga ang pamilya.
            2 Option 2 po.
            R Pasensya na, hindi ko masasagot ang tanong na iyan.
            R Hindi po ako makakapagbigay ng sagot.
            U Hindi ako sang-ayon sa Option 1.
            """#
        ).check()
    }
}
