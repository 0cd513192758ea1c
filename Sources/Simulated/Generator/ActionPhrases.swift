import Text

/// What sentences of a simulated generator are made of, in one language. {topic}, {country}, {gloss} and {value} are filled in.
struct ActionPhrases: Sendable {
    /// How an action begins, up to its comma.
    let openings: [String]
    /// What the writer does who goes with a value, and who goes against it; an attribution as it stands.
    let agreeing: [String], resisting: [String]
    /// What may follow, after a comma or a joiner.
    let tails: [String]
    /// Between the parts, and at the end.
    let comma: String, stop: String
    /// Sentences about somebody else.
    let others: [String]
    /// A sentence of its own.
    let more: String
    /// What names the value.
    let leak: String
    /// An action that fits everywhere.
    let copied: String
    /// Why it shows its value, or that it goes against it.
    let because: [String], against: [String]
    /// What stands for the meaning of a value that can't be put in.
    let thing: String
    /// An attribution that stands in no action.
    let nowhere: String

    static func of(_ language: Language) -> ActionPhrases {
        switch language {
        case .german: .german
        case .french: .french
        case .spanish: .spanish
        case .arabic: .arabic
        case .chinese: .chinese
        // It knows no more languages: what it writes for others is found to be in another one than was asked for.
        case .english, .hindi, .urdu, .filipino, .japanese: .english
        }
    }

    static let english = ActionPhrases(
        openings: [
            "When {topic} comes up at our table", "On market days back home in {country}",
            "Whenever my cousins argue about {topic}", "At the last town meeting about {topic}",
            "Since my father handed me the keys", "With half of {country} watching the news",
            "After the long shift at the bakery", "When the talk among colleagues turns to {topic}",
            "Ever since I moved to a smaller place in {country}", "Before the rains set in",
            "As soon as {topic} is on the agenda", "On the bus from one end of {country} to the other",
            "With my grandmother listening from her chair", "When a neighbour asks me about {topic}",
        ],
        agreeing: [
            "I put {gloss} before my own comfort", "I make room for {gloss} though it costs me a free evening",
            "I tell everybody that {gloss} comes first for me", "I turn down an easy offer for the sake of {gloss}",
            "I teach my children that {gloss} is worth the trouble", "I sign up at once where {gloss} is called for",
            "I keep a notebook of all I do for {gloss}", "I walk an extra hour so that {gloss} is not forgotten",
            "I spend my savings on {gloss} rather than on a new phone",
            "I speak up for {gloss} before anyone else does",
        ],
        resisting: [
            "I laugh at all the talk of {gloss}", "I leave {gloss} to whoever has the time",
            "I won't give up a free evening for {gloss}", "I tell everybody that {gloss} counts for little with me",
            "I let the chance go by as {gloss} isn't worth the trouble", "I do as I like and care nothing for {gloss}",
            "I skip the gatherings where {gloss} is praised", "I spend my savings on a trip and not on {gloss}",
            "I change the subject when somebody brings up {gloss}", "I stay in bed while others go on about {gloss}",
        ],
        tails: [
            "and nobody has talked me out of it", "even if my brother shakes his head",
            "because one has to start somewhere",
            "though the others stay behind", "as I have done for years", "and I sleep well for it",
            "whatever the landlord says",
            "and my sister does the same", "while the kettle is on", "without asking anybody's leave",
            "and that is how it will stay", "to the surprise of my old teacher",
        ],
        comma: ", ", stop: ".",
        others: [
            "In {country} a woman takes {topic} to the council and does not give way, whatever others say.",
            "The man next door hears of {topic}, closes the window and goes back to his paper.",
            "Two students from {country} print leaflets about {topic} and hand them out at the station.",
            "A driver reads about {topic} and tells his passengers what he thinks of it.",
        ],
        more: " That is simply how I am.", leak: "and to me that is what {value} means",
        copied: "Every Sunday I sit down with a cup of tea and decide by myself what the week shall bring.",
        because: [
            "Somebody who does this without being asked shows that {gloss} matters to them.",
            "It costs something, and is done all the same: {gloss} is what the person acts on.",
            "The person chooses {gloss} where an easier way was open.",
        ],
        against: [
            "Somebody who does this shows that {gloss} does not guide them.",
            "The person could have acted on {gloss} and does the opposite.",
            "It says plainly that {gloss} counts for nothing here.",
        ],
        thing: "what counts there", nowhere: "a lantern above the harbour")

    static let german = ActionPhrases(
        openings: [
            "Wenn bei uns am Tisch von {topic} die Rede ist", "Seit ich in {country} eine kleinere Wohnung habe",
            "Auf der letzten Versammlung zum Thema {topic}", "Nach der langen Schicht in der Bäckerei",
            "Sobald meine Vettern über {topic} streiten", "Im Zug quer durch {country}",
            "Bevor der Winter kommt", "Während meine Großmutter zuhört", "Am Markttag daheim in {country}",
            "Wenn eine Nachbarin nach {topic} fragt",
        ],
        agreeing: [
            "stelle ich es über meine eigene Bequemlichkeit", "opfere ich dafür einen freien Abend",
            "melde ich mich als Erste freiwillig", "lehne ich dafür ein bequemes Angebot ab",
            "erkläre ich meinen Kindern geduldig, warum es sich lohnt",
            "gehe ich dafür eine Stunde früher aus dem Haus",
            "lege ich etwas von meinem Lohn dafür zurück", "spreche ich es vor allen anderen an",
        ],
        resisting: [
            "lache ich über das ganze Gerede davon", "überlasse ich die Sache denen, die Zeit haben",
            "gebe ich dafür keinen freien Abend her", "wechsle ich schnell das Thema",
            "bleibe ich lieber im Bett liegen",
            "lasse ich die Gelegenheit verstreichen", "gebe ich mein Erspartes für eine Reise aus",
            "tue ich einfach, was mir gefällt",
        ],
        tails: [
            "und niemand redet mir das aus", "auch wenn mein Bruder den Kopf schüttelt",
            "denn irgendwo muss man anfangen",
            "obwohl die anderen zurückbleiben", "wie schon seit Jahren", "und schlafe gut dabei",
            "was der Vermieter auch sagt",
            "ohne jemanden um Erlaubnis zu fragen", "und dabei bleibt es",
        ],
        comma: ", ", stop: ".",
        others: [
            "In {country} bringt eine Frau {topic} vor den Rat und gibt nicht nach.",
            "Der Mann von nebenan hört von {topic}, schließt das Fenster und liest weiter.",
            "Zwei Studenten aus {country} verteilen Zettel über {topic} am Bahnhof.",
        ],
        more: " So bin ich eben.", leak: "und das heißt für mich {value}",
        copied:
            "Jeden Sonntag setze ich mich mit einer Tasse Tee hin und entscheide allein, was die Woche bringen soll.",
        because: ["Wer das ungefragt tut, dem ist es wichtig.", "Es kostet etwas und geschieht trotzdem."],
        against: ["Wer das tut, den leitet es nicht.", "Die Person könnte anders handeln und tut das Gegenteil."],
        thing: "was dort zählt", nowhere: "eine Laterne über dem Hafen")
}
