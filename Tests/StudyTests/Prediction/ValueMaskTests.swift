import Study
import TestSupport
import Testing
import Text

/// A value's name and its family are taken out of a text whole.
struct ValueMaskTests {
    private static func value(_ name: String, _ aliases: [String] = []) -> Value {
        Value(name: name, gloss: "", aliases: aliases)
    }

    @Test(arguments: [
        ("I stay loyal to you.", "Loyal", "I stay ____ to you."),
        ("Disloyalty, he said: “LOYALTY”!", "Loyal", "____, he said: “____”!"),
        ("I am broadminded, broad-minded, broad minded.", "Broad-Minded", "I am ____, ____, ____."),
        ("I l-o-y-a-l friend; l o y a l; loy-\nal; lo\u{00AD}yal", "Loyal", "I ____ friend; ____; ____; ____"),
        ("Power comes late, and of a social kind.", "Social Power", "____ comes late, and of a ____ kind."),
        ("I empower her.", "Social Power", "I ____ her."), ("ＬＯＹＡＬ and lóyal", "Loyal", "____ and ____"),
        ("I obeyed; obedience", "Obedient", "I ____; ____"), ("Nothing of it.", "Loyal", "Nothing of it."),
    ])
    func `every word of the family becomes a mark, and all else stays`(text: String, name: String, masked: String) {
        let mask = Mask(language: .english)
        #expect(mask.masked(text, value: Self.value(name)) == masked)
    }

    @Test func `words that follow one another are one mark, other spellings count, and little words stay`() {
        let mask = Mask(language: .english)
        let value = Self.value("Honoring of Parents and Elders", ["Filial Piety"])
        #expect(
            mask.masked("I honour my parents and my elders out of filial piety.", value: value)
                == "I ____ my ____ and my ____ out of ____.")
    }

    /// By language: names, and endings and beginnings that make words of their families.
    private static let families: [(language: Language, names: [String], endings: [String], beginnings: [String])] = [
        (
            .english, SchwartzValues.names,
            ["", "s", "ly", "ness", "ed", "ing", "ful", "less", "er", "ity", "ation", "'s", "able"],
            ["", "un", "dis", "in"]
        ),
        (
            .german,
            [
                "Ehrlichkeit", "Gehorsam", "Freiheit", "Soziale Macht", "Loyal", "Gerechtigkeit", "Reichtum",
                "Hilfsbereit",
                "Schutz der Umwelt", "Demütig", "Selbstdisziplin",
            ], ["", "e", "en", "er", "es", "heit", "keit", "lich", "ung", "sam"], ["", "un"]
        ),
        (
            .french,
            [
                "Loyauté", "Liberté", "Honnête", "Obéissant", "Pouvoir social", "Sagesse", "Égalité",
                "Protection de l'environnement",
                "Créativité", "Humble",
            ], ["", "s", "e", "es", "ement", "ance", "ante", "able"], ["", "in", "dé"]
        ),
        (
            .spanish,
            [
                "Lealtad", "Libertad", "Honesto", "Obediente", "Poder social", "Sabiduría", "Igualdad",
                "Protección del entorno",
                "Creatividad", "Humilde",
            ], ["", "s", "mente", "dad", "idad", "ado", "ada", "es"], ["", "in", "des"]
        ),
    ]

    @Test(arguments: families.indices)
    func `no member of a family is left, inflected, denied, split or joined`(place: Int) {
        let (language, names, endings, beginnings) = Self.families[place]
        let mask = Mask(language: language)
        let family = WordFamily(language)
        var tokenizer = SearchTokenizer()
        var random = SeededRandom(seed: 7 + place)
        let others = ["Morgen", "marché", "calle", "river", "2026", "…", "x", "—", "\"", "été"]
        for name in names {
            let value = Self.value(name)
            let words = tokenizer.tokens(of: name).map(\.text)
            for _ in 0..<60 {
                let pieces = (0..<12).map { _ -> String in
                    guard let word = words.randomElement(using: &random), Bool.random(using: &random) else {
                        return others.randomElement(using: &random) ?? ""
                    }
                    let made =
                        (beginnings.randomElement(using: &random) ?? "") + word
                        + (endings.randomElement(using: &random) ?? "")
                    switch Int.random(in: 0..<6, using: &random) {
                    case 0: return made.uppercased()
                    case 1: return word.map(String.init).joined(separator: "-")
                    case 2: return word.map(String.init).joined(separator: " ")
                    case 3: return words.joined()
                    case 4: return name
                    default: return made
                    }
                }
                let text = pieces.joined(separator: [" ", ", ", "\n", "; "].randomElement(using: &random) ?? " ")
                let masked = mask.masked(text, value: value)
                #expect(!mask.tells(masked, value: value), "\(name): \(text) → \(masked)")
                let leaks = LeakCheck.leaks(action: masked, value: value, language: language)
                #expect(!leaks, "\(name): \(text) → \(masked)")
                let telling = words.filter { !family.isPassedOver($0) }
                let roots = Set(telling.map(family.root))
                let left = tokenizer.tokens(of: masked).map(\.text).filter { roots.contains(family.root(of: $0)) }
                #expect(left.isEmpty, "\(name): \(left) in \(masked)")
                #expect(mask.masked(masked, value: value) == masked)
            }
        }
    }

    @Test func `in German a longer word that holds the name's root goes too`() {
        let mask = Mask(language: .german)
        #expect(
            mask.masked("Der Gleichheitsgrundsatz und die Ungleichheiten", value: Self.value("Gleichheit"))
                == "Der ____ und die ____")
    }

    @Test(arguments: [
        (Language.chinese, "社会权力", "我追求社会权力，而社会很大。", "我追求____，而社会很大。"),
        (.japanese, "忠実", "私は忠実です。忠告も聞く。", "私は____です。忠告も聞く。"),
        (.hindi, "निष्ठा", "मेरी निष्ठा है", "मेरी ____ है"), (.arabic, "الولاء", "أحب الولاء كثيرا", "أحب ____ كثيرا"),
        (.filipino, "Katapatan", "Ang katapatan ko", "Ang ____ ko"),
    ])
    func `where a language has no families the name alone goes`(
        language: Language, name: String, text: String, masked: String
    ) {
        let mask = Mask(language: language)
        #expect(mask.masked(text, value: Self.value(name)) == masked)
    }

    @Test func `a long hostile text is masked in time that grows with its length`() {
        let mask = Mask(language: .english)
        let text = String(repeating: "l o y e ", count: 20_000)
        #expect(mask.masked(text, value: Self.value("Loyal")).contains("____") == false)
        let spelled = String(repeating: "l o y a l ", count: 20_000)
        let masked = mask.masked(spelled, value: Self.value("Loyal"))
        #expect(!mask.tells(masked, value: Self.value("Loyal")))
    }
}

/// A mask that expectations may use.
private final class Mask {
    private var mask: ValueMask
    init(language: Language) { mask = ValueMask(language: language) }
    func masked(_ text: String, value: Value) -> String { mask.masked(text, value: value) }
    func tells(_ text: String, value: Value) -> Bool { mask.tells(text, value: value) }
}
