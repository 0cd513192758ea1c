package import Reading
package import Text

/// What there is to see of an action by itself: what keeps it from being used, and what is only told.
package struct ActionForm: Sendable, Hashable {
    /// Where an attribution stands, and how it was found.
    package struct Found: Sendable, Hashable {
        /// The stretch of the action.
        package let span: ActionSpan
        /// How much it differs from what was quoted.
        package let manner: SpanFinder.Manner

        /// A span that was found.
        package init(span: ActionSpan, manner: SpanFinder.Manner) { (self.span, self.manner) = (span, manner) }
    }

    /// What keeps it from being used, in the order of ``FormProblem``; empty where it is in order.
    package let problems: [FormProblem]
    /// The attributions that were found, in their order.
    package let spans: [Found]
    /// Whether it names its value (``LeakCheck``). A leak is told, and no failure of form: a question that names the value tells
    /// the respondent which action it wants to hear.
    package let namesValue: Bool
    /// Whether somebody speaks of themselves in it.
    package let firstPerson: FirstPerson
    /// Whether it is in the language that it was asked in.
    package let language: LanguageCheck

    /// Checks an action.
    ///
    /// - Parameters:
    ///   - value: the value that it is to show, or to resist.
    ///   - language: the language that it is to be in.
    package init(_ action: Action, value: Value, language: Language) {
        var tokenizer = SearchTokenizer()
        let words = tokenizer.tokens(of: action.text).map(\.text)
        let found = action.attributions.map { SpanFinder.find($0, in: action.text) }
        spans = found.compactMap(\.self).map { Found(span: $0.span, manner: $0.manner) }
        var leaks = LeakCheck(language: language)
        namesValue = leaks.leak(words: words, value: value) != nil
        firstPerson = FirstPerson.of(words, language: language)
        self.language = LanguageCheck.of(action.text, language: language)
        let checks: [(FormProblem, Bool)] = [
            (
                .missingParts,
                action.text.trimmed.isEmpty || action.attributions.isEmpty
                    || action.attributions.contains { $0.trimmed.isEmpty } || action.explanation.trimmed.isEmpty
            ),
            (.tooLong, ActionText.wordCount(action.text) > GenerationWording.mostWords),
            (.severalSentences, ActionText.sentenceCount(action.text) > 1),
            (.notFirstPerson, firstPerson == .absent && self.language != .other),
            (.otherLanguage, self.language == .other),
            (.marks, ActionText.hasMarks(action.text)),
            (.spanElsewhere, found.contains { $0 == nil }),
        ]
        problems = checks.filter(\.1).map(\.0)
    }

    /// Whether one of the names stands among the words, as words of its own.
    package static func names(_ names: [[String]], in words: [String]) -> Bool {
        names.contains { name in
            !name.isEmpty && name.count <= words.count
                && (0...words.count - name.count).contains { words[$0..<$0 + name.count].elementsEqual(name) }
        }
    }

    /// Whether any attribution was found only with help.
    package var hasRepairs: Bool { spans.contains { $0.manner != .literal } }
}
