import Measures
import Pages

/// What a run's fit to the circle says, in sentences and tables.
struct CircleWords {
    let circle: CircleReport
    let measures: MeasureReport
    let intervals: MeasureIntervals?

    /// What the index is, then what it is of each matrix, then of their difference.
    var sentences: [String] {
        [
            "Schwartz puts his groups of values on a circle: neighbours rise and fall together, opposites against each other. "
                + "The fit is the correspondence index of Hubert and Arabie: of the \(Numerals.count(circle.predictions)) "
                + "inequalities that the circle predicts among the correlations of the groups over "
                + "\(Numerals.count(circle.scenarios, "scenario", "scenarios")), those that hold less those that are contradicted, "
                + "as a share of all: 1 a perfect circle, 0 no order. Noise lowers it: over few scenarios it shows less "
                + "order than there is.",
            sentence("What it states", circle.stated), sentence("What it does", circle.acted),
        ] + [difference].compactMap(\.self)
    }

    private func sentence(_ matrix: String, _ fit: CircleReport.Fit) -> String {
        guard let index = fit.index else { return "\(matrix) has no fit: \(reason(fit.absence))." }
        let range = Numerals.range(fit.interval, isSigned: false).map { " " + $0 } ?? ""
        let none = fit.outcome?.absence.map { " (no interval: \($0.clause))" } ?? ""
        let chance =
            fit.chance.map { "; a random order of the groups fits as well with p \(Numerals.compared($0))" } ?? ""
        return "\(matrix) follows the circle to \(Numerals.decimal(index))\(range)\(none)\(chance)."
    }

    private var difference: String? {
        guard let difference = circle.difference else { return nil }
        let range = Numerals.range(circle.differenceOutcome?.interval, isSigned: true).map { " " + $0 } ?? ""
        return "What it does less what it states: \(Numerals.signed(difference))\(range)."
    }

    private func reason(_ absence: CircleAbsence?) -> String {
        switch absence {
        case .tooFewScenarios(let scenarios):
            "only \(Numerals.count(scenarios, "scenario has", "scenarios have")) a score of every group, and "
                + "\(CircleReport.fewestScenarios) are needed"
        case .constantProfile(let group):
            "the score of \(measures.axes.groups[group]) is the same in all scenarios, so that it rises and falls with no "
                + "other"
        case nil: "nothing was found"
        }
    }

    /// The fit of both matrices.
    var fits: HTMLTable {
        func row(_ name: String, _ fit: CircleReport.Fit) -> [HTMLTable.Field] {
            [
                HTMLTable.Field(name),
                HTMLTable.Field(Numerals.decimal(fit.index), range: Numerals.range(fit.interval)),
                HTMLTable.Field(fit.chance.map { Numerals.probability($0) } ?? Numerals.missing),
            ]
        }
        var table = HTMLTable(
            caption: "Fit to the circle’s order", columns: ["Matrix", "Correspondence index", "p of random orders"],
            fields: [
                row("Stated", circle.stated), row("Acted", circle.acted),
                [
                    "Acted − stated",
                    HTMLTable.Field(
                        Numerals.signed(circle.difference),
                        range: Numerals.range(circle.differenceOutcome?.interval, isSigned: true)),
                    HTMLTable.Field(Numerals.missing),
                ],
            ])
        table.isStacked = true
        return table
    }

    /// The mean scores of the groups in the circle's order.
    func groups(_ site: Site) -> HTMLTable {
        let order = measures.axes.groups.indices.sorted {
            (circle.order.places[$0], $0) < (circle.order.places[$1], $1)
        }
        return HTMLTable(
            caption: "Mean scores in the circle’s order, agree = 0, disagree = 1",
            columns: ["Group", "Stated", "Acted", "Distance", "Floor", "Signed gap"],
            fields: order.map { group in
                let (pooled, found) = (measures.valueGroups[group].pooled, intervals?.valueGroups[group])
                func field(_ number: Double?, _ figure: PooledFigure, isSigned: Bool = false) -> HTMLTable.Field {
                    HTMLTable.Field(
                        isSigned ? Numerals.signed(number) : Numerals.decimal(number),
                        range: Numerals.range(found?[figure], isSigned: isSigned))
                }
                let name = measures.axes.groups[group]
                return [
                    HTMLTable.Field(name, link: site.gaps(group: name)), field(pooled.stated, .stated),
                    field(pooled.acted, .acted), field(pooled.distance, .distance),
                    HTMLTable.Field(Numerals.decimal(pooled.floor)),
                    field(pooled.signedGap, .signedGap, isSigned: true),
                ]
            })
    }
}

extension ReportInput {
    private var circleWords: CircleWords? {
        circle.map { CircleWords(circle: $0, measures: measures, intervals: intervals) }
    }

    /// The groups on the circle; nil for a theory without one, and while it is not made yet.
    var circleFigure: Figure? {
        guard let circle else { return nil }
        let groups = measures.axes.groups.indices.map { group in
            let (pooled, found) = (measures.valueGroups[group].pooled, intervals?.valueGroups[group])
            return CircleFigure.Group(
                name: measures.axes.groups[group], place: circle.order.places[group], stated: pooled.stated,
                acted: pooled.acted, statedInterval: found?[.stated], actedInterval: found?[.acted])
        }
        let farthest = groups.max { abs(($0.acted ?? 0) - ($0.stated ?? 0)) < abs(($1.acted ?? 0) - ($1.stated ?? 0)) }
        let words = farthest.map {
            "The means lie farthest apart for \($0.name): stated \(Numerals.decimal($0.stated)), acted "
                + "\(Numerals.decimal($0.acted)). "
        }
        return CircleFigure(
            Figure.Heading(
                ReportFigure.circle.rawValue, title: "Stated and acted around Schwartz’s circle",
                summary: "Circle of \(groups.count) groups. \(words ?? "")Fit to the circle’s order: stated "
                    + "\(Numerals.decimal(circle.stated.index)), acted \(Numerals.decimal(circle.acted.index))."),
            groups: groups, count: circle.order.count
        ).figure
    }

    /// The tables behind the circle.
    func circleTables(_ site: Site) -> [HTMLTable] { circleWords.map { [$0.groups(site)] } ?? [] }

    /// The circle with its fit; nil for a theory without one.
    ///
    /// - Parameter figure: the circle with what belongs to it.
    func circleSection(_ figure: Markup) -> Page.Section? {
        guard let words = circleWords else { return nil }
        return Page.Section(
            "circle", label: "Circle", heading: "Does it follow the circle of values?",
            body: .lines(
                [.joined(words.sentences.prefix(1).map { .element("p", text: $0) }), figure, words.fits.block]
                    + words.sentences.dropFirst().map { .element("p", text: $0) }))
    }
}
