import Measures
import Pages

/// What each figure of a report is drawn from.
struct FigureNumbers {
    let input: ReportInput

    private var measures: MeasureReport { input.measures }
    private var intervals: MeasureIntervals? { input.intervals }
    private var axes: Axes { input.measures.axes }

    typealias Column = FigureTable.Column
    typealias Field = FigureTable.Field

    private static let number = FigureTable.Kind.number()
    private static let signed = FigureTable.Kind.number(isSigned: true)
    private static let group = Column(name: "value_group", heading: "Group")
    private static let value = Column(name: "value", heading: "Value")

    private func place(_ value: Int) -> [Field] {
        [.text(axes.values[value]), .text(axes.groups[axes.groupOfValue[value]])]
    }

    var states: FigureTable {
        let counts = [("stated", measures.states.stated), ("acted", measures.states.acted)]
        let names = ["planned", "answered", "refused", "unreadable", "missing"]
        return FigureTable(
            columns: [Column(name: "task", heading: "Task")]
                + names.map { Column(name: $0, heading: $0.prefix(1).uppercased() + $0.dropFirst(), kind: .count) },
            rows: counts.map { name, counts in
                [.text(name)]
                    + [counts.planned, counts.answered, counts.refused, counts.unreadable, counts.missing].map {
                        .count($0)
                    }
            }, about: "what became of every planned question")
    }

    var inclinations: FigureTable {
        let table = measures.overall.pooled.table
        let named: [(String, String, Int)] = [
            ("both_agree", "States agree, acts agree", table.bothAgree),
            ("stated_agree_acted_disagree", "States agree, acts disagree", table.statedAgreeActedDisagree),
            ("stated_disagree_acted_agree", "States disagree, acts agree", table.statedDisagreeActedAgree),
            ("both_disagree", "States disagree, acts disagree", table.bothDisagree),
            ("undecided", "Undecided", measures.counts.undecided),
        ]
        return FigureTable(
            columns: named.map { Column(name: $0.0, heading: $0.1, kind: .count) },
            rows: [named.map { .count($0.2) }], about: "cells by stated and acted inclination")
    }

    var leanings: FigureTable? {
        guard let found = input.deconvolution else { return nil }
        let parts =
            [("overall", found.overall)] + found.countries.map { ("country", $0) } + found.topics.map { ("topic", $0) }
            + found.valueGroups.map { ("value_group", $0) }
        return FigureTable(
            columns: [Column(name: "by", heading: "By"), Column(name: "part", heading: "Part")]
                + DeconvolvedFigure.allCases.map { figure in
                    Column(name: figure.rawValue, heading: Self.words(figure), kind: Self.number)
                } + [Column(name: "cells", heading: "Cells", kind: .count)],
            rows: parts.map { by, part in
                [.text(by), .text(by == "overall" ? "All together" : part.name)]
                    + DeconvolvedFigure.allCases.map { .number(part.gap?[$0], part.intervals[$0]) }
                    + [.count(part.gap?.cells)]
            }, about: "the deconvolved gap and its parts, as shares of cells")
    }

    private static func words(_ figure: DeconvolvedFigure) -> String {
        let words = figure.rawValue.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    func rates(by name: String, _ groups: [GroupMeasures], _ found: [GroupIntervals]?) -> FigureTable {
        func row(_ label: String, _ group: GroupMeasures, _ found: GroupIntervals?) -> [Field] {
            let means = group.scenarioMean
            return [
                .text(label), .number(means.rates?.f1Disagree, found?.scenarioMean[.f1Disagree]),
                .number(means.rates?.f1Agree, found?.scenarioMean[.f1Agree]), .number(means.alwaysAgree?.f1Agree),
                .count(group.pooled.counts.both),
            ]
        }
        return FigureTable(
            columns: [
                Column(name: name, heading: name.prefix(1).uppercased() + name.dropFirst()),
                Column(name: "f1_disagree", heading: "F1 disagree", kind: Self.number),
                Column(name: "f1_agree", heading: "F1 agree", kind: Self.number),
                Column(name: "always_agree_f1_agree", heading: "Always agreeing", kind: Self.number),
                Column(name: "both", heading: "Cells", kind: .count),
            ],
            rows: groups.indices.map { row(groups[$0].name, groups[$0], found?[$0]) }
                + [row("All together", measures.overall, intervals?.overall)],
            about: "alignment rate by \(name), means over scenarios")
    }
}

// MARK: - By value

extension FigureNumbers {
    private static let gapColumns = [
        Column(name: "stated_mean", heading: "Stated", kind: number),
        Column(name: "acted_mean", heading: "Acted", kind: number),
        Column(name: "distance", heading: "Distance", kind: number),
        Column(name: "floor", heading: "Floor", kind: number),
        Column(name: "signed_gap", heading: "Signed gap", kind: signed),
        Column(name: "both", heading: "Cells", kind: .count),
    ]

    private func gap(_ pooled: PooledMeasures, _ found: PooledIntervals?) -> [Field] {
        [
            .number(pooled.stated, found?[.stated]), .number(pooled.acted, found?[.acted]),
            .number(pooled.distance, found?[.distance]), .number(pooled.floor),
            .number(pooled.signedGap, found?[.signedGap]), .count(pooled.counts.both),
        ]
    }

    var groupGaps: FigureTable {
        FigureTable(
            columns: [Self.group] + Self.gapColumns,
            rows: measures.valueGroups.indices.map {
                [.text(measures.valueGroups[$0].name)]
                    + gap(measures.valueGroups[$0].pooled, intervals?.valueGroups[$0])
            }, about: "mean scores by group of values, agree = 0, disagree = 1")
    }

    var valueGaps: FigureTable {
        FigureTable(
            columns: [Self.value, Self.group] + Self.gapColumns,
            rows: axes.values.indices.map { place($0) + gap(measures.values[$0].pooled, intervals?.values[$0]) },
            about: "mean scores by value, agree = 0, disagree = 1")
    }

    var inconsistency: FigureTable {
        FigureTable(
            columns: [
                Self.value, Self.group,
                Column(name: "inconsistency_share", heading: "Inconsistent", kind: Self.number),
                Column(name: "decided", heading: "Cells", kind: .count),
                Column(name: "distance", heading: "Distance", kind: Self.number),
                Column(name: "floor", heading: "Floor", kind: Self.number),
            ],
            rows: axes.values.indices.map { value in
                let (pooled, found) = (measures.values[value].pooled, intervals?.values[value])
                return place(value) + [
                    .number(pooled[.inconsistencyShare], found?[.inconsistencyShare]), .count(pooled.table.count),
                    .number(pooled.distance, found?[.distance]), .number(pooled.floor),
                ]
            }, about: "the share of each value’s cells that are inconsistent")
    }

    /// A row for each value and place.
    func matrix(_ columns: GapColumns) -> FigureTable {
        let isCountry = columns == .countries
        let names = isCountry ? axes.countries : axes.topics
        let found = isCountry ? intervals?.countryValues : intervals?.topicValues
        let quantities: [(GapQuantity, Column)] = [
            (.stated, Self.gapColumns[0]), (.acted, Self.gapColumns[1]), (.distance, Self.gapColumns[2]),
            (.signedGap, Self.gapColumns[4]),
        ]
        let matrices = quantities.map { measures.matrix($0.0, by: columns) }
        return FigureTable(
            columns: [Self.value, Self.group, Column(name: isCountry ? "country" : "topic", heading: "Place")]
                + quantities.map(\.1),
            rows: axes.values.indices.flatMap { value in
                names.indices.map { index in
                    place(value) + [.text(names[index])]
                        + zip(quantities, matrices).map { quantity, matrix in
                            .number(matrix[value][index], found?[index].values[value][quantity.0])
                        }
                }
            }, about: "mean scores by value and \(isCountry ? "country" : "topic"), agree = 0, disagree = 1")
    }

    var ranks: FigureTable {
        let found = intervals?.countryValues
        return FigureTable(
            columns: [
                Self.value, Self.group, Column(name: "country", heading: "Country"),
                Column(name: "rank", heading: "Rank", kind: .count),
            ]
                + (found == nil
                    ? []
                    : [
                        Column(name: "rank_low", heading: "from", kind: .count),
                        Column(name: "rank_high", heading: "to", kind: .count),
                    ]) + [Column(name: "distance", heading: "Distance", kind: Self.number)],
            rows: zip(axes.countries.indices, measures.countryRankings).flatMap { country, ranking in
                ranking.map { ranked in
                    let ends = found?[country].ranking.ranks[ranked.value]
                    let range: [Field] = found == nil ? [] : [.count(ends?.low), .count(ends?.high)]
                    return place(ranked.value) + [.text(axes.countries[country]), .count(ranked.rank)] + range
                        + [.number(ranked.distance)]
                }
            }, about: "values by distance in each country, the widest first")
    }

    /// What each way of asking shifts, and the share of inclinations that it changes.
    var instrument: FigureTable? {
        guard let instrument = input.instrument else { return nil }
        let rows = [("stated", instrument.stated), ("acted", instrument.acted)].flatMap { task, found in
            InstrumentWords.effects(of: found).map { effect -> [Field] in
                [
                    .text(effect.level), .text(effect.factor), .text(task),
                    .number(effect.shift?.value, effect.shift?.interval),
                    .number(effect.flips?.value, effect.flips?.interval), .count(effect.shift?.count),
                ]
            }
                + (found.position.map { position -> [[Field]] in
                    [
                        [
                            .text("first place"), .text("position"), .text(task),
                            .number(position.bias?.value, position.bias?.interval),
                            .number(position.flips?.value, position.flips?.interval), .count(position.bias?.count),
                        ]
                    ]
                } ?? [])
        }
        return FigureTable(
            columns: [
                Column(name: "level", heading: "Way of asking"), Column(name: "factor", heading: "Factor"),
                Column(name: "task", heading: "Task"),
                Column(name: "shift", heading: "Shift", kind: .number(places: 3, isSigned: true)),
                Column(name: "flips", heading: "Changed", kind: .number(places: 3)),
                Column(name: "count", heading: "Pairs", kind: .count),
            ], rows: rows, about: "what the wording does to the answers")
    }
}
