/// What a question will cost in tokens: a guess from its length, corrected by what servers report.
///
/// At first a token is taken for four bytes of prompt, and an answer for 100 tokens; every reported usage counts as one
/// more observation of each.
package struct LearnedTokens: Sendable, Hashable {
    private var bytes = 4.0
    private var promptTokens = 1.0
    private var answers = 1.0
    private var answerTokens = 100.0

    /// Nothing learned yet.
    package init() {}

    /// Tokens of the prompt and of the answer together, at least 1.
    package func tokens(promptBytes: Int) -> Int {
        max(1, Int((Double(promptBytes) * promptTokens / bytes + answerTokens / answers).rounded(.up)))
    }

    /// Learns from one answer; a part that the server did not report is left out.
    package mutating func learn(promptBytes: Int, promptTokens: Int?, answerTokens: Int?) {
        if let promptTokens, promptTokens > 0, promptBytes > 0 {
            bytes += Double(promptBytes)
            self.promptTokens += Double(promptTokens)
        }
        if let answerTokens, answerTokens >= 0 {
            answers += 1
            self.answerTokens += Double(answerTokens)
        }
    }
}
