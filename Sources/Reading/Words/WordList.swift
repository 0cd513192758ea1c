/// The words of one language by which choices and refusals are read. Lists are separated by commas and spelled as people
/// spell them; they are folded like the replies. " … " inside a pattern of a refusal stands for up to eight words.
struct WordList: Sendable {
    /// What an option is called: "option", "choice".
    var nouns = ""
    /// What may stand between that and its number: "number", "no".
    var numberWords = ""
    /// "one" and "two" as names of options.
    var ones = "", twos = ""
    /// "first" and "second".
    var firsts = "", seconds = ""
    /// Besides nouns, what may follow "first": "one".
    var ordinalNouns = ""
    /// Words before an option that say nothing: "the".
    var articles = ""

    /// Words that may open a reply and say nothing: "sure".
    var openings = ""

    /// What stands before an answer: "answer", "choice".
    var labels = ""
    /// Those that say themselves that they are the writer's own.
    var ownLabels = ""
    /// Whose label it may be: "my", "the".
    var owners = ""
    /// The same behind the label.
    var ownersBehind = ""
    /// "final".
    var finals = ""
    /// "is", "would be".
    var copulas = ""

    /// Forms of choosing that need the writer as their subject and stand before the option.
    var verbs = ""
    /// The same behind the option.
    var verbsBehind = ""
    /// Forms of choosing that mean the writer unless somebody else is named; before the option and behind it.
    var impliedVerbs = "", impliedBehind = ""
    /// Forms of choosing that only the writer can use; before the option and behind it.
    var ownVerbs = "", ownBehind = ""
    /// Verbs that choose only with the option right behind: "I would do Option 1".
    var nearVerbs = ""
    /// "closer to", right before the option.
    var closers = ""
    /// What is said of the option chosen, right behind it: "is closer to".
    var fits = ""
    /// What may stand between the option and such words: "is much".
    var adverbs = ""

    /// The writer.
    var writers = ""
    /// Anybody else.
    var others = ""
    /// "as", which makes a role of somebody else: "as a person from there, I".
    var roles = ""
    /// "recommend", "should".
    var advice = ""

    var denials = ""
    /// What begins like a denial and is none.
    var innocents = ""
    /// Before and behind an option that something is compared with.
    var comparisons = "", comparisonsBehind = ""
    /// "if".
    var conditions = ""
    /// What makes a condition one of the question itself: "if I had to choose".
    var benign = ""
    /// "might", "perhaps".
    var hedges = ""
    var reasons = ""
    /// "but".
    var contrasts = ""
    /// "or", "and".
    var joiners = ""
    /// What takes an earlier answer back, at the start of a clause; anywhere.
    var corrections = "", correctionPhrases = ""
    /// What takes an answer back without giving another.
    var retractions = ""
    /// Judgements that speak against an option.
    var negatives = ""
    /// "it", "that": what speaks of the option named before.
    var pronouns = ""
    /// "both", "neither".
    var both = ""
    /// "yes", "chosen"; "no", "rejected": behind the name of an option.
    var truthy = "", falsy = ""
    /// Names of the field that holds the choice.
    var keys = ""

    /// Refusals that are the whole text.
    var wholeRefusals = ""
    /// Apologies with which refusals begin.
    var apologies = ""
    /// "as an AI".
    var selves = ""
    /// Inability or unwillingness of the writer.
    var inabilities = ""
    /// Beginnings of the words for answering, choosing, helping.
    var answering = ""
    /// Refusals wherever they stand.
    var refusals = ""

    /// Letters that an apostrophe cuts off their word: "l'option".
    var elisions = ""
    /// Letters that are written onto the front of a noun: "و" in "والخيار".
    var prefixes = ""

    /// Relatives and other people whom a writer may speak of; they count among the others.
    var kin = ""
    /// What may open a better answer, besides corrections: "no", "I mean".
    var amends = ""
    /// What leaves an answer open where a sentence ends with it: "I'm not sure", "half the time".
    var doubts = ""
    /// Between the option denied and the one meant: "not Option 1 but Option 2".
    var buts = ""
    /// Between the option meant and the one denied: "Option 2 rather than Option 1".
    var insteads = ""
    /// "the former", "the latter": of the two options named before, else the places.
    var formers = "", latters = ""
    /// What makes the object behind it an example of the form: "should look like".
    var examples = ""
    /// What stands before the one who acts, right behind the verb: "pipiliin ng kapatid ko".
    var agents = ""
}
