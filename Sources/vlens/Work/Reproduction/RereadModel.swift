import Measures
import Reports
import Study

/// One model's two released files, measured under `legacy`, under `strict`, and with each rule exchanged alone.
struct RereadModel {
    static let rules = RereadRatings.rules + [.countedAsAgree]

    let ratings: RereadRatings
    let counts: [CauseCount]
    private let reports: [ReadingRules: MeasureReport]

    init(_ ratings: RereadRatings, _ choices: ReleasedChoices) throws {
        let axes = ratings.axes
        let missingAsRead = try Self.acted(choices, axes)
        let missing = (0..<axes.cellCount).filter { cell in
            (0..<missingAsRead.askings).allSatisfy { missingAsRead.option(cell: cell, asking: $0) == nil }
        }
        var missingAsAgree = missingAsRead
        for cell in missing { try missingAsAgree.record(0, cell: cell, asking: 0) }
        var reports: [ReadingRules: MeasureReport] = [:]
        for rules in [[], Set(Self.rules)] + Self.rules.map({ [$0] }) {
            // Strict scoring: what `legacy` does to missing cells is done above, and to distances below.
            reports[rules] = try MeasureReport(
                axes: axes, stated: ratings.readings(rules),
                acted: rules.contains(.countedAsAgree) ? missingAsRead : missingAsAgree, scoring: .strict)
        }
        self.ratings = ratings
        self.reports = reports
        counts =
            ratings.counts + [
                CauseCount(.countedAsAgree, missing.count, of: axes.cellCount),
                CauseCount(.missingChoices, choices.summary.missing, of: axes.cellCount * choices.prompts.count * 2),
            ]
    }

    private static func acted(_ file: ReleasedChoices, _ axes: Axes) throws -> CodedReadings {
        let places = { (names: [String]) in
            Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (countries, topics, values) = (places(axes.countries), places(axes.topics), places(axes.values))
        var readings = try CodedReadings(
            cells: axes.cellCount, askings: (file.prompts.max() ?? 0) + 1, options: 2)
        for choice in file.choices {
            guard let country = countries[choice.cell.scenario.country],
                let topic = topics[choice.cell.scenario.topic], let value = values[choice.cell.value]
            else { continue }
            let cell = axes.cell(country: country, topic: topic, value: value)
            try readings.record(Int(choice.chosen.code), cell: cell, asking: choice.prompt)
        }
        return readings
    }

    /// One figure under both scorings, with what each rule does to it.
    func figure(
        _ name: String, printed: Double?, fromPrinted: [CauseEffect] = [],
        _ measure: (MeasureReport) -> Double?
    ) -> ReproducedFigure {
        ReproducedFigure(name, printed: printed, fromPrinted: fromPrinted, exchanging: Self.rules) {
            reports[$0].flatMap(measure)
        }
    }

    /// The mean distance of a table by value: under `legacy` that of its distances of means.
    func distance(_ name: String, _ gaps: (MeasureReport) -> [[ValueGap]]) -> ReproducedFigure {
        ReproducedFigure(name, printed: nil, exchanging: Self.rules + [.distanceOfMeans]) { rules in
            guard let report = reports[rules.subtracting([.distanceOfMeans])] else { return nil }
            let isOfMeans = !rules.contains(.distanceOfMeans)
            let distances = gaps(report).joined().compactMap { gap in
                isOfMeans ? gap.signedGap.map { abs($0) } : gap.distance
            }
            return distances.isEmpty ? nil : distances.reduce(0, +) / Double(distances.count)
        }
    }

    /// What is measured under `legacy`.
    var legacy: MeasureReport? { reports[[]] }
}
