import Text

/// The most frequent words of languages in the Latin script, which nearly every sentence holds some of.
enum StopWords {
    /// By language, as ``SearchTokenizer`` folds them. Words that several of these languages share tell nothing and count for each.
    static let lists: [String: Set<String>] = [
        "en": set(
            """
            the a an and or but of to in on at by for from with without about as is are was were be been have has had do does did will would
            can could that this these those it its i my me we our they their them he she his her you your not no so if when while because
            before after who what which there than then into even though whenever instead rather every each
            """),
        "de": set(
            """
            der die das ein eine einen einem einer und oder aber von zu in im an am auf bei für mit ohne über als
            ist sind war wird werden haben habe hat ich mein meine meinen meinem meiner wir unser sie er es ihr
            nicht kein keine so wenn weil dass damit obwohl auch nur noch schon mich mir uns sich dem den des zum
            zur statt jeden jede jeder her hin wie seit dafür davon dabei da dort sobald lieber einfach alle andere
            anderen anderer immer mehr gern man sein seine etwas nichts nach vor bevor während wegen ob wo was wer
            doch
            """),
        "fr": set(
            """
            le la les un une des du de et ou mais à au aux en dans sur par pour avec sans que qui ne pas plus je j
            me mon ma mes nous notre nos il elle ils elles leur leurs ce cette ces est sont était été avoir ai ont
            fais fait si quand parce lorsque chaque même tout tous toute sa son ses quelque personne comme avant
            après depuis dès où sous vers chez être rien autres lui cela ça
            """),
        "es": set(
            """
            el la los las un una unos unas de del y o pero a al en con sin por para que no me mi mis yo nos nuestro
            nuestra se su sus lo le les es son era fue he ha si cuando porque aunque como más también cada todo
            todos toda este esta eso nadie antes después desde donde sobre hasta entre ser nada otros otras donde
            siempre mientras tan
            """),
        "fil": set(
            """
            ang ng mga sa na at o pero ay ko ako akin aking kong akong si ni kay para kung dahil hindi wala may mayroon namin kami natin
            tayo nila sila nito ito iyon bawat upang habang kapag lang rin din pa ba kahit
            """),
        // Not the project's languages: what a model may slip into.
        "pt": set(
            """
            o os as um uma de do da dos das e ou mas em no na nos nas por para com sem que não eu meu minha meus
            minhas se
            """),
        "it": set(
            """
            il lo la i gli le un una di del della dei e o ma in nel nella per con senza che non io mio mia miei mie
            si
            """),
        "id": set("yang dan di ke dari untuk dengan tidak saya kami kita ini itu pada adalah akan karena atau dalam"),
        "nl": set(
            """
            de het een en of maar van in op aan voor met zonder dat die niet geen ik mijn wij ons onze zij als omdat
            """),
    ]

    private static func set(_ words: String) -> Set<String> {
        var tokenizer = SearchTokenizer()
        return Set(tokenizer.tokens(of: words).map(\.text))
    }
}
