package import Study
import Yams

/// What a model's tokens cost.
package struct Price: Sendable, Hashable {
    /// US dollars for a million tokens of prompts.
    package let input: Double
    /// US dollars for a million tokens of answers, hidden reasoning included.
    package let output: Double

    /// A price.
    package init(input: Double, output: Double) {
        self.input = input
        self.output = output
    }

    /// US dollars for so many tokens.
    package func cost(input tokensIn: Int, output tokensOut: Int) -> Double {
        (Double(tokensIn) * input + Double(tokensOut) * output) / 1_000_000
    }
}

/// Prices by model name, with the day on which they were looked up.
///
///     dated: 2025-07-01
///     prices:
///       openai/gpt-4o-mini*: { in: 0.15, out: 0.60 }
package struct PriceTable: Sendable, Hashable {
    /// The day the prices were looked up, as written.
    package let date: String
    private let prices: [String: Price]

    /// The price of a model: the longest name in the table that is the model's, or that ends in `*` and begins it.
    package func price(of model: String) -> Price? {
        let fitting = prices.filter { name, _ in
            name.hasSuffix("*") ? model.hasPrefix(name.dropLast()) : name == model
        }
        return fitting.max { $0.key.count < $1.key.count }?.value
    }

    /// The table with another's prices before its own, and the other's date.
    package func overridden(by other: PriceTable) -> PriceTable {
        PriceTable(date: other.date, prices: prices.merging(other.prices) { $1 })
    }

    /// The table that ships.
    ///
    /// - Throws: ``StudyFileError`` only if the package was built with a broken `prices.yaml`.
    package static func builtIn() throws(StudyFileError) -> PriceTable {
        try parse(String(decoding: PackageResources.prices_yaml, as: UTF8.self), file: "prices.yaml")
    }

    /// The table of a YAML file.
    ///
    /// - Throws: ``StudyFileError`` with the line and column of what is wrong.
    package static func read(path: String) throws(StudyFileError) -> PriceTable {
        let text = try TextFile.read(
            path, kind: "price table", limit: StudyFileLimits.studyBytes, example: "`docs/money.md` shows one")
        return try parse(text, file: path)
    }

    /// The table of a YAML text.
    ///
    /// - Throws: ``StudyFileError`` with the line and column of what is wrong.
    package static func parse(_ text: String, file: String) throws(StudyFileError) -> PriceTable {
        let root = try YAMLText.compose(text, file: file)
        func problem(_ node: Node?, _ message: String) -> StudyFileError {
            StudyFileError(problems: [
                StudyProblem(file: file, line: node?.mark?.line, column: node?.mark?.column, message: message)
            ])
        }
        guard let mapping = root.mapping, let list = mapping["prices"]?.mapping else {
            throw problem(root, "a price table needs the keys dated and prices; see `docs/money.md`")
        }
        guard let date = mapping["dated"]?.scalar?.string, !date.isEmpty else {
            throw problem(root, "missing key \"dated\": write the day on which the prices were looked up")
        }
        var prices: [String: Price] = [:]
        for (key, node) in list {
            let name = key.scalar?.string ?? ""
            guard let input = node["in"]?.float, let output = node["out"]?.float, input >= 0, output >= 0,
                input.isFinite, output.isFinite
            else {
                throw problem(
                    node, "the price of \"\(name)\" must be { in: dollars, out: dollars } for a million tokens")
            }
            prices[name] = Price(input: input, output: output)
        }
        return PriceTable(date: date, prices: prices)
    }
}
