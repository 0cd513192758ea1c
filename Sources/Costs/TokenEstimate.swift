package import Study

/// How many tokens questions will take, before any is asked.
///
/// The method, which every estimate names: a prompt has one token for every four bytes of UTF-8 and eight for its
/// frame, as English prose has with the usual tokenizers (other scripts have more); a rating takes twelve tokens, a
/// choice fifteen, a choice with its justification ninety. Reasoning models write many more: the first replies correct
/// the estimate.
package struct TokenEstimate: Sendable, Hashable {
    /// Tokens of prompts.
    package var input = 0
    /// Tokens of answers.
    package var output = 0

    /// Nothing yet.
    package init() {}

    /// The estimate of one question.
    package init(_ question: Question) {
        input = Self.tokens(question.prompt) + (question.system.map(Self.tokens) ?? 0) + 8
        switch question.task {
        case .stated: output = 12 * question.values.count
        case .acted: output = question.wantsReasons ? 90 : 15
        }
    }

    /// The estimate of many questions. A large plan is sampled: one question in so many that a thousand are rendered.
    package init(_ plan: QuestionPlan) {
        guard !plan.isEmpty else { return }
        let step = max(1, plan.count / 1000)
        var count = 0
        for start in stride(from: plan.startIndex, to: plan.endIndex, by: step) {
            // A regular step would meet the same variants again and again.
            let one = TokenEstimate(plan[min(start + count * 7 % step, plan.endIndex - 1)])
            input += one.input
            output += one.output
            count += 1
        }
        input = Int(Double(input) / Double(count) * Double(plan.count))
        output = Int(Double(output) / Double(count) * Double(plan.count))
    }

    static func tokens(_ text: String) -> Int { (text.utf8.count + 3) / 4 }
}
