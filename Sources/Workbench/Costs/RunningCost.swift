package import Costs
package import Elicitation
import Pages
import Reports
package import Study

/// What a start costs while it runs, for the progress line.
package struct RunningCost: Sendable {
    /// `nil` where it is not known.
    let price: Price?
    private let plannedStated: Int
    /// What a question of each task is estimated to take, in dollars or, where no price is known, in tokens.
    private let weights: (stated: Double, acted: Double)

    /// - Parameter shard: the part of the plan that is asked; `nil` for all.
    package init(plan: QuestionPlan, shard: Shard? = nil, price: Price?) {
        self.price = price
        let stated = plan.count(of: .stated)
        plannedStated = shard?.size(of: stated) ?? stated
        func weight(_ position: Int) -> Double {
            guard plan.indices.contains(position) else { return 0 }
            let one = TokenEstimate(plan[position])
            return Self.units(one.input, one.output, price)
        }
        let first = shard?.first(from: plan.startIndex) ?? plan.startIndex
        weights = (first < stated ? weight(first) : 0, weight(shard?.first(from: stated) ?? stated))
    }

    /// What questions of another kind cost, one as much as the next.
    ///
    /// - Parameter each: tokens of a prompt and of its answer.
    package init(each: (input: Int, output: Int), price: Price?) {
        (self.price, plannedStated) = (price, 0)
        weights = (0, Self.units(each.input, each.output, price))
    }

    /// "$0.42 of about $3.10", or tokens where no price is known; `nil` while there is nothing to say, and where
    /// nothing is paid.
    package func text(_ snapshot: RunSnapshot) -> String? {
        let saved = price.map {
            (snapshot.savedPromptTokens * $0.input + snapshot.savedCompletionTokens * $0.output) / 1_000_000
        }
        let spent = Self.units(snapshot.promptTokens, snapshot.completionTokens, price) - (saved ?? 0)
        guard spent > 0, snapshot.replied > 0 else { return nil }
        let whole = factor(snapshot).map { spent * $0 }
        guard price != nil else {
            return Numerals.count(Int(spent)) + (whole.map { " of about \(Numerals.count(Int($0)))" } ?? "") + " tokens"
        }
        return Numerals.dollars(spent) + (whole.map { " of about \(Numerals.dollars($0))" } ?? "")
    }

    /// By how much the whole start is likely to take more than its replies until now: by the estimate of what is left
    /// against that of what was asked, since the questions of Task 1 come first and take more. `nil` for the first
    /// twenty replies, which say little, and at the end.
    private func factor(_ snapshot: RunSnapshot) -> Double? {
        guard snapshot.replied >= 20, snapshot.left > 0 else { return nil }
        let stated = snapshot.repliedByKind[StudyTask.stated.rawValue, default: 0]
        let statedLeft = min(snapshot.left, max(0, plannedStated - snapshot.repliedBefore - stated))
        let asked = weigh(stated, snapshot.replied - stated)
        return asked > 0 ? 1 + weigh(statedLeft, snapshot.left - statedLeft) / asked : nil
    }

    private func weigh(_ stated: Int, _ acted: Int) -> Double {
        Double(stated) * weights.stated + Double(acted) * weights.acted
    }

    private static func units(_ prompt: Int, _ completion: Int, _ price: Price?) -> Double {
        price?.cost(input: prompt, output: completion) ?? Double(prompt + completion)
    }
}
