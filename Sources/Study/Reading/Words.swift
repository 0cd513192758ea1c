/// A text cut into folded words, with what stands between them.
///
/// A word is a run of letters, digits and apostrophes; letters are folded as in names.
struct Words: Sendable {
    /// What stands between a word and the one before.
    struct Gap: Sendable {
        /// The last mark that is neither blank, emphasis nor a double quote.
        var mark: UInt8?
        var hasBlank = false
        var hasNewline = false
        /// Whether a full stop, a question or exclamation mark, or a line break stands there.
        var endsSentence = false
        /// Whether a minus sign touches the word behind.
        var isMinus = false
        /// Whether something stands there that sets off no answer: "%", "&", "^", "~", a control character, U+FFFD.
        var isNoise = false
    }

    /// The folded letters of each word.
    private(set) var words: [[UInt8]] = []
    /// What stands before each word, and at last what stands behind the last one.
    private(set) var gaps: [Gap] = []
    /// Whether each word begins with a capital.
    private(set) var capitals: [Bool] = []

    init(_ text: some StringProtocol) {
        var word: [UInt8] = []
        var gap = Gap(hasNewline: true, endsSentence: true)
        for scalar in text.unicodeScalars {
            let before = word.count
            if scalar != "&" { NameFolding.append(scalar, to: &word) }
            if word.count > before {
                if before == 0 {
                    gaps.append(gap)
                    capitals.append(scalar.properties.isUppercase)
                    gap = Gap()
                }
                continue
            }
            if !word.isEmpty, scalar == "'" || scalar == "’" { continue }
            if !word.isEmpty { words.append(word) }
            word.removeAll(keepingCapacity: true)
            gap.add(scalar)
        }
        if !word.isEmpty { words.append(word) }
        gaps.append(gap)
    }

    var count: Int { words.count }

    /// The word at `index`, empty beyond the ends.
    func text(_ index: Int) -> String {
        words.indices.contains(index) ? String(decoding: words[index], as: UTF8.self) : ""
    }

    /// The number that the word at `index` is, written in at most six digits.
    func number(_ index: Int) -> Int? {
        guard words.indices.contains(index), words[index].count <= 6, words[index].allSatisfy(\.isDigit) else {
            return nil
        }
        return words[index].reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    /// What stands before the word at `index`; behind the last word for `count`.
    func gap(_ index: Int) -> Gap { gaps.indices.contains(index) ? gaps[index] : Gap() }

    /// The mark between the word at `index` and the one before.
    func before(_ index: Int) -> UInt8? { gap(index).mark }

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
        case "*", "_", "\"", "“", "”", "`": return
        case "\n", "\r":
            hasNewline = true
            endsSentence = true
        case ".", "!", "?": endsSentence = true
        default: break
        }
        if scalar.isBlank {
            hasBlank = true
            isMinus = false
        } else {
            mark = scalar.isASCII ? UInt8(scalar.value) : .colon
            isNoise = isNoise || Self.setsOffNothing(scalar)
            isMinus = scalar == "-" || scalar == "\u{2212}"
        }
    }

    private static func setsOffNothing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "%", "&", "^", "~", "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFD}": true
        default: false
        }
    }
}
