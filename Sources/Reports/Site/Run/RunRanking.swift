import Measures
import Pages

/// The ranking of a part of a run that was asked for, with a form to ask for another.
struct RunRanking {
    let input: ReportInput
    let address: RunAddress
    let scope: RankScope
    /// Of a scenario, by value: the ranks that it may have.
    let ranges: [RankInterval?]
    /// The values by their inconsistent cells.
    let inconsistency: Markup

    var section: Page.Section {
        let figure = input.rankFigure(scope, ranges: ranges).map {
            PageBlocks.figure(
                $0, reading: reading,
                numbers: input.rankTables(scope, ranges: ranges, site: .served(run: address.run)).map(\.textBlock))
        }
        return Page.Section(
            "ranking", label: "Ranking", heading: "Which values have the widest gap?",
            body: .lines([
                inconsistency,
                .element("h3", text: "The paper’s ranking, by distance, in \(scope.name(input.measures.axes))"),
                chooser,
                input.rankStability(scope).map { .element("p", text: $0) } ?? .empty,
                figure ?? .element("p", text: "No value has a distance in \(scope.name(input.measures.axes))."),
            ]))
    }

    private var reading: String {
        let range =
            switch scope {
            case .scenario where ranges.allSatisfy { $0 == nil }:
                "A scenario has one cell a value: without several ways of asking nothing tells how sure its rank is."
            case .scenario:
                "The line is the ranks that it may have, as far as other ways of asking go: askings are left out in turn."
            case .whole, .country, .topic:
                input.intervals == nil
                    ? "Its intervals are not made." : "The line is the ranks that it may have in other \(scope.others)."
            }
        return "A dot is a value’s rank, 1 the widest distance. \(range)"
    }

    /// Which country and topic; the form works without a script, and keeps the heatmaps as they are.
    private var chooser: Markup {
        let axes = input.measures.axes
        let kept = address.query.filter { $0.name != "country" && $0.name != "topic" }
        return .element(
            "form",
            [
                "class": "chooser", "method": "get",
                "action": RunAddress(run: address.run).link(section: "ranking").href,
            ],
            kept.map { .element("input", ["type": "hidden", "name": $0.name, "value": $0.value]) } + [
                select("country", "Country", all: "all countries", axes.countries, chosen: address.country),
                select("topic", "Topic", all: "all topics", axes.topics, chosen: address.topic),
                .element("button", ["type": "submit"], text: "Show the ranking"),
            ])
    }

    private func select(
        _ name: String, _ label: String, all: String, _ names: [String], chosen: String?
    ) -> Markup {
        .element(
            "label", [:],
            [
                .text(label),
                .element(
                    "select", ["name": name],
                    [.element("option", ["value": ""], text: all)]
                        + names.map {
                            .element(
                                "option", ["value": $0, "dir": "auto", "selected": $0 == chosen ? "selected" : nil],
                                text: $0)
                        }),
            ])
    }
}

extension RankScope {
    /// In what others the ranks may be so.
    fileprivate var others: String {
        switch self {
        case .whole: "scenarios"
        case .country: "topics"
        case .topic: "countries"
        case .scenario: "words"
        }
    }

    /// Where an address has the ranking looked at.
    ///
    /// - Throws: `AddressProblem` for a country or topic that the run does not have.
    init(_ address: RunAddress, _ axes: Axes) throws(AddressProblem) {
        func index(_ name: String, _ value: String?, _ known: [String]) throws(AddressProblem) -> Int? {
            guard let value else { return nil }
            guard let index = known.firstIndex(of: value) else {
                throw AddressProblem(
                    name: name, value: value, expected: "one of the run’s: " + known.prefix(20).joined(separator: ", "))
            }
            return index
        }
        let country = try index("country", address.country, axes.countries)
        let topic = try index("topic", address.topic, axes.topics)
        self =
            switch (country, topic) {
            case (nil, nil): .whole
            case (let country?, nil): .country(country)
            case (nil, let topic?): .topic(topic)
            case (let country?, let topic?): .scenario(country: country, topic: topic)
            }
    }
}
