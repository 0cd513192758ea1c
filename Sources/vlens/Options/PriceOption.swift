import ArgumentParser
import Costs
import Study

/// What tokens cost.
struct PriceOption: ParsableArguments {
    @Option(help: ArgumentHelp("Prices of your own (YAML); see 'docs/money.md'.", valueName: "file"))
    var prices: String?

    /// What ships, with the prices of `--prices` before it.
    func table() throws -> PriceTable {
        let table = try PriceTable.builtIn()
        return try prices.map { table.overridden(by: try PriceTable.read(path: $0)) } ?? table
    }
}
