import Text

/// A text cut into the words that a person can mark: spans that are corrected begin and end with one.
///
/// A word is a run of letters, marks and digits with what joins them (an apostrophe, a hyphen, ZWNJ, ZWJ); in scripts that are
/// written without spaces it is one character; an emoji is one word, however many scalars it has. What stands between words is
/// punctuation and space.
package struct ActionWords: Sendable, Hashable {
    /// The words, in the order of the text.
    package let words: [ActionSpan]
    /// The text.
    package let text: String

    /// The words of a text.
    package init(_ text: String) {
        self.text = text
        var spans: [ActionSpan] = []
        var start: Int?
        var place = 0
        func end(at place: Int) {
            if let first = start, let span = ActionSpan(start: first, end: place, of: text) { spans.append(span) }
            start = nil
        }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let length = character.unicodeScalars.count
            switch Kind(character) {
            case .letter: start = start ?? place
            case .alone:
                end(at: place)
                start = place
                end(at: place + length)
            case .joiner:
                let next = index + 1 < characters.count ? Kind(characters[index + 1]) : .between
                if start == nil || next != .letter { end(at: place) }
            case .between: end(at: place)
            }
            place += length
        }
        end(at: place)
        words = spans
    }

    /// The numbers of the words that any of some spans touches.
    package func touched(by spans: [ActionSpan]) -> Set<Int> {
        Set(
            words.indices.filter { index in
                spans.contains { $0.start < words[index].end && words[index].start < $0.end }
            })
    }

    /// The stretches that words make: those that follow each other make one, with what stands between them.
    package func spans(of numbers: Set<Int>) -> [ActionSpan] {
        var ranges: [(first: Int, last: Int)] = []
        for number in numbers.sorted() where words.indices.contains(number) {
            if let range = ranges.last, range.last == number - 1 {
                ranges[ranges.count - 1].last = number
            } else {
                ranges.append((number, number))
            }
        }
        return ranges.compactMap { ActionSpan(start: words[$0.first].start, end: words[$0.last].end, of: text) }
    }

    /// What a character is to a word.
    private enum Kind {
        case letter, alone, joiner, between

        init(_ character: Character) {
            guard let first = character.unicodeScalars.first else {
                self = .between
                return
            }
            if character.unicodeScalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
                self = .alone
            } else if Self.isWrittenWithoutSpaces(first) {
                self = .alone
            } else if character.isLetter || character.isNumber || first.properties.isAlphabetic {
                self = .letter
            } else if ["'", "’", "-", "\u{2010}", "\u{2011}", "\u{200C}", "\u{200D}", "_"].contains(first) {
                self = .joiner
            } else {
                switch first.properties.generalCategory {
                case .nonspacingMark, .spacingMark, .enclosingMark: self = .letter
                case .otherSymbol, .mathSymbol, .currencySymbol: self = .alone
                default: self = .between
                }
            }
        }

        /// Han, kana, Thai, Lao, Burmese, Khmer, Tibetan.
        private static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
            guard scalar.properties.isAlphabetic || scalar.properties.isIdeographic else { return false }
            switch scalar.value {
            case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
                0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                return true
            default: return false
            }
        }
    }
}
