/// A token and how probable it was.
public struct TokenLogProbability: Sendable, Hashable {
    /// The token's text.
    public var token: String
    /// The natural logarithm of its probability.
    public var logProbability: Double

    /// A token with the logarithm of its probability.
    public init(token: String, logProbability: Double) {
        self.token = token
        self.logProbability = logProbability
    }
}

extension TokenLogProbability {
    /// Whether the token is this number of an option, space and marks around it aside.
    public func isNumber(_ number: String) -> Bool { token.trimmingMarks() == number }
}

/// One position of an answer: the token that was written, and what could have stood there.
struct TokenPosition {
    var token: TokenLogProbability
    var alternatives: [TokenLogProbability]
}

extension [TokenPosition] {
    /// The alternatives at the token in which the options differ, the most probable first; empty where none is found.
    ///
    /// That is the first token that is one of the options' numbers alone, after the word "option" where the answer has
    /// that word, and after the end of any thoughts. What was written is among them even where the server cut it off.
    func deciding(among options: Int) -> [TokenLogProbability] {
        let numbers = Set((1...Swift.max(options, 1)).map(String.init))
        let text = map(\.token.token).joined().lowercased()
        let thoughtsEnd = text.contains("</think>")
        let saysOption = text.contains("option")
        var before = ""
        for position in self {
            let token = position.token.token
            if numbers.contains(Self.bare(token)), !thoughtsEnd || before.contains("</think>"),
                !saysOption || before.afterThoughts.trimmingMarks().hasSuffix("option")
            {
                return position.ranked
            }
            before += token.lowercased()
        }
        return []
    }

    private static func bare(_ token: String) -> String { String(token.trimmingMarks()) }
}

extension TokenPosition {
    fileprivate var ranked: [TokenLogProbability] {
        let all = alternatives.contains { $0.token == token.token } ? alternatives : alternatives + [token]
        return all.sorted { $0.logProbability > $1.logProbability }
    }
}

extension StringProtocol {
    /// What follows the last end of thoughts.
    fileprivate var afterThoughts: SubSequence {
        guard let end = ranges(of: "</think>").last else { return self[startIndex...] }
        return self[end.upperBound...]
    }

    /// Without space, quotes and marks of formatting at both ends.
    fileprivate func trimmingMarks() -> SubSequence {
        let isMark: (Character) -> Bool = { $0.isWhitespace || "\"'*_`#:([{}])".contains($0) }
        guard let first = firstIndex(where: { !isMark($0) }), let last = lastIndex(where: { !isMark($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}

extension RespondentRequest.Asked {
    /// How many options there are, where the answer is one choice; nil where it is several or none.
    var optionCount: Int? {
        switch self {
        case .acted: 2
        case .stated(_, _, let values, let options, _): values.count == 1 ? options.count : nil
        case .other: nil
        }
    }
}
