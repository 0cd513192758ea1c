import Text

/// A text cut into folded words, with what stands between them.
///
/// A word is a run of letters, digits and apostrophes; letters and digits of all scripts are folded as in names. In
/// scripts without spaces (Chinese, Japanese, Thai) each sign is a word; a phrase is then a run of words as elsewhere.
package struct Words: Sendable {
    /// What stands between a word and the one before.
    package struct Gap: Sendable {
        /// The last mark that is neither blank, emphasis nor a quotation mark. Marks of other scripts count as the
        /// ASCII ones that do their work ("。" as "."); one that has no such work is a colon.
        var mark: UInt8?
        var hasBlank = false
        var hasNewline = false
        /// Whether a full stop, a question or exclamation mark, or a line break stands there.
        package var endsSentence = false
        /// Whether a minus sign touches the word behind.
        var isMinus = false
        /// Whether something stands there that sets off no answer: "%", "&", "^", "~", a control character, U+FFFD.
        var isNoise = false
    }

    /// The folded letters of each word.
    package private(set) var words: [[UInt8]] = []
    /// What stands before each word, and at last what stands behind the last one.
    private(set) var gaps: [Gap] = []
    /// Whether each word begins with a capital.
    private(set) var capitals: [Bool] = []

    /// - Parameter elisions: words that an apostrophe ends rather than joins: the "l" of "l'option".
    package init(_ text: some StringProtocol, elisions: Set<String> = []) {
        var word: [UInt8] = []
        var gap = Gap(hasNewline: true, endsSentence: true)
        var isUnspaced = false
        for scalar in text.unicodeScalars {
            let before = word.count
            if scalar != "&", scalar != "＆" { NameFolding.append(scalar, to: &word) }
            if word.count > before {
                // A combining vowel stays with the letter before it.
                let isAlone = scalar.isUnspaced && (before == 0 || !scalar.isAttached)
                if before > 0, isAlone || (isUnspaced && !scalar.isAttached) {
                    words.append(Array(word[..<before]))
                    word.removeFirst(before)
                    begin(with: scalar, behind: &gap)
                } else if before == 0 {
                    begin(with: scalar, behind: &gap)
                }
                isUnspaced = isAlone || (isUnspaced && scalar.isAttached)
                continue
            }
            if scalar.isAttached { continue }
            if !word.isEmpty, scalar == "'" || scalar == "’" {
                let isElided = !elisions.isEmpty && elisions.contains(String(decoding: word, as: UTF8.self))
                if !isElided { continue }
            }
            if !word.isEmpty { words.append(word) }
            word.removeAll(keepingCapacity: true)
            isUnspaced = false
            gap.add(scalar)
        }
        if !word.isEmpty { words.append(word) }
        gaps.append(gap)
    }

    private mutating func begin(with scalar: Unicode.Scalar, behind gap: inout Gap) {
        gaps.append(gap)
        capitals.append(scalar.properties.isUppercase)
        gap = Gap()
    }

    package var count: Int { words.count }

    /// The words as texts.
    var texts: [String] { words.map { String(decoding: $0, as: UTF8.self) } }

    /// The word at `index`, empty beyond the ends.
    package func text(_ index: Int) -> String {
        words.indices.contains(index) ? String(decoding: words[index], as: UTF8.self) : ""
    }

    /// The number that the word at `index` is, written in at most six digits.
    package func number(_ index: Int) -> Int? {
        guard words.indices.contains(index), words[index].count <= 6, words[index].allSatisfy(\.isDigit) else {
            return nil
        }
        return words[index].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// What stands before the word at `index`; behind the last word for `count`.
    package func gap(_ index: Int) -> Gap { gaps.indices.contains(index) ? gaps[index] : Gap() }

    /// The mark between the word at `index` and the one before.
    package func before(_ index: Int) -> UInt8? { gap(index).mark }

    /// Whether a mark stands between the word at `index` and the one before.
    func isSetOff(_ index: Int) -> Bool { before(index) != nil }

    /// Whether no blank stands between the word at `index` and the one before.
    func touches(_ index: Int) -> Bool { !gap(index).hasBlank }

    /// Whether these words stand at `index`.
    func has(_ wanted: [[UInt8]], at index: Int) -> Bool {
        index + wanted.count <= words.count && words[index..<index + wanted.count].elementsEqual(wanted)
    }
}

extension Words.Gap {
    fileprivate mutating func add(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "*", "_", "＊", "＿": return
        case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}":
            hasNewline = true
            endsSentence = true
        default: endsSentence = endsSentence || scalar.endsSentence
        }
        if scalar.isBlank {
            hasBlank = true
            isMinus = false
        } else if let sign = scalar.asMark {
            mark = sign
            isNoise = isNoise || Self.setsOffNothing(scalar)
            isMinus = scalar == "-" || scalar == "\u{2212}" || scalar == "－"
        }
    }

    private static func setsOffNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "&", "^", "~", "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFD}": true
        default: false
        }
    }
}
