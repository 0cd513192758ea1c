import ArgumentParser
import Workbench

/// What a start that asks a model for something else than Tasks 1 and 2 may ask and cost.
struct CapOptions: ParsableArguments {
    @Option(help: "Ask at most so many requests in this start.")
    var limit: Int?

    @Option(help: ArgumentHelp("Stop before the run costs more than this, in US dollars.", valueName: "dollars"))
    var budget: Double?

    @Option(help: ArgumentHelp("Stop before the run takes more tokens than this.", valueName: "tokens"))
    var maxTokensTotal: Int?

    @Flag(help: "Show what would be asked and what it would cost; ask nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("Ask before a run that costs more than this; on a terminal only.", valueName: "dollars"))
    var confirmAbove: Double = 1

    @Flag(name: .shortAndLong, help: "Do not ask before a run, whatever it costs.")
    var yes = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): at least one request is needed") }
        if let budget, !(budget > 0 && budget.isFinite) {
            throw ValidationError("--budget \(budget): give a sum of dollars above 0")
        }
        if let maxTokensTotal, maxTokensTotal < 1 {
            throw ValidationError("--max-tokens-total \(maxTokensTotal): at least one token is needed")
        }
        if !(confirmAbove >= 0) { throw ValidationError("--confirm-above \(confirmAbove): give a sum of dollars") }
    }

    /// What a start is to ask, and what the run may take.
    var bounds: StartBounds { StartBounds(limit: limit, budget: budget, tokens: maxTokensTotal) }

    /// Says what is to come and, where it is dear, asks whether to go on: on a terminal only.
    ///
    /// - Parameters:
    ///   - lines: what is to come.
    ///   - isDear: whether it costs more than ``confirmAbove``, or may.
    /// - Throws: `CommandFailure` where the answer is no.
    func confirm(_ lines: [String], isDear: Bool, quiet: Bool) throws {
        let asks = isDear && Terminal.error.isInteractive && Terminal.input.isInteractive && !yes
        guard asks || !quiet else { return }
        for line in lines { Terminal.error.line(Terminal.error.wrapped(line)) }
        guard asks else { return }
        Terminal.error.write("go on? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure("nothing was asked; --yes goes on without this question")
        }
    }
}
