import ArgumentParser
import Workbench

/// What a start that asks a model for something else than Tasks 1 and 2 may ask and cost.
struct CapOptions: ParsableArguments {
    @Option(help: "Ask at most so many requests in this start.")
    var limit: Int?

    @OptionGroup var spending: SpendingOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit \(limit): at least one request is needed") }
    }

    /// What a start is to ask, and what the run may take.
    var bounds: StartBounds { StartBounds(limit: limit, budget: spending.budget, tokens: spending.maxTokensTotal) }

    /// Says what is to come and, where it is dear, asks whether to go on: on a terminal only.
    ///
    /// - Parameters:
    ///   - lines: what is to come.
    ///   - isDear: whether it costs more than ``SpendingOptions/confirmAbove``, or may.
    /// - Throws: `CommandFailure` where the answer is no.
    func confirm(_ lines: [String], isDear: Bool, quiet: Bool) throws {
        let asks = isDear && Terminal.error.isInteractive && Terminal.input.isInteractive && !spending.yes
        guard asks || !quiet else { return }
        for line in lines { Terminal.error.line(Terminal.error.wrapped(line)) }
        guard asks else { return }
        Terminal.error.write("go on? [y/N] ")
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else {
            throw CommandFailure("nothing was asked; --yes goes on without this question")
        }
    }
}
