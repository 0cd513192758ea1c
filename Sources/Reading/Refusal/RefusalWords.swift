/// The patterns of refusals in one or several languages. A pattern's parts stand in this order in one sentence, at most
/// eight words apart; a part that ends in "*" is the beginning of a word.
struct RefusalWords: Sendable {
    /// One pattern: its parts, each a run of words.
    struct Pattern: Sendable {
        let parts: [[String]]
    }

    let whole: Phrases
    let apologies: Phrases
    let selves: Phrases
    /// Those with one part can be looked up; the others are tried one by one, found by the first word of their first part.
    let inabilities: [String: [Pattern]]
    let refusals: [String: [Pattern]]
    let answering: Phrases
    /// Beginnings of the words for answering.
    let answeringStems: [String]

    init(_ lists: [WordList], elisions: Set<String>) {
        whole = Phrases(lists.map(\.wholeRefusals), elisions: elisions)
        apologies = Phrases(lists.map(\.apologies), elisions: elisions)
        selves = Phrases(lists.map(\.selves), elisions: elisions)
        inabilities = Self.patterns(lists.map(\.inabilities), elisions)
        refusals = Self.patterns(lists.map(\.refusals), elisions)
        let items = lists.flatMap { $0.answering.split(separator: ",") }
        answering = Phrases(items.filter { !$0.contains("*") }.map(String.init), elisions: elisions)
        answeringStems = items.filter { $0.contains("*") }.map { Words($0).texts.joined() }.filter { !$0.isEmpty }
    }

    private static func patterns(_ lists: [String], _ elisions: Set<String>) -> [String: [Pattern]] {
        var found: [String: [Pattern]] = [:]
        for item in lists.flatMap({ $0.split(separator: ",") }) {
            let parts = item.split(separator: "…").map { Words($0, elisions: elisions).texts }.filter { !$0.isEmpty }
            guard let first = parts.first, let word = first.first else { continue }
            found[word, default: []].append(Pattern(parts: parts))
            // "I … unable" is "I'm unable" and "I'd be unable" as well.
            guard first == ["i"] else { continue }
            for form in ["im", "id", "ill", "ive"] {
                found[form, default: []].append(Pattern(parts: [[form]] + parts.dropFirst()))
            }
        }
        return found
    }
}
