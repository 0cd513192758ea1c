import Measures
import Pages

/// The sections of runs that were compared, of the part that an address names.
struct ComparedSections {
    let place: CompareAddress
    let found: RunsCompared
    let formats: Markup

    var input: ComparisonInput { found.input }
    var tables: ComparisonTables { ComparisonTables(input: input) }
    /// The comparison of the run that is set against the first, and that run's name.
    var pair: (comparison: MeasureComparison, name: String) {
        let other = min(place.other, input.comparisons.count - 1)
        return (input.comparisons[other], input.names[other + 1])
    }

    func sections() throws(TemplateError) -> [Page.Section] {
        let sections =
            switch place.part {
            case .summary: [try findings, groups, differences, try methods]
            case .places: [placesByRun(.country), placesByRun(.topic)]
            case .values: [values]
            case .map: [map]
            }
        return sections.compactMap(\.self)
    }

    // MARK: Ways to the other parts

    /// Links to the parts and to the replies; in parts with room for one run against the first, links that choose it.
    func ways(choosing: Bool) -> Markup {
        let words: [(CompareAddress.Part, String)] = [
            (.summary, "Summary"), (.places, "Countries and topics"), (.values, "Values"), (.map, "Map"),
        ]
        let parts = words.map { part, label in
            Markup.element(
                "a",
                [
                    "href": CompareAddress(runs: place.runs, part: part, with: place.with).link().href,
                    "aria-current": part == place.part ? "page" : nil,
                ], text: label)
        }
        let replies = Markup.element(
            "a", ["href": SideBySideAddress(runs: place.runs).link().href], text: "Replies side by side")
        let nav = Markup.element(
            "nav", ["class": "parts", "aria-label": "Parts of the comparison"], parts + [replies])
        return choosing ? nav + others(section: nil) : nav
    }

    /// Links that choose which run is set against the first; nothing where there is one alone.
    private func others(section: Anchor?) -> Markup {
        guard place.runs.count > 2 else { return .empty }
        let shown = min(place.other, input.comparisons.count - 1)
        let links = zip(place.runs.dropFirst(), input.names.dropFirst()).enumerated().map { number, run in
            let address = CompareAddress(runs: place.runs, part: place.part, by: place.by, with: run.0)
            return Markup.element(
                "a", ["href": address.link(section: section).href, "aria-current": number == shown ? "true" : nil],
                [.text("run \(run.0), "), .element("bdi", text: run.1)])
        }
        return .element(
            "nav", ["class": "parts", "aria-label": "Which run is set against the first"],
            [.element("span", [:], text: "Set against the first:")] + links)
    }

    /// What there is to say where the chosen run can't differ; nil where it can.
    func alike() -> Markup? {
        ComparisonWords(comparison: pair.comparison, first: input.names[0], other: pair.name).sameReadings.map {
            .element("p", [:], text: $0)
        }
    }

    /// - Parameter words: what follows the title, where several forests stand on a page: " by country".
    func forest(_ name: String, _ words: String = "", _ panels: (ComparisonForest) -> [ForestFigure.Panel]) -> Figure {
        let forest = ComparisonForest([pair.comparison], first: input.names[0], others: [pair.name])
        var figure = forest.figure(name, title: forest.title + words, panels: panels(forest)).figure
        figure.source = input.study.title
        return figure
    }

    static let words = Glossary.used([
        .inconsistent, .decided, .deconvolvedGap, .steadyContradiction, .ambivalent, .kappa, .informedness,
        .alignmentRate,
        .alignmentDistance, .signedGap, .interval, .cluster, .adjustedP, .power,
    ])

    // MARK: The summary

    private var findings: Page.Section {
        get throws(TemplateError) {
            // What warns of a run stands above already.
            let warnings = Set(ComparisonWords.warnings(names: input.names, input.caveats))
            let sentences = ComparisonFindings(input: input).sentences.filter { !warnings.contains($0) }
            let body = try ReportTemplate.sentences.render(["findings": sentences]) + tables.ranking.block
            return Page.Section(
                "findings", label: "Findings", heading: "Findings",
                body: .lines([ways(choosing: false), body, Self.words, formats]))
        }
    }

    /// The groups of values from run to run.
    private var groups: Page.Section? {
        let groups = input.comparisons[0].valueGroups.indices.map { group in
            input.comparisons.map { $0.valueGroups[group] }
        }
        let rows = groups.map { members in
            let differences = members.map { $0.pooled[.inconsistencyShare] }
            return SlopeFigure.Row(
                label: members[0].name, numbers: [differences[0]?.first] + differences.map { $0?.second },
                isMarked: differences.contains { $0?.isSignificant == true })
        }.filter { $0.numbers.contains { $0 != nil } }
        guard !rows.isEmpty else { return nil }
        let table = HTMLTable(
            caption: "The share of inconsistent cells by group of values and run",
            columns: ["Group of values"] + input.names,
            rows: rows.map { [$0.label] + $0.numbers.map { Numerals.percent($0) } })
        let columns = zip(place.runs, input.names).map { (name: "\($0): \($1)", short: "run \($0)") }
        var figure = SlopeFigure(
            Figure.Heading(
                "slopes", title: "The share of inconsistent cells by group of values, from run to run",
                summary: "A line for each group of values from run to run; the table below has the numbers."),
            columns: columns, rows: rows
        ).figure
        figure.source = input.study.title
        let reading =
            "A steep line: the runs differ in that group. Thick lines: a run differs from the first beyond chance (p ≤ 0.05 after "
            + "Holm’s adjustment over all groups and runs)."
        return Page.Section(
            "groups", label: "Groups of values", heading: "Where do they part?",
            body: .lines([PageBlocks.figure(figure, reading: reading, tables: [table])]))
    }

    /// All measures of the whole run, one run against the first.
    private var differences: Page.Section {
        let words = ComparisonWords(comparison: pair.comparison, first: input.names[0], other: pair.name)
        let tests = tables.tests(pair.comparison, other: pair.name)
        let body: [Markup] =
            if let alike = alike() {
                [alike, tests.block]
            } else {
                [
                    PageBlocks.figure(
                        forest("differences") { $0.wholeRun },
                        reading: "Each panel has measures of one direction; a filled dot differs beyond chance.",
                        tables: [tests], areOpen: true)
                ]
                    + [words.changes, words.power, words.ranking].compactMap(\.self).map {
                        .element("p", [:], text: $0)
                    }
            }
        return Page.Section(
            "differences", label: "Differences", heading: "How do they differ on the whole?",
            body: .lines([others(section: "differences")] + body))
    }

    private var methods: Page.Section {
        get throws(TemplateError) { try MethodsSection(ComparisonMethods.notes(input)).section }
    }
}
