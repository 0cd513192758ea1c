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
        names.contains { name in
            !name.isEmpty && name.count <= words.count
                && (0...words.count - name.count).contains { words[$0..<$0 + name.count].elementsEqual(name) }
        }
    }

    /// Whether no word speaks of the writer; false where the language says it otherwise, or the text is in another script.
    package static func lacksFirstPerson(_ words: [String], language: Language) -> Bool {
        guard let writers = writers[language], !words.isEmpty else { return false }
        let inScript = words.count { word in
            language == .chinese
                ? word.unicodeScalars.contains { $0.properties.isIdeographic }
                : word.utf8.allSatisfy { $0 < 0x80 }
        }
        guard 2 * inScript >= words.count else { return false }
        return !words.contains(where: writers.contains)
    }

    /// Whether one has at least twice as many words as the other, and at least ten more.
    package static func lengthsDiffer(_ left: Int, _ right: Int) -> Bool {
        let (short, long) = (min(left, right), max(left, right))
        return long >= ActionFlag.timesAsLong * short && long - short >= ActionFlag.moreWords
    }

    /// Whether it holds markup, braces, escapes, or what steers.
    package static func hasMarks(_ text: String) -> Bool {
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if Plain.isSteering(scalar) { return true }
            switch (before, scalar) {
            case (_, "\u{FFFD}"), (_, "{"), (_, "}"), (_, "`"), ("*", "*"), ("<", "/"), ("<", "!"), ("&", "#"),
                ("\\", "\""):
                return true
            case ("<", _) where isLetter(scalar), ("\\", _) where isLetter(scalar): return true
            default: before = scalar
            }
        }
        return hasEntity(text)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    /// "&amp;" and the like.
    private static func hasEntity(_ text: String) -> Bool {
        text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().contains { rest in
            let name = rest.unicodeScalars.prefix { isLetter($0) }
            return (2...8).contains(name.count) && name.endIndex < rest.unicodeScalars.endIndex
                && rest.unicodeScalars[name.endIndex] == ";"
        }
    }

    /// How writers speak of themselves, folded. Languages whose verbs say it are not here.
    private static let writers: [Language: Set<String>] = [
        .english: ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"],
        .german: [
            "ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "meines", "wir", "uns", "unser",
            "unsere",
            "unseren", "unserem", "unserer", "unseres",
        ],
        .french: ["je", "j", "me", "m", "moi", "mon", "ma", "mes", "nous", "notre", "nos"],
        .chinese: ["我", "咱"],
    ]
}
