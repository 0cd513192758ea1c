import ArgumentParser

/// What a run may cost, and whether it is asked before.
struct SpendingOptions: ParsableArguments {
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
        if let budget, !(budget > 0 && budget.isFinite) {
            throw ValidationError("--budget \(budget): give a sum of dollars above 0")
        }
        if let maxTokensTotal, maxTokensTotal < 1 {
            throw ValidationError("--max-tokens-total \(maxTokensTotal): at least one token is needed")
        }
        if !(confirmAbove >= 0) { throw ValidationError("--confirm-above \(confirmAbove): give a sum of dollars") }
    }
}
