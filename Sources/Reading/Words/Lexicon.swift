import Text

/// The word lists by which the replies of a study are read, ready to be searched: those of its language and English.
///
/// A class, because every reader, label and text of a reply holds it: copies of fifty lists took a tenth of the CPU of asking.
final class Lexicon: Sendable {
    let nouns, numberWords, ones, twos, firsts, seconds, ordinalNouns, articles: Phrases
    let labels, ownLabels, owners, ownersBehind, finals, copulas: Phrases
    let verbs, verbsBehind, impliedVerbs, impliedBehind, ownVerbs, ownBehind, nearVerbs, closers, fits, adverbs: Phrases
    let writers, others, roles, advice: Phrases
    let denials, innocents, comparisons, comparisonsBehind, conditions, benign, hedges: Phrases
    let reasons, contrasts, joiners, corrections, correctionPhrases, retractions, negatives, pronouns, both: Phrases
    let truthy, falsy: Phrases
    let openings, amends, doubts, buts, insteads, formers, latters, examples, agents: Phrases
    let keys: Set<[UInt8]>
    /// What may stand around a bare answer: "I would choose … please".
    let fillers: Phrases
    let refusal: RefusalWords
    /// Whether a verb may follow what it governs.
    let putsVerbsLast: Bool
    /// How many words of this script make one of a script with spaces.
    let stretch: Int
    let elisions: Set<String>
    private let prefixes: Set<Character>
    private let known: Set<String>

    init(_ lists: [WordList]) {
        let elisions = Set(lists.flatMap { $0.elisions.split(separator: ",").map { String($0.drop { $0 == " " }) } })
        func phrases(_ path: KeyPath<WordList, String>) -> Phrases {
            Phrases(lists.map { $0[keyPath: path] }, elisions: elisions)
        }
        (nouns, numberWords) = (phrases(\.nouns), phrases(\.numberWords))
        (ones, twos, firsts, seconds) = (phrases(\.ones), phrases(\.twos), phrases(\.firsts), phrases(\.seconds))
        (ordinalNouns, articles) = (phrases(\.ordinalNouns), phrases(\.articles))
        (labels, ownLabels) = (phrases(\.labels), phrases(\.ownLabels))
        (owners, ownersBehind) = (phrases(\.owners), phrases(\.ownersBehind))
        (finals, copulas) = (phrases(\.finals), phrases(\.copulas))
        (verbs, verbsBehind, impliedBehind) = (phrases(\.verbs), phrases(\.verbsBehind), phrases(\.impliedBehind))
        impliedVerbs = phrases(\.impliedVerbs)
        (ownVerbs, ownBehind, nearVerbs) = (phrases(\.ownVerbs), phrases(\.ownBehind), phrases(\.nearVerbs))
        (closers, fits, adverbs) = (phrases(\.closers), phrases(\.fits), phrases(\.adverbs))
        others = Phrases(lists.flatMap { [$0.others, $0.kin] }, elisions: elisions)
        (writers, roles, advice) = (phrases(\.writers), phrases(\.roles), phrases(\.advice))
        (denials, innocents) = (phrases(\.denials), phrases(\.innocents))
        (comparisons, comparisonsBehind) = (phrases(\.comparisons), phrases(\.comparisonsBehind))
        (conditions, benign, hedges) = (phrases(\.conditions), phrases(\.benign), phrases(\.hedges))
        (reasons, contrasts, joiners) = (phrases(\.reasons), phrases(\.contrasts), phrases(\.joiners))
        (corrections, correctionPhrases) = (phrases(\.corrections), phrases(\.correctionPhrases))
        (retractions, negatives) = (phrases(\.retractions), phrases(\.negatives))
        (pronouns, both) = (phrases(\.pronouns), phrases(\.both))
        (truthy, falsy) = (phrases(\.truthy), phrases(\.falsy))
        openings = phrases(\.openings)
        (amends, doubts, buts) = (phrases(\.amends), phrases(\.doubts), phrases(\.buts))
        (insteads, formers, latters) = (phrases(\.insteads), phrases(\.formers), phrases(\.latters))
        (examples, agents) = (phrases(\.examples), phrases(\.agents))
        // Fields are named in the prompt's language or in English, whatever the study says of its language.
        keys = Set(
            WordList.all.flatMap { $0.keys.split(separator: ",").map { NameFolding.fold($0) } }.filter { !$0.isEmpty })
        fillers = Phrases(
            lists.flatMap { list in
                [
                    list.nouns, list.numberWords, list.articles, list.labels, list.ownLabels, list.owners,
                    list.ownersBehind, list.finals, list.copulas, list.writers, list.verbs, list.verbsBehind,
                    list.ownVerbs, list.ownBehind, list.impliedVerbs, list.impliedBehind,
                    list.adverbs, list.openings,
                ]
            }, elisions: elisions)
        stretch = lists.contains { $0.nouns.unicodeScalars.contains(where: \.isUnspaced) } ? 2 : 1
        putsVerbsLast = lists.count > 1
        refusal = RefusalWords(lists, elisions: elisions)
        self.elisions = elisions
        prefixes = Set(lists.flatMap { $0.prefixes.filter { $0 != " " && $0 != "," } })
        known =
            prefixes.isEmpty
            ? []
            : [
                nouns, labels, ownLabels, ownVerbs, denials, others, roles, both, buts, amends, insteads, corrections,
            ].reduce(into: []) {
                $0.formUnion($1.vocabulary)
            }
    }

    /// The words of a text, without letters that are written onto the front of a word that these lists know ("و" of
    /// "والخيار").
    func words(_ words: Words) -> [String] {
        guard !prefixes.isEmpty else { return words.texts }
        return words.texts.map { text in
            guard let first = text.first, prefixes.contains(first), !known.contains(text) else { return text }
            let rest = String(text.dropFirst())
            return known.contains(rest) ? rest : text
        }
    }
}

extension WordList {
    static let all: [WordList] = [english, german, french, spanish, arabic, hindi, urdu, filipino, chinese, japanese]
}

extension Language {
    /// The lexicon of the language; made once.
    var lexicon: Lexicon {
        switch self {
        case .english: Lexicon.english
        case .german: Lexicon.german
        case .french: Lexicon.french
        case .spanish: Lexicon.spanish
        case .arabic: Lexicon.arabic
        case .hindi: Lexicon.hindi
        case .urdu: Lexicon.urdu
        case .filipino: Lexicon.filipino
        case .chinese: Lexicon.chinese
        case .japanese: Lexicon.japanese
        }
    }
}

extension Lexicon {
    fileprivate static let english = Lexicon([.english])
    fileprivate static let german = Lexicon([.english, .german])
    fileprivate static let french = Lexicon([.english, .french])
    fileprivate static let spanish = Lexicon([.english, .spanish])
    fileprivate static let arabic = Lexicon([.english, .arabic])
    fileprivate static let hindi = Lexicon([.english, .hindi])
    fileprivate static let urdu = Lexicon([.english, .urdu])
    fileprivate static let filipino = Lexicon([.english, .filipino])
    fileprivate static let chinese = Lexicon([.english, .chinese])
    fileprivate static let japanese = Lexicon([.english, .japanese])
}
