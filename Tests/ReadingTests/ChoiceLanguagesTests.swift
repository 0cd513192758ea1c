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
}
