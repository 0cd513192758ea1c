/// A token and how probable it was.
package struct TokenLogProbability: Sendable, Hashable {
    /// The token's text.
    package var token: String
    /// The natural logarithm of its probability.
    package var logProbability: Double

    /// A token with the logarithm of its probability.
    package init(token: String, logProbability: Double) {
        self.token = token
        self.logProbability = logProbability
    }
}

extension TokenLogProbability {
    /// Whether the token means the option of this number, from 1, among these labels, space and marks around it aside:
    /// it is the number, where the labels are no more than numbered nouns or the token tells none of them; or it holds
    /// or begins what tells the option's label from the others'.
    package func means(option number: Int, of labels: [String]) -> Bool {
        let text = String(token.trimmingMarks()).lowercased()
        guard !text.isEmpty else { return false }
        let found = OptionLabels(labels).options(meantBy: text)
        return found.isEmpty ? text == String(number) : found == [number]
    }
}

/// One position of an answer: the token that was written, and what could have stood there.
struct TokenPosition {
    var token: TokenLogProbability
    var alternatives: [TokenLogProbability]
}

extension [TokenPosition] {
    /// The alternatives at the token in which the options differ, the most probable first; empty where none is found.
    ///
    /// That is the token in which the labels first differ where the answer has one of them; or the first token that is
    /// one of the options' numbers alone, after the word "option" where the answer has that word. Labels are looked for
    /// first where a label is to be written, numbers where a number is. Thoughts do not count. What was written is among
    /// them even where the server cut it off.
    func deciding(_ choice: AnswerForm.Choice) -> [TokenLogProbability] {
        let labels = choice.labels
        let found =
            choice.isByLabel
            ? position(ofLabelAmong: labels) ?? position(ofNumberAmong: labels.count)
            : position(ofNumberAmong: labels.count) ?? position(ofLabelAmong: labels)
        return found?.ranked ?? []
    }

    private func position(ofLabelAmong labels: [String]) -> TokenPosition? {
        let forms = OptionLabels(labels)
        guard forms.areDistinct else { return nil }
        let text = map { $0.token.token.lowercased() }.joined()
        guard let place = forms.place(in: [Unicode.Scalar](text.unicodeScalars), from: text.endOfThoughts) else {
            return nil
        }
        var end = 0
        for position in self {
            end += position.token.token.lowercased().unicodeScalars.count
            if end > place { return position }
        }
        return nil
    }

    private func position(ofNumberAmong options: Int) -> TokenPosition? {
        let numbers = Set((1...Swift.max(options, 1)).map(String.init))
        let text = map(\.token.token).joined().lowercased()
        let thoughtsEnd = text.endOfThoughts
        let saysOption = text.contains("option")
        var before = ""
        for position in self {
            let token = position.token.token
            if before.unicodeScalars.count >= thoughtsEnd, numbers.contains(String(token.trimmingMarks())),
                !saysOption || before.trimmingMarks().hasSuffix("option")
            {
                return position
            }
            before += token.lowercased()
        }
        return nil
    }
}

extension TokenPosition {
    fileprivate var ranked: [TokenLogProbability] {
        let all = alternatives.contains { $0.token == token.token } ? alternatives : alternatives + [token]
        return all.sorted { $0.logProbability > $1.logProbability }
    }
}

extension StringProtocol {
    /// How many characters (Unicode scalars) stand up to the end of the last thoughts, 0 without any.
    fileprivate var endOfThoughts: Int {
        let ends = [
            "</think>", "</thinking>", "[/think]", "</thought>", "</reasoning>", "</seed:think>", "◁/think▷",
            "<|end_of_thought|>", "<|end_thinking|>", "<channel|>", "assistantfinal", "final<|message|>",
        ]
        let last = ends.compactMap { ranges(of: $0).last?.upperBound }.max()
        return last.map { self[..<$0].unicodeScalars.count } ?? 0
    }

    /// Without space, quotes and marks of formatting at both ends.
    fileprivate func trimmingMarks() -> SubSequence {
        let isMark: (Character) -> Bool = { $0.isWhitespace || "\"'*_`#:([{}])“”„«»「」『』".contains($0) }
        guard let first = firstIndex(where: { !isMark($0) }), let last = lastIndex(where: { !isMark($0) }) else {
            return self[startIndex..<startIndex]
        }
        return self[first...last]
    }
}
