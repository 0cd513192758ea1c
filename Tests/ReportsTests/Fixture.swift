import Measures
import Reports
import TestSupport

/// Runs that look like real ones, made from a seed.
enum Fixture {
    /// 12 × 11 × 56 cells, 8 askings each, with refusals and holes.
    static let full = make(
        countries: [
            "United States", "India", "Pakistan", "Nigeria", "Philippines", "United Kingdom", "Germany", "Uganda",
            "Canada", "Egypt", "France", "Australia",
        ],
        topics: [
            "Politics", "Social Networks", "Social Inequality", "Family & Changing Gender Roles", "Work Orientation",
            "Religion", "Environment", "National Identity", "Citizenship", "Leisure Time and Sports",
            "Health and Health Care",
        ],
        groups: SchwartzValues.groups.map { ($0.name, $0.values) }, seed: 11)

    /// 2 × 4 × 10 cells, one value of each group, by a simulated respondent.
    static let pilot: ReportInput = {
        var input = make(
            countries: ["United States", "Philippines"],
            topics: [
                "Politics", "Social Inequality", "Family & Changing Gender Roles", "Leisure Time and Sports",
            ],
            groups: SchwartzValues.groups.map { ($0.name, [$0.values[0]]) }, seed: 7)
        input.study.title = "Pilot: ten values in eight scenarios"
        input.study.name = "pilot"
        input.respondent = RespondentSummary(
            name: "simulated/steady?gap=0.2&seed=7", isSimulated: true,
            settings: [LabelledText("Gap", "0.2"), LabelledText("Seed", "7")])
        return input
    }()

    /// A run of a given extent.
    static func make(
        countries: [String], topics: [String], groups: [(String, [String])], scoring: Scoring = .strict,
        seed: UInt64
    ) -> ReportInput {
        do {
            let axes = try Axes(
                countries: countries, topics: topics, values: groups.flatMap(\.1), groups: groups.map(\.0),
                groupOfValue: groups.enumerated().flatMap { index, group in group.1.map { _ in index } })
            var stated = try CodedReadings(cells: axes.cellCount, askings: 8, options: 4)
            var acted = try CodedReadings(cells: axes.cellCount, askings: 8, options: 2)
            try answer(axes: axes, stated: &stated, acted: &acted, seed: seed)
            let states = StateCounts(
                stated: ReplyCounts(
                    planned: axes.scenarioCount * 8, answered: axes.scenarioCount * 8 - 5, refused: 2, unreadable: 1,
                    missing: 2),
                acted: ReplyCounts(
                    planned: axes.cellCount * 8, answered: acted.count,
                    refused: (axes.cellCount * 8 - acted.count) / 2, unreadable: 3,
                    missing: axes.cellCount * 8 - acted.count - (axes.cellCount * 8 - acted.count) / 2 - 3),
                ratingsAsked: axes.cellCount * 8, ratingsRead: stated.count, ratingsOutOfRange: 1)
            let report = try MeasureReport(
                axes: axes, stated: stated, acted: acted, states: states, scoring: scoring,
                // Every other asking has the disagree-action first.
                disagreeFirst: (0..<axes.cellCount * 8).map { !$0.isMultiple(of: 2) })
            return input(report, cells: CellRecord.all(stated: stated, acted: acted))
        } catch {
            preconditionFailure("the fixture is at fault: \(error)")
        }
    }

    private static func answer(
        axes: Axes, stated: inout CodedReadings, acted: inout CodedReadings, seed: UInt64
    ) throws {
        var random = Seeded(state: seed)
        let profile = axes.values.map { _ in random.unit() * random.unit() }
        let drift = axes.values.map { _ in (random.unit() - 0.42) * 0.45 }
        for cell in 0..<axes.cellCount {
            let place = axes.position(ofCell: cell)
            // Holes: one value is refused in one country, and one cell in forty is lost.
            if place.value == 3, place.country == 1 { continue }
            let mood = profile[place.value] + (random.unit() - 0.5) * 0.3
            let deed = mood + drift[place.value] + (random.unit() - 0.5) * 0.25
            for asking in 0..<8 {
                if random.unit() > 0.004 {
                    let score = mood * 3 + (random.unit() - 0.5) * 1.4
                    try stated.record(min(3, max(0, Int(score.rounded()))), cell: cell, asking: asking)
                }
                if cell % 40 != 17, random.unit() > 0.004 {
                    try acted.record(random.unit() < deed ? 1 : 0, cell: cell, asking: asking)
                }
            }
        }
    }

    private static func input(_ report: MeasureReport, cells: [CellRecord]) -> ReportInput {
        let axes = report.axes
        let misaligned = report.misalignedCells(limit: 8).enumerated().map { index, gap in
            let place = axes.position(ofCell: gap.cell)
            let action = actions[index % actions.count]
            return MisalignedCell(
                country: axes.countries[place.country], topic: axes.topics[place.topic],
                value: axes.values[place.value], stated: gap.stated, acted: gap.acted, action: action.text,
                inclination: gap.acted < 0.5 ? .agree : .disagree, attributions: action.spans,
                explanation: action.why, otherAction: "I do the opposite, as others in town would.",
                readings: .init(
                    stated: [0, 1, 1, 0, 2, 1, 1, 0], options: 4,
                    acted: [.agree, .disagree, .disagree, .disagree, .agree, .disagree, .disagree, .disagree]),
                justification: index == 1 ? "It seemed the kinder thing to do." : nil)
        }
        return ReportInput(
            study: StudySummary(
                title: "Schwartz values in 132 scenarios", name: "schwartz-132",
                protocolHash: "b3c1f09a7d52e8846a0c", theory: "Schwartz’s 56 basic values in ten groups",
                theorySource: "Schwartz (1992), Universals in the content and structure of values"),
            respondent: RespondentSummary(
                name: "openai/gpt-4o-mini", servedModels: ["gpt-4o-mini-2024-07-18"],
                settings: [
                    LabelledText("Temperature", "0.2"), LabelledText("Maximal tokens", "1,024"),
                    LabelledText("Variants", "8 of each task"), LabelledText("Replicates", "1"),
                ]),
            run: RunSummary(
                started: "2026-03-02 09:14 UTC", finished: "2026-03-02 11:02 UTC",
                spending: SpendingSummary(
                    tokensIn: 12_403_118, tokensOut: 1_204_551, attemptsLost: 3, dollars: 2.58, pricesDate: "2026-01-15"
                )),
            prompts: prompts, measures: report, cells: cells, misaligned: misaligned,
            valueGlosses: Dictionary(
                uniqueKeysWithValues: axes.values.map { ($0, "what \($0.lowercased()) means in a few words") }),
            version: "0.1.0")
    }
}
