import Measures
package import Pages

/// A figure of a comparison. The raw value is its name, on the page and of its file.
package enum ComparisonFigure: String, CaseIterable, Sendable {
    /// All measures of the whole run.
    case whole = "differences"
    /// The share of inconsistent cells by country, topic and value.
    case countries = "differences-country"
    case topics = "differences-topic"
    case values = "differences-value"
}

extension ComparisonInput {
    /// The figures, each also fit for a file of its own.
    package var figures: [Figure] { ComparisonFigure.allCases.compactMap(figure) }

    /// One of the figures; `nil` where no two runs differ at all.
    package func figure(_ name: ComparisonFigure) -> Figure? {
        let tested = zip(comparisons, names.dropFirst()).filter { !$0.0.isOfOneRun }
        guard !tested.isEmpty else { return nil }
        let forest = ComparisonForest(tested.map(\.0), first: names[0], others: tested.map(\.1))
        let panels =
            switch name {
            case .whole: forest.wholeRun
            case .countries: [forest.countries]
            case .topics: [forest.topics]
            case .values: [forest.values]
            }
        var figure = forest.figure(name.rawValue, title: forest.title, panels: panels).figure
        figure.source = study.title
        return figure
    }
}
