import Reading
import Reports
package import Study
package import Text

/// The checks behind ``ActionFlag``, each a question about texts alone.
package enum ActionChecks {
    /// Spans that do not stand in the action letter by letter; blanks around a span don't count.
    package static func attributionsElsewhere(in action: Action) -> [String] {
        action.attributions.map(\.trimmed).filter { !$0.isEmpty && !LiteralSearch.contains($0, in: action.text) }
    }

    /// Whether no span is there, or one is blank.
    package static func lacksAttribution(_ action: Action) -> Bool {
        action.attributions.isEmpty || action.attributions.contains { $0.trimmed.isEmpty }
    }

    /// Whether nothing says why it shows its value.
    package static func lacksExplanation(_ action: Action) -> Bool { action.explanation.trimmed.isEmpty }

    /// Whether the words of two actions are (nearly) the same.
    package static func areNearlySame(_ left: [String], _ right: [String]) -> Bool {
        WordOverlap.share(left, right) >= ActionFlag.nearlySame
    }

    /// Whether one of the names stands among the words, as words of its own.
    package static func names(_ names: [[String]], in words: [String]) -> Bool {
        ActionForm.names(names, in: words)
    }

    /// Whether no word speaks of the writer; false where the language says it otherwise, or the text is in another script.
    package static func lacksFirstPerson(_ words: [String], language: Language) -> Bool {
        FirstPerson.of(words, language: language) == .absent
    }

    /// Whether one has at least twice as many words as the other, and at least ten more.
    package static func lengthsDiffer(_ left: Int, _ right: Int) -> Bool {
        let (short, long) = (min(left, right), max(left, right))
        return long >= ActionFlag.timesAsLong * short && long - short >= ActionFlag.moreWords
    }

    /// Whether it holds markup, braces, escapes, or what steers.
    package static func hasMarks(_ text: String) -> Bool { ActionText.hasMarks(text) }
}
