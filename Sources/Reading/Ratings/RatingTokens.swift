import Text

/// A number as a rating or a label writes it, in digits of any script.
package struct RatingNumber: Hashable, Sendable {
    /// The value in thousandths; what lies beyond six digits is no option's anyway.
    let thousandths: Int
    /// Whether a percent sign follows.
    let isPercent: Bool

    /// The whole number that it is, or `nil`.
    package var whole: Int? { thousandths.isMultiple(of: 1000) ? thousandths / 1000 : nil }
}

/// The text of a rating or of a label cut into words and numbers.
///
/// Words are folded as in ``Words``. Unlike there a number is one token with its sign and its decimals ("-1", "0.5",
/// "٢٫٥"), and is cut off the letters that it touches, as in "评分2分" or "Option2"; "2nd" is a word.
package struct RatingTokens: Sendable {
    package enum Token: Hashable, Sendable {
        case word([UInt8])
        case number(RatingNumber)
    }

    package private(set) var tokens: [Token] = []
    /// The last mark before each token; emphasis, quotation marks and a number's own sign are none.
    private(set) var marks: [UInt8?] = []
    /// Whether a line ends before each token.
    private(set) var newlines: [Bool] = []

    var count: Int { tokens.count }

    package init(_ text: some StringProtocol) {
        var scanner = Scanner(text)
        while let (token, mark, newline) = scanner.next() {
            tokens.append(token)
            marks.append(mark)
            newlines.append(newline)
        }
    }

    func word(_ index: Int) -> String {
        guard tokens.indices.contains(index), case .word(let letters) = tokens[index] else { return "" }
        return String(decoding: letters, as: UTF8.self)
    }

    func number(_ index: Int) -> RatingNumber? {
        guard tokens.indices.contains(index), case .number(let number) = tokens[index] else { return nil }
        return number
    }

    /// The mark before the token at `index`, a line's end included.
    func mark(_ index: Int) -> UInt8? {
        guard marks.indices.contains(index) else { return nil }
        return marks[index] ?? (newlines[index] ? .newline : nil)
    }

    func has(_ wanted: [Token], at index: Int) -> Bool {
        index + wanted.count <= tokens.count && tokens[index..<index + wanted.count].elementsEqual(wanted)
    }
}

extension RatingTokens {
    private struct Scanner {
        private let scalars: [Unicode.Scalar]
        private var at = 0
        private var mark: UInt8?
        private var earlierMark: UInt8?
        private var hasNewline = false

        init(_ text: some StringProtocol) {
            scalars = Array(text.unicodeScalars)
        }

        mutating func next() -> (Token, mark: UInt8?, newline: Bool)? {
            (mark, earlierMark, hasNewline) = (nil, nil, false)
            while at < scalars.count {
                let scalar = scalars[at]
                if scalar.digit != nil { return (number(), mark, hasNewline) }
                if scalar.isWordScalar, !scalar.isAttached {
                    let letters = word(from: at, [])
                    if !letters.isEmpty { return (.word(letters), mark, hasNewline) }
                    continue
                }
                skip(scalar)
            }
            return nil
        }

        private mutating func skip(_ scalar: Unicode.Scalar) {
            at += 1
            if scalar == "\n" || scalar == "\r" { hasNewline = true }
            if scalar.isBlank || scalar.isAttached || scalar == "*" || scalar == "_" { return }
            if let sign = scalar.asMark { (earlierMark, mark) = (mark, sign) }
        }

        /// A run of letters; in a script without spaces one sign.
        private mutating func word(from start: Int, _ digits: [UInt8]) -> [UInt8] {
            var letters = digits
            at = start
            let isUnspaced = scalars[start].isUnspaced
            while at < scalars.count {
                let scalar = scalars[at]
                let isApostrophe = (scalar == "'" || scalar == "’") && !letters.isEmpty
                if scalar.isAttached || isApostrophe {
                    if scalar.isWordScalar { NameFolding.append(scalar, to: &letters) }
                } else {
                    guard scalar.isWordScalar, scalar.digit == nil || letters.isEmpty else { break }
                    guard at == start || scalar.isUnspaced == isUnspaced, !(isUnspaced && at > start) else { break }
                    NameFolding.append(scalar, to: &letters)
                }
                at += 1
            }
            return letters
        }

        private mutating func number() -> Token {
            let start = at
            var digits: [Int] = []
            while at < scalars.count {
                if let digit = scalars[at].digit { digits.append(digit) } else if !scalars[at].isAttached { break }
                at += 1
            }
            // "2nd" is a word, "2分" is not.
            if at < scalars.count, scalars[at].isASCII, scalars[at].isWordScalar {
                return .word(word(from: at, digits.flatMap { Array(String($0).utf8) }))
            }
            let (decimals, isGrouped) = self.decimals()
            let isSmall = digits.count <= 6 && !isGrouped
            let size = isSmall ? digits.reduce(0) { $0 * ($1 > 9 ? 100 : 10) + $1 } : 9_999_999
            let value = (size * 1000 + decimals) * (isNegative(at: start) ? -1 : 1)
            return .number(RatingNumber(thousandths: value, isPercent: percent()))
        }

        /// A decimal point or comma that touches the digits on both sides, in thousandths; a comma before three digits
        /// may group them instead, and makes the number none of a scale's.
        private mutating func decimals() -> (thousandths: Int, isGrouped: Bool) {
            guard at + 1 < scalars.count, scalars[at + 1].digit != nil else { return (0, false) }
            let isComma = [",", "，"].contains(scalars[at])
            guard isComma || [".", "．", "٫"].contains(scalars[at]) else { return (0, false) }
            let start = at + 1
            at = start
            var (value, unit) = (0, 100)
            while at < scalars.count, let digit = scalars[at].digit {
                value += digit * unit
                // What is smaller than a thousandth still tells the number from a whole one.
                unit = unit > 1 ? unit / 10 : (digit > 0 ? 1 : 0)
                at += 1
            }
            return (min(value, 999), isComma && at - start == 3)
        }

        private mutating func percent() -> Bool {
            let next = at < scalars.count && scalars[at] == " " ? at + 1 : at
            guard next < scalars.count, ["%", "٪", "％", "﹪"].contains(scalars[next]) else { return false }
            at = next + 1
            return true
        }

        /// Whether a minus touches the number and nothing that it could join to it stands before: "-1", but not "2-3".
        private mutating func isNegative(at start: Int) -> Bool {
            guard start > 0, ["-", "\u{2212}", "－", "–", "﹣"].contains(scalars[start - 1]) else { return false }
            if start > 1, scalars[start - 2].isWordScalar || scalars[start - 2] == "-" { return false }
            mark = earlierMark
            return true
        }
    }
}

extension Unicode.Scalar {
    /// The digit, or the circled or raised number, that this is in whatever script.
    fileprivate var digit: Int? {
        if isASCII { return UInt8(truncatingIfNeeded: value).isDigit ? Int(value) - 48 : nil }
        return narrow?.digit ?? wholeNumber
    }
}
