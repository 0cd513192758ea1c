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
}
