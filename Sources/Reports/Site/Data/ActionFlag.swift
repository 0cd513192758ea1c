import Pages

/// Something about a value-informed action that whoever uses a dataset would want to look at. A flag is a sign, no verdict.
package enum ActionFlag: String, CaseIterable, Sendable {
    case attributionElsewhere = "attribution-elsewhere"
    case noAttribution = "no-attribution"
    case noExplanation = "no-explanation"
    case sameActions = "same-actions"
    case namesValue = "names-value"
    case notFirstPerson = "not-first-person"
    case lengthsDiffer = "lengths-differ"
    case marks
    case incompletePair = "incomplete-pair"
    case duplicate

    /// From so alike on, two actions count as nearly the same: see `WordOverlap.share`.
    package static let nearlySame = 0.9
    /// A pair's lengths differ by at least so many words, and by this factor.
    package static let moreWords = 10, timesAsLong = 2

    /// What it is called.
    package var words: String {
        switch self {
        case .attributionElsewhere: "attribution not in the action"
        case .noAttribution: "no attribution"
        case .noExplanation: "no explanation"
        case .sameActions: "both actions (nearly) the same"
        case .namesValue: "names its value"
        case .notFirstPerson: "not in the first person"
        case .lengthsDiffer: "lengths far apart"
        case .marks: "markup or control marks"
        case .incompletePair: "incomplete pair"
        case .duplicate: "stands in another cell, too"
        }
    }

    /// What it means, exactly.
    package var definition: String {
        switch self {
        case .attributionElsewhere:
            "At least one of the spans that are said to show the value does not stand in the action letter by letter; blanks around "
                + "a span don’t count."
        case .noAttribution: "There is no span that shows the value, or one of them is empty."
        case .noExplanation: "Nothing says why the action shows the value."
        case .sameActions:
            "The two actions of the cell are nearly the same: twice the number of words that both have in the same order, over the "
                + "words of both together, is at least 0.9 (1 where they are the same). Often they differ by a “not” alone."
        case .namesValue:
            "The action holds the name of its value, or another spelling of it that the study knows, as words of its own: who is asked "
                + "can tell which value is meant."
        case .notFirstPerson:
            "No word of the action speaks of the writer (“I”, “my”, “we”, …). Judged in English, German, French and Chinese studies, where "
                + "the action is written in that script; in other languages the verb may say it, and nothing is flagged."
        case .lengthsDiffer:
            "One of the two actions has at least twice as many words as the other, and at least ten more: length alone may tell them apart."
        case .marks:
            "The action holds markup (tags, entities, back-ticks, double asterisks), braces, a backslash before a letter or quotation "
                + "mark, control characters, marks that turn the direction of writing, or U+FFFD, which stands for what could not be read."
        case .incompletePair: "The cell lacks an action, or both: Task 2 can’t ask about it."
        case .duplicate: "The same words, capitals and punctuation aside, are an action of another cell."
        }
    }
}

/// One action of a cell with what there is to see of it.
package struct FlaggedAction: Sendable, Equatable {
    package var text: String
    package var attributions: [String]
    package var explanation: String
    /// Its own flags, in the order of the cases; without those of its pair.
    package var flags: [ActionFlag]

    package init(text: String, attributions: [String], explanation: String, flags: [ActionFlag]) {
        (self.text, self.attributions, self.explanation, self.flags) = (text, attributions, explanation, flags)
    }
}

/// A cell with its two actions.
package struct FlaggedPair: Sendable, Equatable {
    package var country, topic, value, group: String
    /// The action that shows the value, and the one against it; nil where there is none.
    package var agree, disagree: FlaggedAction?
    /// Who wrote them, where several generators wrote actions for the study.
    package var generator: String?
    /// Flags of both together.
    package var flags: [ActionFlag]

    package init(
        country: String, topic: String, value: String, group: String, agree: FlaggedAction?, disagree: FlaggedAction?,
        flags: [ActionFlag]
    ) {
        (self.country, self.topic, self.value, self.group) = (country, topic, value, group)
        (self.agree, self.disagree, self.flags) = (agree, disagree, flags)
    }

    /// The action of one side.
    subscript(inclination: MisalignedCell.Inclination) -> FlaggedAction? {
        inclination == .agree ? agree : disagree
    }

    /// All flags of the cell; with a side, those of that action and of the pair.
    func allFlags(_ inclination: MisalignedCell.Inclination? = nil) -> Set<ActionFlag> {
        let sides = inclination.map { [self[$0]] } ?? [agree, disagree]
        return Set(flags + sides.compactMap(\.self).flatMap(\.flags))
    }
}

/// All that the page of a study's actions is made of.
package struct DataInput: Sendable {
    package var run: Int
    package var study: String
    /// Every cell of the study.
    package var pairs: [FlaggedPair]
    package var countries: [String], topics: [String], values: [String], groups: [String]
    package var version: String

    /// Whether several generators wrote actions: each cell then stands once for each.
    var hasGenerators: Bool { pairs.contains { $0.generator != nil } }
    /// What is listed.
    func counted(_ count: Int) -> String {
        hasGenerators ? Numerals.count(count, "pair", "pairs") : Numerals.count(count, "cell", "cells")
    }

    package init(
        run: Int, study: String, pairs: [FlaggedPair], countries: [String], topics: [String], values: [String],
        groups: [String], version: String
    ) {
        (self.run, self.study, self.pairs, self.version) = (run, study, pairs, version)
        (self.countries, self.topics, self.values, self.groups) = (countries, topics, values, groups)
    }
}
