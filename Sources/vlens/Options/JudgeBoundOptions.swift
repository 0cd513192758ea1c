import ArgumentParser
import Workbench

/// How much a judging model is asked, and what it may cost.
struct JudgeBoundOptions: ParsableArguments {
    @Option(help: "Ask about at most so many actions in this start.")
    var limit: Int?

    @Flag(help: "Ask only about the actions whose question failed before.")
    var retryFailed = false

    @Option(help: ArgumentHelp("Stop before it costs more than this, in US dollars.", valueName: "dollars"))
    var budget: Double?

    @Option(help: ArgumentHelp("Stop before it takes more tokens than this.", valueName: "tokens"))
    var maxTokensTotal: Int?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): at least one action is needed") }
        if let budget, !(budget > 0 && budget.isFinite) {
            throw ValidationError("--budget \(budget): give a sum of dollars above 0")
        }
        if let maxTokensTotal, maxTokensTotal < 1 {
            throw ValidationError("--max-tokens-total \(maxTokensTotal): at least one token is needed")
        }
    }

    /// What a start is to ask, and what the run may take.
    var bounds: StartBounds {
        StartBounds(limit: limit, retriesFailed: retryFailed, budget: budget, tokens: maxTokensTotal)
    }
}
