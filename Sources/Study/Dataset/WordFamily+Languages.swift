import Text

/// The endings of the languages that have some here. Letters are folded: "ä" is "a", "é" is "e".
extension WordFamily {
    struct Rules: Sendable {
        var endings: [Ending] = []
        var prefixes: [String] = []
        /// Words of one family that no ending shows; the first stands for all.
        var irregular: [[String]] = []
        var passedOver: Set<String> = []
    }

    static func rules(_ language: Language) -> Rules {
        switch language {
        case .english: english
        case .german: german
        case .french: french
        case .spanish: spanish
        case .arabic, .hindi, .urdu, .filipino, .chinese, .japanese: Rules()
        }
    }

    private static let english = Rules(
        endings: [
            Ending("ies", "y", least: 2), Ending("ied", "y", least: 2), Ending("iest", "y", least: 2),
            Ending("ier", "y", least: 3), Ending("ily", "y", least: 3), Ending("iness", "y", least: 3),
            Ending("liness"), Ending("lessness"), Ending("fulness"), Ending("ness", least: 3), Ending("ful", least: 3),
            Ending("less", least: 3),
            Ending("ability", "able", least: 2), Ending("ibility", "ible", least: 2), Ending("ably", "able", least: 2),
            Ending("ibly", "ible", least: 2), Ending("alty", "al", least: 2), Ending("ality", "al", least: 2),
            Ending("ivity", "ive", least: 3), Ending("osity", "ous", least: 3), Ending("iety", "i", least: 3),
            Ending("ity", least: 4), Ending("ically", "ic", least: 3), Ending("ly", least: 3), Ending("able", least: 4),
            Ending("isation"), Ending("ization"), Ending("ation", least: 4), Ending("ition", least: 5),
            Ending("ion", least: 4), Ending("ator", least: 4), Ending("ive", least: 4), Ending("ate", least: 4),
            Ending("at", least: 5),
            Ending("acy", least: 4), Ending("ious", least: 5), Ending("ous", least: 4), Ending("ential", least: 4),
            Ending("ence", least: 4), Ending("enc", least: 4), Ending("ent", least: 5), Ending("ement", least: 4),
            Ending("ment", least: 4), Ending("ual", least: 5), Ending("al", least: 4), Ending("dom", least: 3),
            Ending("ship", least: 4), Ending("ise", least: 5), Ending("ize", least: 5), Ending("iz", least: 5),
            Ending("ing", least: 3), Ending("ed", least: 3), Ending("en", least: 5), Ending("er", least: 4),
            Ending("est", least: 4), Ending("our", "or", least: 2), Ending("'s"), Ending("ss", "ss", least: 90),
            Ending("sses", "ss", least: 2), Ending("es", "e", least: 3), Ending("us", "us", least: 90),
            Ending("s", least: 4), Ending("y", "i", least: 2), Ending("i", least: 5), Ending("e", least: 3),
        ],
        prefixes: ["un", "dis", "in", "im", "ir", "il", "non"],
        irregular: [
            ["authority", "authorities", "authoritative", "authoritatively", "authoritarian"],
            ["humble", "humbles", "humbled", "humbling", "humbly", "humbleness", "humility"],
            ["obedient", "obediently", "obedience", "obey", "obeys", "obeyed", "obeying"],
            [
                "successful", "successfully", "success", "successes", "succeed", "succeeds", "succeeded", "succeeding",
            ],
            ["choose", "chooses", "choosing", "chose", "chosen", "choice", "choices"],
            ["forgive", "forgives", "forgiving", "forgiveness", "forgiven", "forgave"],
        ],
        passedOver: [
            "a", "an", "the", "of", "in", "at", "to", "for", "with", "and", "or", "on", "own", "my", "your", "one",
            "ones", "his", "her", "their", "our", "its", "s", "all", "every", "new", "some", "any",
        ])

    private static let german = Rules(
        endings: [
            Ending("heiten"), Ending("keiten"), Ending("heit"), Ending("keit"), Ending("ungen"), Ending("ung"),
            Ending("schaften"), Ending("schaft"), Ending("lichen"), Ending("liche"), Ending("licher"),
            Ending("liches"), Ending("lichem"), Ending("lich"), Ending("igen"), Ending("iger"), Ending("iges"),
            Ending("igem"), Ending("ige"), Ending("ig"), Ending("ische"), Ending("ischen"), Ending("isch"),
            Ending("sam"), Ending("voll"), Ending("los"), Ending("est"), Ending("ern"), Ending("end"), Ending("en"),
            Ending("em"), Ending("er"), Ending("es"), Ending("et"), Ending("te"), Ending("st"), Ending("e"),
            Ending("n", least: 5), Ending("s", least: 5), Ending("t", least: 5),
        ],
        prefixes: ["un", "miss"],
        passedOver: [
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "von", "vor",
            "zu", "zur", "zum", "im", "in", "mit", "und", "fur", "mein", "meine", "meinen", "meinem", "meiner",
            "eigene",
            "eigenen", "eigener",
        ])

    private static let french = Rules(
        endings: [
            Ending("issements"), Ending("issement"), Ending("ements"), Ending("ement"), Ending("ations"),
            Ending("ation"), Ending("itions"), Ending("ition"), Ending("ites"), Ending("ite"), Ending("euses"),
            Ending("euse"), Ending("eux"), Ending("eurs"), Ending("eur"), Ending("ances"), Ending("ance"),
            Ending("ences"), Ending("ence"), Ending("ants"), Ending("ante"), Ending("ant"), Ending("ents"),
            Ending("ente"), Ending("ent"), Ending("ables"), Ending("able"), Ending("ives"), Ending("ive"),
            Ending("ifs"), Ending("if"), Ending("elles"), Ending("elle"), Ending("els"), Ending("el"), Ending("ees"),
            Ending("ee"), Ending("er"), Ending("ir"), Ending("es"), Ending("e"), Ending("s", least: 5),
        ],
        prefixes: ["in", "im", "ir", "de", "des", "mal"],
        passedOver: [
            "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "a", "au", "aux", "en", "dans", "avec",
            "pour", "mon", "ma", "mes", "ses", "son", "sa",
        ])

    private static let spanish = Rules(
        endings: [
            Ending("amientos"), Ending("amiento"), Ending("imiento"), Ending("aciones"), Ending("acion"),
            Ending("iciones"), Ending("icion"), Ending("idades"), Ending("idad"), Ending("dades"), Ending("dad"),
            Ending("encias"), Ending("encia"), Ending("ancia"), Ending("mente"), Ending("ientes"), Ending("iente"),
            Ending("osos"), Ending("osas"), Ending("oso"), Ending("osa"), Ending("ables"), Ending("able"),
            Ending("ibles"), Ending("ible"), Ending("ivos"), Ending("ivas"), Ending("ivo"), Ending("iva"),
            Ending("ados"), Ending("adas"), Ending("ado"), Ending("ada"), Ending("idos"), Ending("idas"),
            Ending("ido"), Ending("ida"), Ending("ando"), Ending("iendo"), Ending("ar"), Ending("er"), Ending("ir"),
            Ending("os"), Ending("as"), Ending("es"), Ending("o"), Ending("a"), Ending("e"),
        ],
        prefixes: ["in", "im", "ir", "des"],
        passedOver: [
            "el", "la", "los", "las", "un", "una", "de", "del", "y", "en", "con", "para", "por", "a", "al", "mi", "mis",
            "su", "sus", "propio", "propia", "propios", "propias",
        ])
}
