import Measures

extension FigureNumbers {
    /// The rates of each region; nil where the figure is not there.
    var regions: FigureTable? {
        guard input.hasRegions else { return nil }
        let found = input.regions.compactMap(\.intervals)
        return rates(
            by: "region", input.regions.map(\.group), found.count == input.regions.count ? found : nil)
    }

    /// The overall ranking with the ranks that each value may have.
    var rankIntervals: FigureTable {
        let hasRanges = input.intervals != nil
        return FigureTable(
            columns: [Column(name: "value", heading: "Value"), Column(name: "rank", heading: "Rank", kind: .count)]
                + (hasRanges
                    ? [
                        Column(name: "rank_low", heading: "from", kind: .count),
                        Column(name: "rank_high", heading: "to", kind: .count),
                    ] : []) + [
                    Column(name: "distance", heading: "Distance", kind: .number()),
                    Column(name: "floor", heading: "Floor", kind: .number()),
                ],
            rows: input.ranking(.whole).map { row in
                [.text(row.name), .count(row.rank)]
                    + (hasRanges ? [.count(row.range?.low), .count(row.range?.high)] : [])
                    + [.number(row.distance, row.interval), .number(row.floor)]
            }, about: "values by distance over the whole run, with the ranks that each may have")
    }

    /// The groups on the circle; nil for a theory without one.
    var circle: FigureTable? {
        guard let circle = input.circle else { return nil }
        let measures = input.measures
        let order = measures.axes.groups.indices.sorted {
            (circle.order.places[$0], $0) < (circle.order.places[$1], $1)
        }
        return FigureTable(
            columns: [
                Column(name: "value_group", heading: "Group"),
                Column(name: "place_on_circle", heading: "Place", kind: .count),
                Column(name: "stated_mean", heading: "Stated", kind: .number()),
                Column(name: "acted_mean", heading: "Acted", kind: .number()),
            ],
            rows: order.map { group in
                let (pooled, found) = (measures.valueGroups[group].pooled, input.intervals?.valueGroups[group])
                return [
                    .text(measures.axes.groups[group]), .count(circle.order.places[group]),
                    .number(pooled.stated, found?[.stated]), .number(pooled.acted, found?[.acted]),
                ]
            }, about: "mean scores in the order of the circle of values, agree = 0, disagree = 1")
    }

}
