import Text

/// Counts of tokens as servers report them. What cannot be is no report: caps then hold by an estimate, where a count of 0
/// or of -1000 would let a run go on for ever, and one of 9e18 would end it.
enum TokenCount {
    /// No answer has more; a count above it is an error of the server.
    static let most = 100_000_000

    /// The sum of the counts that are there; nil where none is, or where one of them cannot be.
    static func sum(_ counts: JSONValue?...) -> Int? {
        let given = counts.compactMap(\.self)
        let read = given.compactMap(count)
        guard !read.isEmpty, read.count == given.count else { return nil }
        let sum = read.reduce(0, +)
        return sum <= most ? sum : nil
    }

    private static func count(_ value: JSONValue) -> Int? {
        guard let number = value.double, let count = Int(exactly: number), (0...most).contains(count) else {
            return nil
        }
        return count
    }
}

extension RespondentReply.Usage {
    /// Counts as reported, without those that contradict the others: no prompt is empty, and thoughts are among what was
    /// written.
    init(reportedPrompt prompt: Int?, completion: Int?, reasoning: Int?) {
        promptTokens = prompt == 0 ? nil : prompt
        completionTokens = completion
        reasoningTokens = reasoning.flatMap { count in completion.map { count <= $0 } ?? true ? count : nil }
    }

    /// Without a count of nothing for a text that is there.
    func beside(text: String) -> RespondentReply.Usage {
        guard completionTokens == 0, !text.isEmpty else { return self }
        return RespondentReply.Usage(promptTokens: promptTokens)
    }
}
