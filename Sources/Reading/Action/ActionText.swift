import Text

/// What the text of an action is like, as far as its form goes.
package enum ActionText {
    /// How many words it has. Where words are written without spaces, two signs count as one word, as elsewhere in this reader.
    package static func wordCount(_ text: String) -> Int {
        var (words, signs, isInWord) = (0, 0, false)
        for scalar in text.unicodeScalars {
            if scalar.isUnspaced, !scalar.isAttached {
                signs += 1
                isInWord = false
            } else if scalar.isBlank {
                isInWord = false
            } else if !isInWord, scalar.isWordScalar {
                words += 1
                isInWord = true
            }
        }
        return words + (signs + 1) / 2
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
}
