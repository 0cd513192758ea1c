import Reading
import Testing
import Text

/// The other languages of the word lists.
extension ChoiceLanguagesTests {
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
