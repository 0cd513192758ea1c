import Reading
import Study
import Testing
import Text

/// What is checked of an action as it comes.
struct ActionFormTests {
    private let value = Value(name: "Helpful", gloss: "lending a hand", aliases: ["Being of Help"])

    private func form(
        _ text: String, _ spans: [String]? = nil, because: String = "It helps.", _ language: Language = .english
    ) -> ActionForm {
        ActionForm(
            Action(text: text, attributions: spans ?? [text], explanation: because), value: value, language: language)
    }

    @Test func `an action that is in order has no problem`() {
        let form = form("On market days I carry my neighbour's bags home.", ["carry my neighbour's bags"])
        #expect(form.problems.isEmpty && !form.namesValue && !form.hasRepairs)
        #expect(form.spans.map(\.span.text) == ["carry my neighbour's bags"])
        #expect(form.language == .asked && form.firstPerson == .spoken)
    }

    @Test(arguments: [
        ("I carry my neighbour's bags home.", [], "Why.", [FormProblem.missingParts]),
        ("I carry my neighbour's bags home.", ["bags"], " ", [.missingParts]),
        (String(repeating: "very ", count: 47) + "I do it now", ["do it"], "Why.", [.tooLong]),
        ("I carry my neighbour's bags. Then I go home.", ["bags"], "Why.", [.severalSentences]),
        ("He carries the bags of his neighbour home.", ["bags"], "Why.", [.notFirstPerson]),
        ("Ich trage die Taschen meiner Nachbarin nach Hause.", ["Taschen"], "Why.", [.otherLanguage]),
        ("I carry **all** of my neighbour's bags.", ["bags"], "Why.", [.marks]),
        ("I carry my neighbour's bags home.", ["bags", "her shopping"], "Why.", [.spanElsewhere]),
        (
            "He carries it. She goes to the market.", ["they"], "Why.",
            [.severalSentences, .notFirstPerson, .spanElsewhere]
        ),
    ])
    func `each problem of form is seen`(text: String, spans: [String], because: String, problems: [FormProblem]) {
        #expect(form(text, spans, because: because).problems == problems)
    }

    @Test func `fifty words are not too many, whatever the script`() {
        #expect(form("I " + String(repeating: "help ", count: 49), ["help"]).problems == [])
        #expect(ActionText.wordCount(String(repeating: "我", count: 100)) == 50)
        #expect(ActionText.wordCount(String(repeating: "我", count: 101)) == 51)
        #expect(ActionText.wordCount("Ich helfe - oft - in der 3. Klasse.") == 7)
        #expect(ActionText.wordCount("मैं मदद करता हूँ।") == 4)
    }

    @Test func `a value that is named is told, and no failure`() {
        #expect(form("I am helpful to my neighbours.", ["helpful"]).namesValue)
        #expect(form("I like being of help to my neighbours.", ["help"]).namesValue)
        #expect(form("I am helpful to my neighbours.", ["helpful"]).problems.isEmpty)
        #expect(!form("I lend my neighbours a hand.", ["hand"]).namesValue)
    }

    @Test(arguments: [
        ("I go home.", 1), ("I go home", 1), ("I go. I stay.", 2), ("I go! Then I stay", 2), ("", 0), ("…", 0),
        ("Mr. Smith and I go home.", 1), ("I pay 3.5 dollars.", 1), ("I wait... and then I go.", 1),
        ("I say, \"No. We stay.\" and go.", 1), ("I say “No. We stay.” and go. Then I stay.", 2),
        ("I say \"no. We stay", 2), ("I live in the U.S. Senate district of my father.", 1), ("It is I. They know.", 2),
        ("我回家。我吃饭。", 2), ("我说：“不。我留下。”", 1), ("मैं जाता हूँ। मैं रुकता हूँ।", 2), ("میں جاتا ہوں۔", 1),
        ("أذهب إلى البيت. ثم أعود.", 2), ("Ich helfe z. B. Nachbarn.", 1), ("„Nein. Ich bleibe“, sage ich.", 1),
        ("Gng. Santos at ako ay umalis.", 1),
    ])
    func `sentences are counted, not points`(text: String, count: Int) {
        #expect(ActionText.sentenceCount(text) == count)
    }

    @Test(arguments: [
        ("Tumutulong ako sa kapitbahay", Language.filipino, FirstPerson.spoken),
        ("Tumutulong siya sa kapitbahay", .filipino, .absent),
        ("Ayudo a mis vecinos", .spanish, .spoken), ("Ayuda a los vecinos", .spanish, .undecided),
        ("أساعد جاري", .arabic, .undecided), ("أنا أساعد جاري", .arabic, .spoken),
        ("मैं मदद करता हूँ", .hindi, .spoken), ("मदद करता हूँ", .hindi, .spoken), ("मदद की", .hindi, .undecided),
        ("میں مدد کرتا ہوں", .urdu, .spoken), ("私は手伝います", .japanese, .spoken), ("わたしは手伝います", .japanese, .spoken),
        ("手伝います", .japanese, .undecided), ("我帮忙", .chinese, .spoken), ("他们帮忙", .chinese, .absent),
        ("Je l'aide", .french, .spoken), ("Il aide", .french, .absent), ("Man hilft", .german, .absent),
        ("", .english, .undecided),
    ])
    func `the first person is looked for in every language, and left open where verbs may say it`(
        text: String, language: Language, expected: FirstPerson
    ) {
        var tokenizer = SearchTokenizer()
        #expect(FirstPerson.of(tokenizer.tokens(of: text).map(\.text), language: language) == expected)
    }

    @Test(arguments: [
        ("I carry the bags of my neighbour home.", Language.english, LanguageCheck.asked),
        ("Ich trage die Taschen meiner Nachbarin.", .english, .other),
        ("Llevo las bolsas de mi vecina a su casa.", .english, .other),
        ("Ich trage die Taschen meiner Nachbarin.", .german, .asked),
        ("I carry the bags of my neighbour.", .german, .other),
        ("Je porte les sacs de ma voisine.", .french, .asked), ("Llevo las bolsas de mi vecina.", .spanish, .asked),
        ("Tinutulungan ko ang aking kapitbahay sa mga gawain.", .filipino, .asked), ("Helping.", .english, .undecided),
        ("Saya membantu tetangga yang tua dengan belanjaan mereka di pasar setiap hari.", .english, .other),
        ("我每天帮助邻居拿东西。", .chinese, .asked), ("私は毎日隣の人を手伝います。", .chinese, .other),
        ("私は毎日隣の人を手伝います。", .japanese, .asked), ("我每天帮助邻居拿东西。", .japanese, .other),
        ("أساعد جاري كل يوم في حمل الأكياس.", .arabic, .asked), ("میں ہر روز پڑوسی کی مدد کرتا ہوں۔", .arabic, .other),
        ("میں ہر روز پڑوسی کی مدد کرتا ہوں۔", .urdu, .asked),
        ("أساعد جاري كل يوم في حمل الأكياس إلى البيت.", .urdu, .other),
        ("मैं रोज़ पड़ोसी की मदद करता हूँ।", .hindi, .asked), ("I help my neighbour.", .hindi, .other),
        ("在United States，每当饭桌上谈到Family & Changing Gender Roles，我一笑了之。", .chinese, .asked),
        ("حين يدور الحديث حول Leisure Time and Sports في United States أضحك من كل هذا الكلام.", .arabic, .asked),
        ("Every day I carry bags for 王.", .chinese, .other),
        ("", .english, .undecided), ("123", .chinese, .undecided),
    ])
    func `the language is told by the script, then by the words that every sentence has`(
        text: String, language: Language, expected: LanguageCheck
    ) {
        #expect(LanguageCheck.of(text, language: language) == expected)
    }

    @Test func `a refusal in place of an action is one, and an inability in daily life is none`() {
        let reader = ReplyReader()
        #expect(reader.declines(inPlaceOfAction: "I'm sorry, but I can't help with this request."))
        #expect(reader.declines(inPlaceOfAction: "As an AI language model, I don't have personal values."))
        #expect(!reader.declines(inPlaceOfAction: "I can't help my sister with her housework."))
        #expect(!reader.declines(inPlaceOfAction: "I refuse to answer my uncle when he asks whom I vote for."))
    }
}
