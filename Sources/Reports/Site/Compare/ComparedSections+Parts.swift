import Measures
import Pages

extension ComparedSections {
    /// Countries or topics: every run's figures, and one run against the first.
    func placesByRun(_ kind: PlaceKind) -> Page.Section {
        let members = { (comparison: MeasureComparison) in
            kind == .country ? comparison.countries : comparison.topics
        }
        let found = tables.inconsistent(
            members(pair.comparison).map { ($0.name, $0.pooled[.inconsistencyShare]) },
            other: pair.name, by: " by \(kind.rawValue)")
        let figure =
            alike()
            ?? PageBlocks.figure(
                forest("differences-\(kind.rawValue)", " by \(kind.rawValue)") {
                    [kind == .country ? $0.countries : $0.topics]
                },
                reading: "The share of inconsistent cells; a filled dot differs beyond chance.", tables: [found])
        let numbers = [tables.places(.inconsistent, by: kind), tables.places(ComparedFigure.paper[0], by: kind)]
        let isFirst = kind == .country
        return Page.Section(
            isFirst ? "countries" : "topics", label: isFirst ? "Countries" : "Topics",
            heading: isFirst ? "How do they differ by country?" : "How do they differ by topic?",
            body: .lines(
                (isFirst ? [ways(choosing: true)] : []) + [figure] + numbers.map(\.block)
                    + (isFirst ? [] : [Self.words, formats])))
    }

    /// Value by value, one run against the first.
    var values: Page.Section {
        let found = tables.inconsistent(
            pair.comparison.values.map { ($0.name, $0.pooled[.inconsistencyShare]) }, other: pair.name)
        let figure =
            alike()
            ?? PageBlocks.figure(
                forest("differences-value", " by value") { [$0.values] },
                reading: "The share of inconsistent cells; a filled dot differs beyond chance.", tables: [found])
        return Page.Section(
            "values", label: "Values", heading: "In which values do they differ?",
            body: .lines([ways(choosing: true), figure, Self.words, formats]))
    }

    /// Every value in every country or topic.
    var map: Page.Section {
        let table = ComparisonMapTable(found)
        let other = min(place.other, input.comparisons.count - 1)
        let columns = CompareAddress.Columns.allCases.map { by in
            Markup.element(
                "a",
                [
                    "href": CompareAddress(runs: place.runs, part: .map, by: by, with: place.with).link().href,
                    "aria-current": by == place.by ? "true" : nil,
                ], text: by == .country ? "by country" : "by topic")
        }
        let reading =
            "Blue: fewer inconsistent cells than the first run; orange: more. Hatched: no cell that is decided in all runs. A "
            + "field rests on few cells, so that its difference alone proves nothing; the tests are in the other parts."
        return Page.Section(
            "map", label: "Map", heading: "Where do they differ?",
            body: .lines([
                ways(choosing: true),
                .element("nav", ["class": "parts", "aria-label": "Columns of the map"], columns),
                PageBlocks.figure(
                    table.figure(place.by, other: other), reading: reading,
                    tables: [table.table(place.by, other: other)]
                ), Self.words, formats,
            ]))
    }
}

extension ComparisonTables {
    /// The differences of one run from the first on the whole, with both tests and what could have been found.
    func tests(_ comparison: MeasureComparison, other: String) -> HTMLTable {
        HTMLTable(
            caption:
                "\(other) minus \(input.names[0]), the whole run. p: sign-flip test by cluster. Found with 80 % power: the "
                + "smallest true difference that a study of this size finds four times of five",
            columns: ["Measure", input.names[0], other, "Difference", "p", "p after Holm", "Found with 80 % power"],
            fields: ComparedFigure.ofWholeRun([comparison]).map { figure in
                let found = figure.difference(comparison.overall)
                return Self.fields(figure, found) + [
                    HTMLTable.Field(Numerals.decimal(found?.power?.smallestDetectable(), places: 3))
                ]
            })
    }
}
