package import Reading
package import Text

/// How many actions show what, each looked at by itself.
package struct ActionForms: Sendable, Hashable {
    /// Words of the actions.
    package private(set) var lengths = DatasetCheck.Lengths()
    /// Actions that name their value, and how.
    package private(set) var leaks: [LeakCheck.Leak: Int] = [:]
    /// The lines of those, in the file's order.
    package private(set) var leakLines: [Int] = []
    /// Actions in which nobody speaks of themselves, with more than one sentence, with markup or what steers.
    package private(set) var notFirstPerson = 0, severalSentences = 0, marks = 0
    /// Actions without an attribution, or with a blank one; without an explanation.
    package private(set) var noAttribution = 0, noExplanation = 0
    /// Actions by the language that they say they are in; "" where they say none.
    package private(set) var declared: [String: Int] = [:]
    /// Actions by the language that they are found to be in; `nil` where that can't be told.
    package private(set) var found: [Language?: Int] = [:]
    /// Actions that are found to be in another language than they say, or than was said of all.
    package private(set) var otherLanguage = 0

    init(_ dataset: ActionDataset, values: [Value], language: Language?) {
        var tokenizer = SearchTokenizer()
        var checks: [Language: LeakCheck] = [:]
        let known = Dictionary(values.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var words: [Int] = []
        words.reserveCapacity(dataset.rows.count)
        for row in dataset.rows {
            let action = row.action.action
            let said = Language(code: row.action.language) ?? language
            let tokens = tokenizer.tokens(of: action.text).map(\.text)
            words.append(ActionText.wordCount(action.text))
            declared[row.action.language, default: 0] += 1
            let isFound = take(action.text, said)
            if ActionText.sentenceCount(action.text) > 1 { severalSentences += 1 }
            if ActionText.hasMarks(action.text) { marks += 1 }
            if action.attributions.isEmpty || action.attributions.contains(where: { $0.trimmed.isEmpty }) {
                noAttribution += 1
            }
            if action.explanation.trimmed.isEmpty { noExplanation += 1 }
            let language = said ?? isFound ?? .english
            if FirstPerson.of(tokens, language: language) == .absent { notFirstPerson += 1 }
            let value = known[row.action.cell.value] ?? Value(name: row.action.cell.value, gloss: "")
            if let leak = checks[language, default: LeakCheck(language: language)].leak(words: tokens, value: value) {
                leaks[leak, default: 0] += 1
                leakLines.append(row.line)
            }
        }
        words.sort()
        if let least = words.first, let most = words.last {
            lengths = DatasetCheck.Lengths(
                least: least, median: words[words.count / 2], most: most,
                tooLong: words.count { $0 > DatasetCheck.mostWords })
        }
    }

    /// Counts the language of a text.
    ///
    /// - Returns: the language that was found.
    private mutating func take(_ text: String, _ said: Language?) -> Language? {
        if let said {
            switch LanguageCheck.of(text, language: said) {
            case .asked:
                found[said, default: 0] += 1
                return said
            case .undecided:
                found[nil, default: 0] += 1
                return nil
            case .other: otherLanguage += 1
            }
        }
        let language = Language.allCases.first { $0 != said && LanguageCheck.of(text, language: $0) == .asked }
        found[language, default: 0] += 1
        return language
    }

    /// How many name their value in any way.
    package var leaking: Int { leaks.values.reduce(0, +) }
}
